internal import Diagnostics
internal import Recognition
internal import Tables

/// Rows that are not counted: totals and notes by the declared texts, repeated keys as declared.
///
/// - Confidential: yes, reads cells; keeps hashes of keys while one file is read
struct RowExclusion: Sendable {
  private let excluded: [(position: Int, values: [[UInt8]], openings: [RowWords])]
  private let repeats: [Int: Set<Int>]

  init(_ layout: SourceLayout, positions: [String: Int], table: DelimitedFile) throws(Problem) {
    excluded = layout.excluded.compactMap { rows in
      let openings = rows.values.compactMap(RowWords.init(pattern:))
      return positions[rows.column].map { ($0, rows.values.map { Array($0.utf8) }, openings) }
    }
    guard let key = layout.key else {
      repeats = [:]
      return
    }
    let found = try Self.repeats(of: key.column, in: table)
    repeats = found.rows
    if found.count == 0 { return }
    let place = table.place(line: found.firstLine, column: try table.index(of: key.column))
    problem = Wording.repeatedKeys(found.count, key, at: place)
  }

  /// What the repeated keys call for; `nil` when no key is repeated.
  private(set) var problem: Problem?

  /// Whether nothing is left out.
  var isTrivial: Bool { excluded.isEmpty && repeats.isEmpty }

  /// The rows of a block to leave out.
  func rows(of block: borrowing RowBlock, key: RepeatedKey?) -> Set<Int> {
    var rows = key?.rule == .once ? repeats[block.index] ?? [] : []
    for (position, values, openings) in excluded {
      for row in 0..<block.rowCount {
        let field = block.field(row, position).trimmed
        let isTold =
          values.contains { field.equals($0) } || openings.contains { $0.open(field) }
        if isTold { rows.insert(row) }
      }
    }
    return rows
  }

  /// Says which rows were declared to be left out.
  func record(_ rows: Set<Int>, of block: borrowing RowBlock, in problems: inout ProblemLog) {
    let known = repeats[block.index] ?? []
    for row in rows.sorted() where !known.contains(row) {
      problems.record(Wording.excluded(at: block.place(of: row)))
    }
  }

  /// A first walk: which rows repeat a key that came before, in the order of the file.
  private static func repeats(
    of column: String, in table: DelimitedFile
  ) throws(Problem) -> (rows: [Int: Set<Int>], count: Int, firstLine: Int?) {
    let blocks = try table.mapBlocks(reading: [try table.index(of: column)]) { block in
      (0..<block.rowCount).map { row -> Key in
        let cell = block.field(row, 0).trimmed
        return Key(hash: cell.bytes.isEmpty ? 0 : hash(cell), line: block.line(of: row))
      }
    }
    var seen: Set<UInt64> = []
    var rows: [Int: Set<Int>] = [:]
    var count = 0
    var firstLine: Int?
    for (index, keys) in blocks.results.enumerated() {
      for (row, key) in keys.enumerated() where key.hash != 0 && !seen.insert(key.hash).inserted {
        rows[index, default: []].insert(row)
        count += 1
        firstLine = firstLine ?? key.line
      }
    }
    return (rows, count, firstLine)
  }

  private struct Key: Sendable {
    let hash: UInt64
    let line: Int
  }

  /// FNV-1a, never 0.
  private static func hash(_ cell: Field) -> UInt64 {
    cell.bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1
  }
}

/// The pseudonym of a person or household, and what becomes of rows that repeat it.
///
/// Never published; rows are never told apart by their address.
public struct RepeatedKey: Sendable, Hashable {
  /// Column of the file.
  public let column: String
  /// What becomes of the rows after the first.
  public let rule: Rule

  /// What becomes of rows that repeat a key.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// They count, and are said.
    case keep
    /// The first row counts alone.
    case once
    /// The file is refused.
    case refuse
  }

  /// A key and its rule.
  public init(column: String, rule: Rule) {
    self.column = column
    self.rule = rule
  }
}
