public import Boundaries
public import Diagnostics
internal import Files
internal import Locating
internal import Synchronization
public import Tables
public import Territory

/// Gives each row of a file its IRIS, and keeps only the columns that were asked for.
///
/// - Confidential: yes, its output has a line for each person
public struct RowLocator: Sendable {
  private let file: String
  private let declaration: Declaration
  private let columns: PositionColumns
  private let kept: [String]

  /// - Parameters:
  ///   - kept: columns copied as they are to the output; none by default, as they may identify
  public init(
    file: String, declaration: Declaration, columns: PositionColumns, keeping kept: [String] = []
  ) {
    self.file = file
    self.declaration = declaration
    self.columns = columns
    self.kept = kept
  }

  /// What came of the rows.
  public struct Located: Sendable {
    /// A header, then a line for each line of data, in their order.
    public let csv: [[UInt8]]
    /// Every row in one class.
    public let accounting: Accounting
    /// Everything that was wrong.
    public let problems: ProblemLog
  }

  /// Locates every row.
  ///
  /// - Returns: CSV in the machine dialect, columns `ligne`, those kept, `x`, `y` (metres in the
  ///   territory's system), `iris`, `methode` (interieur, proche, commune, hors, aucune),
  ///   `distance_m`; a line that is no row of the table is counted and told, and has no line here
  /// - Throws: `files.…`, `tables.…`, `projection.…`
  public func locate(
    in territory: IrisTerritory, threads: Int = 2, progress: @Sendable (Int) -> Void = { _ in }
  ) throws(Problem) -> Located {
    try Offline.keep()
    let table = try DelimitedFile(file, declared: declaration)
    let plan = try Plan(columns, kept: kept, table: table, territory: territory)
    let blocks = try table.mapBlocks(reading: plan.read, threads: threads) {
      block throws(Problem) -> (bytes: [UInt8], accounting: Accounting) in
      let located = try plan.placer.locate(block)
      progress(block.rowCount)
      return plan.write(located, of: block)
    }
    var accounting = Accounting()
    for block in blocks.results { accounting = accounting + block.accounting }
    var problems = table.problems
    problems.append(blocks.problems)
    return Located(
      csv: [plan.header] + blocks.results.map(\.bytes), accounting: accounting, problems: problems)
  }
}

/// Which columns are read, and how a row is written.
private struct Plan: Sendable {
  let read: [Int]
  let placer: PositionPlacer
  let header: [UInt8]
  private let keptPositions: [Int]

  init(
    _ columns: PositionColumns, kept: [String], table: DelimitedFile, territory: IrisTerritory
  ) throws(Problem) {
    var read = [try table.index(of: columns.x), try table.index(of: columns.y)]
    if let commune = columns.commune { read.append(try table.index(of: commune)) }
    let first = read.count
    for name in kept { read.append(try table.index(of: name)) }
    self.read = read
    keptPositions = Array(first..<read.count)
    placer = PositionPlacer(
      columns: columns, x: 0, y: 1, commune: columns.commune == nil ? nil : 2,
      territory: territory)
    var writer = CSVWriter(for: .machine)
    for name in ["ligne"] + kept + ["x", "y", "iris", "methode", "distance_m"] {
      writer.text(name)
    }
    writer.endRow()
    header = writer.bytes
  }

  func write(
    _ located: PositionPlacer.Located, of block: borrowing RowBlock
  ) -> (bytes: [UInt8], accounting: Accounting) {
    var writer = CSVWriter(for: .machine)
    var accounting = Accounting()
    accounting[.unplaced] += block.setAsideCount
    for row in 0..<block.rowCount {
      let owner = located.owners[row]
      accounting[owner.kind] += 1
      writer.integer(block.line(of: row))
      for position in keptPositions { writer.text(block.field(row, position).text) }
      write(located.xs[row], to: &writer)
      write(located.ys[row], to: &writer)
      write(owner, to: &writer)
      writer.endRow()
    }
    return (writer.bytes, accounting)
  }

  private func write(_ metres: Double, to writer: inout CSVWriter) {
    if metres.isFinite { writer.decimal(metres, decimals: 2) } else { writer.blank() }
  }

  private func write(_ owner: PositionPlacer.Owner, to writer: inout CSVWriter) {
    let keys = placer.territory.index.keys
    switch owner {
    case .inside(let ordinal):
      writer.text(keys[ordinal].code)
      writer.text("interieur")
      writer.decimal(0, decimals: 1)
    case .nearest(let ordinal, let metres):
      writer.text(keys[ordinal].code)
      writer.text("proche")
      writer.decimal(metres, decimals: 1)
    case .commune(let commune):
      writer.text(commune.code)
      writer.text("commune")
      writer.blank()
    case .outside, .none:
      writer.blank()
      writer.text(owner == .outside ? "hors" : "aucune")
      writer.blank()
    }
  }
}

extension PositionPlacer.Owner {
  fileprivate var kind: PlacementClass {
    switch self {
    case .inside, .nearest: .iris
    case .commune: .commune
    case .outside: .outside
    case .none: .unplaced
    }
  }
}
