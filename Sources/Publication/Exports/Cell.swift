/// One value of a row, before a format gives it its text.
enum Cell: Sendable, Hashable {
  /// There is none; the status says why.
  case empty
  /// A label or a sentence.
  case text(String)
  /// An official code: characters, never a number.
  case code(String)
  /// A number of units.
  case integer(Int)
  /// A decimal number already rounded to its column's decimals.
  case decimal(FixedPoint)
}
