/// The words of an answer, under the meanings of the public API's `result_*` columns; empty where
/// there is none.
///
/// - Confidential: yes
public struct AnswerText: Sendable {
  /// « 12 bis Avenue X 21000 Dijon ».
  public var label = ""
  /// `21231_0590_00012_bis`, `21231_0590` or `21231`.
  public var id = ""
  /// « 12 bis ».
  public var housenumber = ""
  /// « 12 bis Avenue X », the street or the commune.
  public var name = ""
  /// « Avenue X ».
  public var street = ""
  /// Five digits.
  public var postcode = ""
  /// Name of the commune.
  public var city = ""
  /// INSEE code of the commune.
  public var citycode = ""
  /// INSEE code of the commune before it was merged.
  public var oldcitycode = ""
  /// Name of the commune before it was merged.
  public var oldcity = ""

  /// No words.
  public init() {}
}
