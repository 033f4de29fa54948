/// How one component of the query agrees with the answer.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// The same, case and accents aside.
  case exact
  /// The same by the dictionary: an abbreviation, a former name, a number in words.
  case equivalent
  /// Alike: a typo, a dropped first name, the same sound.
  case fuzzy
  /// The query did not say.
  case missing
  /// The query says something else.
  case contradicted
}

/// The verdict of each component.
public struct Verdicts: Sendable, Hashable {
  /// Name or INSEE code of the commune.
  public var commune = Verdict.missing
  /// Five digits.
  public var postcode = Verdict.missing
  /// « rue », « avenue »…
  public var streetType = Verdict.missing
  /// What follows the type.
  public var streetName = Verdict.missing
  /// House number.
  public var number = Verdict.missing
  /// « bis », « B »…
  public var suffix = Verdict.missing

  /// Nothing said.
  public init() {}
}
