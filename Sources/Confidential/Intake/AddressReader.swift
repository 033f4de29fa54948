internal import Diagnostics
internal import Geocoding
internal import Recognition
internal import Tables

/// Reads the address of a row.
struct AddressReader: Sendable {
  /// The columns of the file that are read, in the order of the parts.
  let read: [Int]
  private let parts: [AddressQuery.Part]
  private let commune: String?
  /// The place of the first part among the columns that a block was asked for.
  private let first: Int
  /// Which codes of a part have lost a zero; `nil` for other parts, and where nothing is known.
  private let zeros: [LostZeros?]

  /// - Parameters:
  ///   - first: how many columns are read before the address's
  /// - Throws: `tables.unknown-column`, `tables.ambiguous-column`
  init(_ columns: AddressColumns, table: DelimitedFile, after first: Int = 0) throws(Problem) {
    var read: [Int] = []
    for name in columns.names { read.append(try table.index(of: name)) }
    self.read = read
    self.first = first
    zeros = Array(repeating: nil, count: read.count)
    parts = columns.columns.map(\.part)
    commune = columns.commune
  }

  /// The same over columns whose places in a block are known.
  init(_ columns: AddressColumns, places: [Int], zeros: [LostZeros?]) {
    read = places
    self.zeros = zeros
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
      let field = field(index, block, row)
      if field.bytes.isEmpty { continue }
      hasText = true
      if let zeros = zeros[index] {
        let code = MendedCode(field, width: 5, zeros: zeros)
        if !code.isRefused { query.add(code.text, as: part) }
      } else {
        query.add(field.bytes, as: part)
      }
    }
    if let commune { query.add(commune, as: .insee) }
    return hasText
  }

  /// The street of a row as typed: for the review.
  func streetText(of block: borrowing RowBlock, _ row: Int) -> String {
    var texts: [String] = []
    for index in parts.indices where Self.tellsStreet(parts[index]) {
      let text = field(index, block, row).text
      if !text.isEmpty { texts.append(text) }
    }
    return texts.joined(separator: " ")
  }

  /// The number and suffix of a row in columns of their own; empty when there is none.
  func numberText(of block: borrowing RowBlock, _ row: Int) -> String {
    var texts: [String] = []
    for part in [AddressQuery.Part.number, .suffix] {
      for index in parts.indices where parts[index] == part {
        let text = field(index, block, row).text
        if !text.isEmpty { texts.append(text) }
      }
    }
    return texts.joined(separator: " ")
  }

  /// How the address of a row is written.
  func form(of block: borrowing RowBlock, _ row: Int) -> AddressForm {
    var form = AddressForm()
    for index in parts.indices where Self.tellsStreet(parts[index]) || parts[index] == .number {
      form.look(at: field(index, block, row).bytes)
    }
    return form
  }

  private func field(_ index: Int, _ block: borrowing RowBlock, _ row: Int) -> Field {
    block.field(row, first < 0 ? read[index] : first + index).trimmed
  }

  private static func tellsStreet(_ part: AddressQuery.Part) -> Bool {
    switch part {
    case .line, .type, .street, .place: true
    default: false
    }
  }
}
