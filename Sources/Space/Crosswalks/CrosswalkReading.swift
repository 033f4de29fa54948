public import Diagnostics
internal import Tables
public import Territory

extension Crosswalk {
  /// Where a table has what a crosswalk needs.
  public struct TableColumns: Sendable, Hashable {
    /// The old code.
    public var old: String
    /// The new code.
    public var new: String
    /// The share; a table without it must lead each old code to one new one.
    public var share: String

    /// Columns by their names, by default those that Maille writes.
    public init(
      old: String = Crosswalk.columns[0], new: String = Crosswalk.columns[1],
      share: String = Crosswalk.columns[2]
    ) {
      self.old = old
      self.new = new
      self.share = share
    }
  }

  /// A table of passage: Maille's own, or another's by its columns (a column of codes for each year,
  /// as HISTORIRIS has them).
  ///
  /// - Parameters:
  ///   - columns: a missing column of shares means that everything goes to one IRIS
  ///   - editions: what the codes are of; `nil` to take it from the table
  /// - Returns: shares of one old IRIS add up to exactly one, whatever their decimals did;
  ///   `crosswalks.bad-row` sets rows aside
  /// - Throws: what `DelimitedFile` throws; `crosswalks.no-edition`, `crosswalks.bad-total`,
  ///   `crosswalks.repeated-link`
  public static func read(
    _ path: String, columns: TableColumns = TableColumns(),
    editions: (from: Edition, to: Edition)? = nil
  ) throws(Problem) -> (Crosswalk, ProblemLog) {
    let reading = try CrosswalkReading(path, columns)
    return try reading.crosswalk(editions)
  }
}

/// One reading of a table of passage.
private struct CrosswalkReading {
  private let file: DelimitedFile
  private let rows: [Row]
  private let problems: ProblemLog

  /// One row; a blank code is `nil`.
  private struct Row: Sendable {
    let line: Int
    let old: Iris?
    let new: Iris?
    let share: Double?
    let method: Link.Method
    let change: Link.Change?
    let coverage: Double
    let editions: [String]
  }

  /// The columns of the table, by position.
  private struct Positions: Sendable {
    let read: [Int]
    private let places: [String: Int]

    init(_ file: DelimitedFile, _ columns: Crosswalk.TableColumns) throws(Problem) {
      var found = [
        (columns.old, try file.index(of: columns.old)),
        (columns.new, try file.index(of: columns.new)),
      ]
      for name in [columns.share] + Crosswalk.columns.dropFirst(3) {
        if let index = try? file.index(of: name) { found.append((name, index)) }
      }
      read = found.map(\.1)
      places = Dictionary(found.enumerated().map { ($1.0, $0) }) { first, _ in first }
    }

    subscript(name: String) -> Int? { places[name] }
  }

  init(_ path: String, _ columns: Crosswalk.TableColumns) throws(Problem) {
    let file = try DelimitedFile(path)
    let positions = try Positions(file, columns)
    let (blocks, problems) = try file.mapBlocks(reading: positions.read) { block in
      Self.rows(block, positions, columns, file)
    }
    self.file = file
    rows = blocks.flatMap(\.0)
    self.problems = blocks.reduce(file.problems.followed(by: problems)) { $0.followed(by: $1.1) }
  }

  private static func rows(
    _ block: borrowing RowBlock, _ positions: Positions, _ columns: Crosswalk.TableColumns,
    _ file: DelimitedFile
  ) -> ([Row], ProblemLog) {
    var rows: [Row] = []
    var problems = ProblemLog()
    for row in 0..<block.rowCount {
      let line = block.line(of: row)
      func text(_ name: String) -> String {
        positions[name].map { block.field(row, $0).trimmed.text } ?? ""
      }
      func number(_ name: String) -> Double? {
        positions[name].flatMap {
          block.field(row, $0).double(.point) ?? block.field(row, $0).double(.comma)
        }
      }
      let codes = [text(columns.old), text(columns.new)]
      let irises = codes.map { Iris($0) ?? Iris("0" + $0) }
      let share = positions[columns.share] == nil ? 1 : number(columns.share)
      let isWhole = zip(codes, irises).allSatisfy { $0.isEmpty || $1 != nil }
      let isLink = irises.allSatisfy { $0 != nil }
      guard isWhole, codes != ["", ""], !isLink || share.map({ 0 <= $0 && $0 <= 1 }) ?? false else {
        problems.record(Wording.badRow(file.place(line: line)))
        continue
      }
      rows.append(
        Row(
          line: line, old: irises[0], new: irises[1], share: share,
          method: Link.Method(rawValue: text(Crosswalk.columns[3])) ?? .table,
          change: Link.Change(rawValue: text(Crosswalk.columns[4])),
          coverage: number(Crosswalk.columns[5]) ?? 1,
          editions: [text(Crosswalk.columns[6]), text(Crosswalk.columns[7])]))
    }
    return (rows, problems)
  }

  func crosswalk(
    _ declared: (from: Edition, to: Edition)?
  ) throws(Problem) -> (Crosswalk, ProblemLog) {
    let editions = if let declared { declared } else { try written() }
    let links = try links()
    let reached = Set(links.map(\.new))
    let leading = Set(links.map(\.old))
    let crosswalk = Crosswalk(
      from: editions.from, to: editions.to, links: links,
      vanished: Set(rows.filter { $0.new == nil }.compactMap(\.old)).subtracting(leading).sorted(),
      appeared: Set(rows.filter { $0.old == nil }.compactMap(\.new)).subtracting(reached).sorted())
    return (crosswalk, problems.followed(by: crosswalk.problems()))
  }

  /// The editions that the table names, when it names the same in every row.
  private func written() throws(Problem) -> (from: Edition, to: Edition) {
    let named = Set(rows.map(\.editions))
    guard named.count == 1, let names = named.first, !names.contains("") else {
      throw Wording.noEdition(file.path)
    }
    return (Edition(names[0]), Edition(names[1]))
  }

  private func links() throws(Problem) -> [Link] {
    var rowsOfOld: [Iris: [Row]] = [:]
    for row in rows {
      if let old = row.old, row.new != nil { rowsOfOld[old, default: []].append(row) }
    }
    var links: [Link] = []
    for (old, rows) in rowsOfOld.sorted(by: { $0.key < $1.key }) {
      links += try self.links(from: old, rows)
    }
    return links
  }

  private func links(from old: Iris, _ rows: [Row]) throws(Problem) -> [Link] {
    let rows = rows.sorted { ($0.new ?? old, $0.line) < ($1.new ?? old, $1.line) }
    if let twice = zip(rows, rows.dropFirst()).first(where: { $0.new == $1.new }) {
      throw Wording.repeatedLink(file.place(line: twice.1.line), old)
    }
    let sum = rows.reduce(0) { $0 + ($1.share ?? 0) }
    guard abs(sum - 1) <= 1e-3 else { throw Wording.badTotal(file.place(line: rows[0].line), old) }
    let weights = rows.map { Int((($0.share ?? 0) * 1e9).rounded()) }
    let shares = Apportionment.parts(of: Share.wholeBillionths, by: weights)
    return zip(rows, shares).compactMap { row, share in
      row.new.map { new in
        Link(
          old: old, new: new, share: Share(billionths: share), method: row.method,
          change: row.change ?? Self.change(old, new, of: rows.count),
          coverage: Share(row.coverage, of: 1))
      }
    }
  }

  /// What can be told of one old IRIS alone.
  private static func change(_ old: Iris, _ new: Iris, of count: Int) -> Link.Change {
    count > 1 ? .split : old == new ? .none : .recoded
  }
}
