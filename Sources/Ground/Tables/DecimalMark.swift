/// What stands between the units and the tenths in a column, as declared, never guessed.
public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
  /// `12.5`
  case point = "."
  /// `12,5`
  case comma = ","
}
