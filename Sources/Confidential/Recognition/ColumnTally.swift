internal import Tables

/// What the cells of one column look like, counted; no cell is kept but short labels and masks.
///
/// - Confidential: yes, until `ColumnProfile` has judged it
struct ColumnTally: Sendable {
  private(set) var filled = 0
  private(set) var blank = 0
  private var counts = [Int](repeating: 0, count: CellKind.all.count)
  private(set) var smallest = Double.infinity
  private(set) var greatest = -Double.infinity
  /// How often each text that may stand for a value was met.
  private(set) var masks: [String: Int] = [:]
  /// Distinct short cells, at most `mostLabels`; `nil` beyond.
  private(set) var labels: Set<[UInt8]>? = []
  /// First lines whose code is one digit short, and whose number became a date.
  private(set) var shortLines: [Int] = []
  private(set) var dateLines: [Int] = []
  private(set) var inflatedLines: [Int] = []

  static let mostLabels = 40
  private static let mostMasks = 16

  /// How many cells are of a kind.
  subscript(_ kind: CellKind) -> Int { counts[kind.rawValue.trailingZeroBitCount] }

  mutating func add(_ cell: Field, line: Int) {
    let cell = cell.trimmed
    if cell.bytes.isEmpty {
      blank += 1
      return
    }
    filled += 1
    let kind = CellKind(cell)
    count(kind, line: line)
    if kind.contains(.mask), masks.count < Self.mostMasks { masks[cell.text, default: 0] += 1 }
    if kind.contains(.whole) || kind.contains(.decimal) { measure(cell, kind) }
    label(cell)
  }

  mutating func merge(_ later: ColumnTally) {
    filled += later.filled
    blank += later.blank
    for index in counts.indices { counts[index] += later.counts[index] }
    smallest = min(smallest, later.smallest)
    greatest = max(greatest, later.greatest)
    for (text, count) in later.masks { masks[text, default: 0] += count }
    shortLines = Array((shortLines + later.shortLines).prefix(3))
    dateLines = Array((dateLines + later.dateLines).prefix(3))
    inflatedLines = Array((inflatedLines + later.inflatedLines).prefix(3))
    guard let known = labels, let added = later.labels else {
      labels = nil
      return
    }
    let union = known.union(added)
    labels = union.count > Self.mostLabels ? nil : union
  }

  private mutating func count(_ kind: CellKind, line: Int) {
    var rest = kind.rawValue
    while rest != 0 {
      counts[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
    let isShort = kind.contains(.length4) || kind.contains(.length8)
    if isShort && shortLines.count < 3 { shortLines.append(line) }
    let isDay = kind.contains(.excelDate) || kind.contains(.serial)
    if isDay && dateLines.count < 3 { dateLines.append(line) }
    if kind.contains(.inflated) && inflatedLines.count < 3 { inflatedLines.append(line) }
  }

  private mutating func measure(_ cell: Field, _ kind: CellKind) {
    guard let value = cell.double(kind.contains(.comma) ? .comma : .point) else { return }
    smallest = min(smallest, value)
    greatest = max(greatest, value)
  }

  private mutating func label(_ cell: Field) {
    guard let known = labels, cell.bytes.count <= 40 else {
      labels = nil
      return
    }
    if known.count > Self.mostLabels {
      labels = nil
      return
    }
    labels?.insert(Array(cell.bytes))
  }
}
