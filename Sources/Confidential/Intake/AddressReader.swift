internal import Diagnostics
internal import Geocoding
internal import Tables

/// Reads the address of a row.
struct AddressReader: Sendable {
  /// The columns of the file that are read, in the order of the parts.
  let read: [Int]
  private let parts: [AddressQuery.Part]
  private let commune: String?
  /// The place of the first part among the columns that a block was asked for.
  private let first: Int

  /// - Parameters:
  ///   - first: how many columns are read before the address's
  /// - Throws: `tables.unknown-column`, `tables.ambiguous-column`
  init(_ columns: AddressColumns, table: DelimitedFile, after first: Int = 0) throws(Problem) {
    var read: [Int] = []
    for name in columns.names { read.append(try table.index(of: name)) }
    self.read = read
    self.first = first
    parts = columns.columns.map(\.part)
    commune = columns.commune
  }

  /// The same over columns whose places in a block are known.
  init(_ columns: AddressColumns, places: [Int]) {
    read = places
    first = -1
    parts = columns.columns.map(\.part)
    commune = columns.commune
  }

  /// Fills the query with the address of a row.
  ///
  /// - Returns: whether any part holds something
  func fill(_ query: inout AddressQuery, from block: borrowing RowBlock, _ row: Int) -> Bool {
    query.clear()
    var hasText = false
    for (index, part) in parts.enumerated() {
      let field = block.field(row, first < 0 ? read[index] : first + index).trimmed
      if field.bytes.isEmpty { continue }
      hasText = true
      query.add(field.bytes, as: part)
    }
    if let commune { query.add(commune, as: .insee) }
    return hasText
  }

  /// Whether the part tells what is asked about a row's street: for the review.
  func streetText(of block: borrowing RowBlock, _ row: Int) -> String {
    parts.indices.filter { [.line, .type, .street, .place].contains(parts[$0]) }
      .map { block.field(row, first < 0 ? read[$0] : first + $0).trimmed.text }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
