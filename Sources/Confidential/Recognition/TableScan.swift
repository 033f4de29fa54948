internal import Tables

/// What is counted while a table is walked through, block by block.
struct TableScan: Sendable {
  private let width: Int
  private let xColumn: Int?
  private let yColumn: Int?
  private let keyColumn: Int?
  private let communeColumns: [Int]

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
    communeColumns = [first([.commune]), first([.iris])].compactMap(\.self)
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
    }
    return part
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

  /// The counts of some blocks.
  struct Part: Sendable {
    var rows = 0
    var setAside = 0
    var columns: [ColumnTally]
    var totals = 0
    var totalLines: [Int] = []
    private var totalTexts: [Int: Set<String>] = [:]
    var keys: [UInt64]?
    var communes: [String: Int] = [:]
    var xs: [Double] = []
    var ys: [Double] = []
    var isSampled = false

    /// Beyond so many rows, repeated keys are not looked for.
    private static let mostKeys = 8_000_000

    init(width: Int, hasKey: Bool) {
      columns = Array(repeating: ColumnTally(), count: width)
      keys = hasKey ? [] : nil
    }

    mutating func addTotal(_ text: String, column: Int, line: Int) {
      totals += 1
      if totalLines.count < 3 { totalLines.append(line) }
      totalTexts[column, default: []].insert(text)
    }

    mutating func merge(_ later: Part) {
      rows += later.rows
      setAside += later.setAside
      for index in columns.indices { columns[index].merge(later.columns[index]) }
      totals += later.totals
      totalLines = Array((totalLines + later.totalLines).prefix(3))
      totalTexts.merge(later.totalTexts) { $0.union($1) }
      if let added = later.keys, (keys?.count ?? 0) + added.count <= Self.mostKeys {
        keys?.append(contentsOf: added)
      } else {
        keys = nil
      }
      communes.merge(later.communes, uniquingKeysWith: +)
      xs += later.xs
      ys += later.ys
      isSampled = isSampled || later.isSampled
    }

    var duplicates: Int? { keys.map { $0.count - Set($0).count } }

    func words(in names: [String]) -> [String: [String]] {
      Dictionary(
        totalTexts.map { (names[$0.key], $0.value.sorted()) }, uniquingKeysWith: { $0 + $1 })
    }
  }
}

/// Words that begin rows which are no rows of data.
enum RowWords {
  private static let words = [
    "total", "ensemble", "somme", "sous-total", "total general", "totaux",
  ]

  /// Whether a cell is « Total », « Ensemble » or the like, and nothing more than a few words.
  static func isTotal(_ cell: Field) -> Bool {
    guard let first = cell.bytes.first, cell.bytes.count <= 40,
      [0x54, 0x74, 0x45, 0x65, 0x53, 0x73].contains(first)
    else { return false }
    let text = cell.text.lowercased()
    return words.contains { text == $0 || text.hasPrefix($0 + " ") }
  }
}
