internal import Diagnostics
internal import Tables
internal import Territory

/// Reads the category of a row: the labels of the declared columns.
///
/// A column with more labels than `mostLabels` is refused: it holds names or dates, not categories.
struct CategoryReader {
  static let mostLabels = 200
  static let unknownLabel = "non renseigné"

  private let file: String
  private let columns: [(name: String, position: Int)]
  private var known: [[(label: [UInt8], number: Int)]]
  private var numberOfLabels: [[Int]: Int] = [:]

  init(_ layout: SourceLayout, positions: [String: Int]) {
    file = layout.file
    columns = layout.categories.compactMap { category in
      positions[category.column].map { (category.column, $0) }
    }
    known = columns.map { _ in [] }
  }

  /// Whether all rows are of one category.
  var isTrivial: Bool { columns.isEmpty }

  /// - Returns: the number of the category in `counts`
  /// - Throws: `intake.too-many-labels`
  mutating func category(
    of row: Int, in block: borrowing RowBlock, counts: inout PlacedCounts
  ) throws(Problem) -> Int {
    let key = try key(of: row, in: block)
    if let number = numberOfLabels[key] { return number }
    let number = counts.number(of: Tally.Category(labels(of: key)))
    numberOfLabels[key] = number
    return number
  }

  /// - Returns: the labels of the row, one for each declared column
  /// - Throws: `intake.too-many-labels`
  mutating func labels(of row: Int, in block: borrowing RowBlock) throws(Problem) -> [String] {
    let key = try key(of: row, in: block)
    return labels(of: key)
  }

  private mutating func key(
    of row: Int, in block: borrowing RowBlock
  ) throws(Problem) -> [Int] {
    var key: [Int] = []
    for index in columns.indices {
      key.append(try label(of: block.field(row, columns[index].position).trimmed, index))
    }
    return key
  }

  private func labels(of key: [Int]) -> [String] {
    zip(key, known).map { label, known in
      let text = String(decoding: known[label].label, as: UTF8.self)
      return text.isEmpty ? Self.unknownLabel : text
    }
  }

  private mutating func label(of field: Field, _ index: Int) throws(Problem) -> Int {
    if let label = known[index].first(where: { field.equals($0.label) }) { return label.number }
    guard known[index].count < Self.mostLabels else {
      throw Wording.tooManyLabels(columns[index].name, most: Self.mostLabels, file: file)
    }
    known[index].append((Array(field.text.utf8), known[index].count))
    return known[index].count - 1
  }
}
