/// What tells names of columns from a first row of data, when both are texts.
///
/// A row of data taken for names would be printed: where nothing speaks for names, they are refused.
struct HeaderEvidence {
  private let texts: [String]
  /// The rows under it, of its width.
  private let rows: [[String]]
  /// Columns of numbers under it.
  private let numeric: Set<Int>

  init(_ texts: [String], over rows: [[String]], numeric: Set<Int>) {
    self.texts = texts
    self.rows = rows.filter { $0 != texts }
    self.numeric = numeric
  }

  /// Whether the texts are names, as far as they and the rows under them tell.
  ///
  /// - Parameters:
  ///   - isFirst: whether no row of data may stand above
  func allowsHeader(isFirst: Bool) -> Bool {
    let usual = texts.count(where: ColumnName.isUsual)
    let filled = texts.count { !$0.isEmpty }
    if usual >= 2 || usual == 1 && filled <= 3 { return true }
    if resemblesRow { return false }
    return usual == 1 || isOverNumbers || isFirst && !hasShapeOfRows
  }

  /// Whether a line under names is a row, and no labels nor parts of names: a number is masked in it, or
  /// none of its cells begins as a name does, and they are written as those below.
  static func isRow(
    _ texts: [String], over table: SampleRecords, at index: Int, numeric: [Int]
  ) -> Bool {
    if numeric.contains(where: { isMask(texts[$0]) }) { return true }
    let rows = HeaderDetection.rows(table, after: index, width: texts.count)
    let evidence = HeaderEvidence(texts, over: rows, numeric: Set(numeric))
    return evidence.resemblesRow
      || !texts.contains(where: ColumnName.isUsual) && evidence.hasShapeOfWordedRows
  }

  /// A text over numbers; one of the short ones by which a partner masks a number tells nothing.
  private var isOverNumbers: Bool {
    numeric.contains { column in
      let text = texts[column]
      return !text.isEmpty && !HeaderDetection.looksNumeric(text) && !Self.isMask(text)
    }
  }

  private static func isMask(_ text: String) -> Bool {
    masks.contains(text.lowercased()) || ["<", "≤"].contains { text.hasPrefix($0) }
  }

  private static let masks: Set<String> = [
    "s", "c", "nd", "n.d.", "n.d", "ns", "nc", "n.c.", "*", "secret", "**", "-", "…",
  ]

  /// A cell that comes again under itself, or an address over addresses.
  private var resemblesRow: Bool {
    texts.indices.contains { column in
      let text = texts[column]
      guard text.count >= 3, !HeaderDetection.looksNumeric(text) else { return false }
      let below = cells(column)
      if below.contains(text) { return true }
      return Self.isNumbered(text) && 2 * below.count(where: Self.isNumbered) > below.count
    }
  }

  /// Whether half of the words are written as those under them are; so is a row over nothing.
  private var hasShapeOfRows: Bool {
    let worded = texts.indices.filter { texts[$0].count(where: \.isLetter) >= 3 }
    let alike = worded.filter { column in
      let shape = Shape(texts[column])
      let below = cells(column)
      return below.isEmpty || 2 * below.count { Shape($0) == shape } > below.count
    }
    return !worded.isEmpty && 2 * alike.count >= worded.count
  }

  /// Whether half of the words over words are written as those.
  private var hasShapeOfWordedRows: Bool {
    let worded = texts.indices.filter { column in
      texts[column].count(where: \.isLetter) >= 3 && !numeric.contains(column)
        && !cells(column).isEmpty
    }
    let alike = worded.filter { column in
      let shape = Shape(texts[column])
      let below = cells(column)
      return 2 * below.count { Shape($0) == shape } > below.count
    }
    return !worded.isEmpty && 2 * alike.count >= worded.count
  }

  private func cells(_ column: Int) -> [String] { rows.map { $0[column] }.filter { !$0.isEmpty } }

  /// « 12 rue Neuve ».
  private static func isNumbered(_ text: String) -> Bool {
    guard text.first?.isNumber ?? false else { return false }
    return text.split(separator: " ").contains { $0.allSatisfy(\.isLetter) && $0.count >= 2 }
  }

  /// How a text is written.
  private enum Shape {
    case capitals, capitalised, small, other

    init(_ text: String) {
      let letters = text.filter(\.isLetter)
      let capitals = letters.count(where: \.isUppercase)
      if letters.count < 2 {
        self = .other
      } else if capitals == letters.count {
        self = .capitals
      } else {
        self = capitals == 0 ? .small : letters.first?.isUppercase ?? false ? .capitalised : .other
      }
    }
  }
}
