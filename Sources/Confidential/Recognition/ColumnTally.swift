internal import Tables

/// What the cells of one column look like, counted; no cell is kept but short labels and masks.
///
/// - Confidential: yes, until `ColumnProfile` has judged it
struct ColumnTally: Sendable {
  private(set) var filled = 0
  private(set) var blank = 0
  private var counts = [Int](repeating: 0, count: CellKind.all.count)
  /// The first lines that have a cell of each kind.
  private var lines = [[Int]](repeating: [], count: CellKind.all.count)
  private(set) var smallest = Double.infinity
  private(set) var greatest = -Double.infinity
  /// The years of dates.
  private(set) var firstYear = Int.max
  private(set) var lastYear = Int.min
  /// How often each text that may stand for a value was met.
  private(set) var masks: [String: Int] = [:]
  /// Masks met once so many are known.
  private(set) var otherMasks = 0
  /// Cells that are neither a whole number, however written, nor a known mask.
  private(set) var odd = LinePlaces()
  /// Distinct short cells, at most `mostLabels`; `nil` beyond.
  private(set) var labels: Set<[UInt8]>? = []

  static let mostLabels = 40
  private static let mostMasks = 16
  private static let mostLines = 3

  /// How many cells are of a kind.
  subscript(_ kind: CellKind) -> Int { counts[kind.rawValue.trailingZeroBitCount] }

  /// The first lines that have a cell of one of the kinds.
  func lines(of kinds: CellKind) -> [Int] {
    let found = CellKind.all.indices.filter { kinds.contains(CellKind.all[$0]) }.flatMap {
      lines[$0]
    }
    return Array(Set(found).sorted().prefix(Self.mostLines))
  }

  /// How many cells are of a kind, and the first lines that have one.
  func places(of kind: CellKind) -> LinePlaces { LinePlaces(self[kind], lines(of: kind)) }

  mutating func add(_ cell: Field, line: Int) {
    let cell = cell.trimmed
    if cell.bytes.isEmpty {
      blank += 1
      return
    }
    filled += 1
    let kind = CellKind(cell)
    count(kind, line: line)
    if kind.isDisjoint(with: .countable) { odd.add(line) }
    if kind.contains(.mask) { mask(cell) }
    if kind.contains(.whole) || kind.contains(.decimal) { measure(cell, kind) }
    if kind.contains(.date) { date(cell) }
    label(cell)
  }

  mutating func merge(_ later: ColumnTally) {
    filled += later.filled
    blank += later.blank
    for index in counts.indices {
      counts[index] += later.counts[index]
      lines[index] = Array((lines[index] + later.lines[index]).prefix(Self.mostLines))
    }
    smallest = min(smallest, later.smallest)
    greatest = max(greatest, later.greatest)
    firstYear = min(firstYear, later.firstYear)
    lastYear = max(lastYear, later.lastYear)
    for (text, count) in later.masks { masks[text, default: 0] += count }
    otherMasks += later.otherMasks
    odd = odd.adding(later.odd)
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
      let index = rest.trailingZeroBitCount
      counts[index] += 1
      if counts[index] <= Self.mostLines { lines[index].append(line) }
      rest &= rest - 1
    }
  }

  private mutating func mask(_ cell: Field) {
    let text = cell.text
    if masks.count < Self.mostMasks || masks[text] != nil {
      masks[text, default: 0] += 1
    } else {
      otherMasks += 1
    }
  }

  private mutating func measure(_ cell: Field, _ kind: CellKind) {
    guard let value = cell.double(kind.contains(.comma) ? .comma : .point) else { return }
    smallest = min(smallest, value)
    greatest = max(greatest, value)
  }

  /// The four digits that begin a date or end its first ten characters.
  private mutating func date(_ cell: Field) {
    let isFirst = cell.bytes[4] &- 0x30 >= 10
    let digits = isFirst ? cell.bytes[0..<4] : cell.bytes[6..<10]
    let year = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
    firstYear = min(firstYear, year)
    lastYear = max(lastYear, year)
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

/// How many cells are in some state, and the first lines that have one.
public struct LinePlaces: Sendable, Hashable {
  /// How many.
  public private(set) var count: Int
  /// At most three, from the top.
  public private(set) var lines: [Int]

  /// No cell, unless given.
  public init(_ count: Int = 0, _ lines: [Int] = []) {
    self.count = count
    self.lines = lines
  }

  /// One more, below those that are known.
  mutating func add(_ line: Int) {
    count += 1
    if lines.count < 3 { lines.append(line) }
  }

  /// Both together, the topmost lines kept.
  func adding(_ other: LinePlaces) -> LinePlaces {
    LinePlaces(count + other.count, Array((lines + other.lines).sorted().prefix(3)))
  }
}
