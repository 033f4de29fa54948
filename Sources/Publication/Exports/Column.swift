internal import Disclosure

/// One column of the files: its name, what it means, its type and where its values come from.
///
/// The same column serves every format, so that no two files can disagree.
struct Column: Sendable {
  /// What a program may take its values for.
  enum Kind: Sendable, Hashable {
    /// Free text.
    case text
    /// An official code of fixed width.
    case code
    /// Whole numbers.
    case integer
    /// Decimal numbers.
    case decimal
  }

  /// `[a-z][a-z0-9_]{0,30}`; its first ten characters are no other column's.
  let name: String
  /// In French, for people.
  let alias: String
  /// What a program may take its values for.
  let kind: Kind
  /// Its value in one row.
  let value: @Sendable (Release.Row) -> Cell

  init(
    _ name: String, _ alias: String, _ kind: Kind, value: @escaping @Sendable (Release.Row) -> Cell
  ) {
    self.name = name
    self.alias = alias
    self.kind = kind
    self.value = value
  }

  /// A column that says the same in every row.
  static func constant(_ name: String, _ alias: String, _ text: String) -> Column {
    Column(name, alias, .text) { _ in text.isEmpty ? .empty : .text(text) }
  }

  /// Whether no row has a value: a GeoJSON reader would take such a column for text.
  func isEmpty(in rows: [Release.Row]) -> Bool { rows.allSatisfy { value($0) == .empty } }
}
