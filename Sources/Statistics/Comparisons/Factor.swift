/// What may move a figure from one year to the next, in the order in which it is changed.
///
/// The order is stated because it matters: each part is measured with everything before it already
/// changed and everything after it not yet.
public enum Factor: String, Sendable, Hashable, CaseIterable {
  /// The edition of the IRIS contours.
  case contours
  /// The address base, and what is done with addresses.
  case geocoding = "geocodage"
  /// The census.
  case denominator = "denominateur"
  /// The partner's file.
  case numerator = "numerateur"
  /// Which rows and categories are counted.
  case scope = "champ"
}
