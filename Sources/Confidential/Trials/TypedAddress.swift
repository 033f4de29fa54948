/// An address as somebody types it, in the columns of a partner's file.
///
/// - Confidential: made up, yet treated as an address
public struct TypedAddress: Sendable, Hashable {
  /// Residence, building, floor.
  public var complement = ""
  /// Number, perhaps with its suffix.
  public var number = ""
  /// Suffix.
  public var suffix = ""
  /// Type and name of the street.
  public var street = ""
  /// What stands after the street.
  public var trailer = ""
  /// Postcode.
  public var postcode = ""
  /// Commune or delivery label.
  public var city = ""
  /// Whether everything before the postcode stands in one column.
  public var isGathered = false
  /// Whether the whole address stands in one column.
  public var isOneLine = false
  /// Whether postcode and city come first on the line.
  public var isCityFirst = false

  /// All the columns before the postcode as one text.
  public var lineBeforeCity: String {
    let parts = [complement, number, suffix, street, trailer]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The whole address as one text.
  public var line: String {
    let place = [postcode, city].filter { !$0.isEmpty }.joined(separator: " ")
    let parts = isCityFirst ? [place, lineBeforeCity] : [lineBeforeCity, place]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
