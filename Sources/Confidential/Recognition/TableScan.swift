internal import Tables

/// What is counted while a table is walked through, block by block.
struct TableScan: Sendable {
  private let width: Int
  private let xColumn: Int?
  private let yColumn: Int?
  private let keyColumn: Int?
  private let communeColumns: [Int]
  /// By column: a set would have to hash every cell's.
  private let isCode: [Bool]
  private let townColumns: [Int]
  private let addressColumns: [Int]
  private let spotColumns: [Int]
  private let placeColumns: [Int]
  private let noteColumn: Int?
  private let lineColumns: [Int]
  private let namedLines: Set<Int>
  private let totals: TotalSearch
  /// Whether a column names a commune by its code, as far as names tell.
  private let hasCommune: Bool

  /// Cells are looked at in the first blocks, then in one block out of so many.
  private static let wholeBlocks = 32
  private static let stride = 8
  private static let positions = 200

  /// - Parameters:
  ///   - roles: of the columns, as their names tell them
  init(_ table: DelimitedFile, roles: [ColumnRole?]) {
    width = table.columns.count
    let first = { (wanted: [ColumnRole]) in
      wanted.lazy.compactMap { roles.firstIndex(of: $0) }.first
    }
    (xColumn, yColumn) = (first([.x, .longitude]), first([.y, .latitude]))
    keyColumn = first([.key])
    noteColumn = table.columns.firstIndex(where: NoteCounts.isNote)
    lineColumns = roles.indices.filter { index in
      roles[index].map { $0 == .address || $0 == .complement }
        ?? HeaderNames.isMadeUp(table.columns[index])
    }
    totals = TotalSearch(roles)
    communeColumns = roles.indices.filter { index in
      roles[index].map { [.commune, .iris, .city].contains($0) } ?? true
    }
    isCode = roles.map { $0 == .commune || $0 == .iris }
    placeColumns = [first([.commune]), first([.iris]), first([.irisPart])].compactMap(\.self)
    hasCommune = first([.commune, .iris]) != nil
    namedLines = Set(lineColumns.filter { roles[$0] != nil })
    townColumns = [first([.postcode]), first([.city, .commune])].compactMap(\.self)
    addressColumns = roles.indices.filter { roles[$0] == .address }
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
      if let total = totals.total(of: row, in: block) {
        part.addTotal(total.text, column: total.column, line: line)
        if total.text != nil { continue }
      }
      if let keyColumn, !block.field(row, keyColumn).isBlank {
        part.keys?.append(Self.hash(block.field(row, keyColumn).trimmed))
      }
      guard isRead else { continue }
      for column in 0..<width { part.columns[column].add(block.field(row, column), line: line) }
      for column in lineColumns where isLooked(column, in: block) {
        part.looks[column, default: LineLook()].add(block.field(row, column), line: line)
      }
      addPlace(of: row, in: block, to: &part)
      addSpot(of: row, in: block, to: &part)
      addNote(of: row, in: block, to: &part)
    }
    return part
  }

  /// Columns without a name of their own are looked at in the first block only: that tells what they
  /// are, and costs a file of many such columns nothing.
  private func isLooked(_ column: Int, in block: borrowing RowBlock) -> Bool {
    block.index == 0 || namedLines.contains(column)
  }

  private func addNote(of row: Int, in block: borrowing RowBlock, to part: inout Part) {
    guard let noteColumn, noteColumn + 1 < width else { return }
    var isBare = true
    for column in noteColumn + 1..<width where isBare {
      isBare = block.field(row, column).isBlank
    }
    part.notes.add(block.field(row, noteColumn).trimmed, isBare: isBare)
  }

  private func addPlace(of row: Int, in block: borrowing RowBlock, to part: inout Part) {
    for column in communeColumns {
      let cell = block.field(row, column).trimmed
      if let code = Self.commune(cell) ?? (isCode[column] ? Self.mended(cell) : nil) {
        part.addCommune(code, column: column)
      }
    }
    let place = hash(of: placeColumns, row, in: block)
    if place != 0 { part.addPlace(place) }
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
    if !townColumns.isEmpty && (!hasCommune || block.index == 0) {
      let cells = townColumns.map { block.field(row, $0).trimmed.text }
      part.addTown(Town(postcode: cells[0], city: cells.count == 2 ? cells[1] : ""))
    }
    if townColumns.isEmpty && block.index == 0 {
      let towns = addressColumns.compactMap { Town(endOf: block.field(row, $0).trimmed) }
      if let town = towns.last { part.addTown(town) }
    }
    let spot = hash(of: spotColumns, row, in: block)
    if spot != 0 { part.addSpot(spot, line: block.line(of: row)) }
  }

  private func hash(of columns: [Int], _ row: Int, in block: borrowing RowBlock) -> UInt64 {
    var hash: UInt64 = 0
    for column in columns {
      let cell = block.field(row, column).trimmed
      hash = hash &* 31 &+ (cell.bytes.isEmpty ? 0 : Self.hash(cell))
    }
    return hash
  }

  private static func number(_ cell: Field) -> Double? {
    cell.double(cell.bytes.contains(0x2C) ? .comma : .point)
  }

  /// The commune of an INSEE or IRIS code, a lost zero put back; `nil` for what is no such code.
  private static func commune(_ cell: Field) -> String? {
    let isShort = cell.bytes.count == 4 || cell.bytes.count == 8
    guard isShort || cell.bytes.count == 5 || cell.bytes.count == 9 else { return nil }
    return commune(ofCode: (isShort ? [0x30] : []) + Array(cell.bytes))
  }

  /// The same of `21231.0` and `2,1231E+04`.
  private static func mended(_ cell: Field) -> String? {
    guard (6...16).contains(cell.bytes.count), cell.bytes[0] &- 0x30 < 10,
      let digits = MendedCode.digits(of: cell.text)
    else { return nil }
    let isShort = digits.utf8.count == 4 || digits.utf8.count == 8
    return commune(ofCode: Array(((isShort ? "0" : "") + digits).utf8))
  }

  private static func commune(ofCode code: [UInt8]) -> String? {
    let isCode = code.count == 5 ? FrenchCode.isCommune(code) : FrenchCode.isIris(code)
    return isCode ? String(decoding: code.prefix(5), as: UTF8.self) : nil
  }

  /// FNV-1a: the same on every machine.
  private static func hash(_ cell: Field) -> UInt64 {
    cell.bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
