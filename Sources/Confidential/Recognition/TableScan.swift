internal import Tables

/// What is counted while a table is walked through, block by block.
struct TableScan: Sendable {
  private let width: Int
  private let xColumn: Int?
  private let yColumn: Int?
  private let keyColumn: Int?
  private let communeColumns: [Int]
  private let townColumns: [Int]
  private let spotColumns: [Int]
  private let noteColumn: Int?

  /// Cells are looked at in the first blocks, then in one block out of so many.
  private static let wholeBlocks = 32
  private static let stride = 8
  private static let positions = 200

  init(_ table: DelimitedFile) {
    width = table.columns.count
    let roles = table.columns.enumerated().map { index, name in
      HeaderNames.role(
        of: name, label: table.labels.indices.contains(index) ? table.labels[index] : "")
    }
    let first = { (wanted: [ColumnRole]) in
      wanted.lazy.compactMap { roles.firstIndex(of: $0) }.first
    }
    (xColumn, yColumn) = (first([.x, .longitude]), first([.y, .latitude]))
    keyColumn = first([.key])
    noteColumn = table.columns.firstIndex(where: NoteCounts.isNote)
    communeColumns = [first([.commune]), first([.iris])].compactMap(\.self)
    townColumns =
      communeColumns.isEmpty ? [first([.postcode]), first([.city])].compactMap(\.self) : []
    let addressRoles: Set<ColumnRole> = [
      .number, .suffix, .streetType, .street, .address, .place, .postcode, .city, .commune,
    ]
    let address = roles.indices.filter { roles[$0].map(addressRoles.contains) ?? false }
    let hasStreet = roles.contains { [.street, .address, .place].contains($0) }
    spotColumns =
      [xColumn, yColumn].compactMap(\.self).count == 2
      ? [xColumn, yColumn].compactMap(\.self) : hasStreet ? address : []
  }

  /// Counts of nothing.
  var empty: Part { Part(width: width, hasKey: keyColumn != nil) }

  func part(of block: borrowing RowBlock) -> Part {
    var part = empty
    part.rows = block.rowCount
    part.setAside = block.setAsideCount
    let isRead = block.index < Self.wholeBlocks || block.index % Self.stride == 0
    part.isSampled = !isRead
    for row in 0..<block.rowCount {
      let line = block.line(of: row)
      if let total = totalColumn(of: row, in: block) {
        part.addTotal(block.field(row, total).trimmed.text, column: total, line: line)
        continue
      }
      if let keyColumn { part.keys?.append(Self.hash(block.field(row, keyColumn).trimmed)) }
      guard isRead else { continue }
      for column in 0..<width { part.columns[column].add(block.field(row, column), line: line) }
      addPlace(of: row, in: block, to: &part)
      addSpot(of: row, in: block, to: &part)
      addNote(of: row, in: block, to: &part)
    }
    return part
  }

  private func addNote(of row: Int, in block: borrowing RowBlock, to part: inout Part) {
    guard let noteColumn, noteColumn + 1 < width else { return }
    var isBare = true
    for column in noteColumn + 1..<width where isBare {
      isBare = block.field(row, column).isBlank
    }
    part.notes.add(block.field(row, noteColumn).trimmed, isBare: isBare)
  }

  /// The column among the first ones that says a total.
  private func totalColumn(of row: Int, in block: borrowing RowBlock) -> Int? {
    for column in 0..<min(width, 6) {
      if RowWords.isTotal(block.field(row, column).trimmed) { return column }
    }
    return nil
  }

  private func addPlace(of row: Int, in block: borrowing RowBlock, to part: inout Part) {
    for column in communeColumns {
      if let code = Self.commune(block.field(row, column).trimmed) {
        part.communes[code, default: 0] += 1
        break
      }
    }
    guard let xColumn, let yColumn, part.xs.count < Self.positions else { return }
    if let x = Self.number(block.field(row, xColumn)),
      let y = Self.number(block.field(row, yColumn))
    {
      part.xs.append(x)
      part.ys.append(y)
    }
  }

  /// Where the row is, as written: many rows of one spot are a special address.
  private func addSpot(of row: Int, in block: borrowing RowBlock, to part: inout Part) {
    if townColumns.count == 2 {
      let cells = townColumns.map { block.field(row, $0).trimmed.text }
      part.addTown(Town(postcode: cells[0], city: cells[1]))
    }
    var hash: UInt64 = 0
    for column in spotColumns {
      let cell = block.field(row, column).trimmed
      hash = hash &* 31 &+ (cell.bytes.isEmpty ? 0 : Self.hash(cell))
    }
    if hash != 0 { part.addSpot(hash, line: block.line(of: row)) }
  }

  private static func number(_ cell: Field) -> Double? {
    cell.double(cell.bytes.contains(0x2C) ? .comma : .point)
  }

  /// The commune of an INSEE or IRIS code, a lost zero put back.
  private static func commune(_ cell: Field) -> String? {
    let text = cell.text
    switch text.utf8.count {
    case 5, 9: return String(text.prefix(5))
    case 4, 8: return "0" + text.prefix(4)
    default: return nil
    }
  }

  /// FNV-1a: the same on every machine.
  private static func hash(_ cell: Field) -> UInt64 {
    cell.bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
