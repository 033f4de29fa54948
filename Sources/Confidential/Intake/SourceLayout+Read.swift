public import Boundaries
public import Diagnostics
internal import Files
public import Geocoding
internal import Tables
internal import Territory

extension SourceLayout {
  /// Brings the rows of the file to the IRIS and counts them; no row is kept.
  ///
  /// Rows are read in blocks, on one thread or several, with the same result.
  ///
  /// - Parameters:
  ///   - territory: the IRIS of the campaign's communes
  ///   - geocoder: needed by the route of addresses
  ///   - drawn: zonings that cut IRIS: each makes a dimension of the tally, `dimension(ofZoning:)`
  ///   - threads: how many blocks are read at once
  ///   - checkpoints: where an interrupted reading goes on, with the same result
  ///   - progress: told the number of rows of each block that is done, from any thread
  /// - Returns: the tally, every row of the file in exactly one class of its accounting
  /// - Throws: `files.…`, `tables.…` when the file cannot be read; `intake.too-many-labels`,
  ///   `intake.all-outside`
  /// - Confidential: reads rows; gives counts
  public func read(
    in territory: IrisTerritory, geocoder: Geocoder? = nil, drawn: [DrawnZoning] = [],
    threads: Int = 2, checkpoints: Checkpoints = .none,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws(Problem) -> Reading {
    try Offline.keep()
    let table = try DelimitedFile(file, declared: declaration)
    let (special, specialProblems) = try specialAddresses(geocoder)
    let (decisions, decisionProblems) = try readDecisions()
    let zeros = try CodeZeros(self, table: table)
    let reader = try BlockReader(
      self, table: table, territory: territory, geocoder: geocoder, special: special,
      decisions: decisions, drawn: drawn, zeros: zeros)
    let lost = Tally.Category(
      categories.map { _ in CategoryReader.unknownLabel } + drawn.map { _ in "" })
    let rows = try readRows(
      of: table, with: reader, in: territory, lost: lost, threads: threads, checkpoints, progress)
    var problems = table.problems.followed(by: specialProblems).followed(by: decisionProblems)
      .followed(by: zeros.problems)
    if let repeated = reader.exclusion.problem {
      if repeated.effect == .stops { throw repeated }
      problems.record(repeated)
    }
    problems.append(rows.problems)
    let tally = rows.counts.tally(
      unit: rule.unit,
      dimensions: categories.map(\.dimension) + ZoneLabels.dimensions(of: drawn),
      territory: territory)
    if let misplaced = try misplacement(of: tally, table: table, territory: territory) {
      problems.record(misplaced)
    }
    return Reading(
      tally: tally, dialect: table.dialect, usedColumns: columns,
      ignoredColumns: table.columns.filter { !columns.contains($0) }, problems: problems)
  }

  /// Reads the rows, block by block; keeps what was read whenever that is due.
  ///
  /// - Parameters:
  ///   - lost: what a line that is no row counts in
  private func readRows(
    of table: DelimitedFile, with reader: BlockReader, in territory: IrisTerritory,
    lost: Tally.Category, threads: Int, _ checkpoints: Checkpoints,
    _ progress: @Sendable (Int) -> Void
  ) throws(Problem) -> ReadRows {
    let kept = checkpoints.last.flatMap {
      ReadRows(archived: $0, territory: territory, width: lost.labels.count)
    }
    var (rows, walk) = try start(table, reader, in: territory, from: kept)
    let pool = CountsPool(territory: territory)
    while !walk.isOver {
      let blocks = try walk.visit(checkpoints.stride, threads: threads) {
        block throws(Problem) -> ProblemLog in
        let problems = try pool.lend { counts throws(Problem) in
          let problems = try reader.count(block, into: &counts)
          counts.addUnplaced(block.setAsideCount, counting: unitOfLostLine, category: lost)
          return problems
        }
        progress(block.rowCount)
        return problems
      }
      rows.append(blocks)
      if !walk.isOver && checkpoints.isDue() {
        try checkpoints.keep(rows.with(pool.sum, to: walk.position).archived)
      }
    }
    return rows.with(pool.sum, to: walk.position)
  }

  /// The rows that are read already, and a walk over the others: all of them, unless a checkpoint
  /// is sound.
  private func start(
    _ table: DelimitedFile, _ reader: BlockReader, in territory: IrisTerritory,
    from kept: ReadRows?
  ) throws(Problem) -> (rows: ReadRows, walk: BlockWalk<ProblemLog>) {
    if let kept, let walk = try walk(table, reader, from: kept.position) { return (kept, walk) }
    guard let walk = try walk(table, reader, from: nil) else {
      preconditionFailure("every table can be walked from its first row")
    }
    return (ReadRows(territory: territory), walk)
  }

  private func walk(
    _ table: DelimitedFile, _ reader: BlockReader, from position: BlockPosition?
  ) throws(Problem) -> BlockWalk<ProblemLog>? {
    try table.walk(reading: reader.read, from: position)
  }

  private func specialAddresses(
    _ geocoder: Geocoder?
  ) throws(Problem) -> (SpecialAddresses, ProblemLog) {
    guard case .address(let route) = route, let file = route.special, let geocoder else {
      return (SpecialAddresses(), ProblemLog())
    }
    return try SpecialAddresses.read(file, with: geocoder, commune: route.columns.commune)
  }

  private func readDecisions() throws(Problem) -> (Decisions, ProblemLog) {
    guard let decisions else { return (Decisions(), ProblemLog()) }
    return try Decisions.read(decisions)
  }

  /// What a line that is not a row of the table counts as: it still is a row of the file.
  private var unitOfLostLine: Count { rule.countColumn == nil ? Count(1) : .missing }

  /// What is wrong when coordinates were read and none of them lies in the territory.
  private func misplacement(
    of tally: Tally, table: DelimitedFile, territory: IrisTerritory
  ) throws(Problem) -> Problem? {
    guard case .position(let columns) = route, tally.accounting[.iris] == 0 else { return nil }
    return try Misplacement(columns, table: table, territory: territory)?.problem
  }
}

/// What reads one block: built once for the file, shared by the threads.
private struct BlockReader {
  /// The columns of the file that are read.
  let read: [Int]
  private let layout: SourceLayout
  private let positions: [String: Int]
  private let placer: any RowPlacer
  /// Rows that are not counted.
  let exclusion: RowExclusion
  private let zones: ZoneLabels?

  init(
    _ layout: SourceLayout, table: DelimitedFile, territory: IrisTerritory, geocoder: Geocoder?,
    special: SpecialAddresses, decisions: Decisions, drawn: [DrawnZoning], zeros: CodeZeros
  ) throws(Problem) {
    self.layout = layout
    zones = drawn.isEmpty ? nil : ZoneLabels(drawn, territory)
    var read: [Int] = []
    var positions: [String: Int] = [:]
    for name in layout.columns {
      positions[name] = read.count
      read.append(try table.index(of: name))
    }
    self.read = read
    self.positions = positions
    exclusion = try RowExclusion(layout, positions: positions, table: table)
    if case .address(let route) = layout.route {
      guard let geocoder else { throw Wording.noGeocoder(file: layout.file) }
      placer = AddressPlacer(
        route: route, places: route.columns.names.compactMap { positions[$0] },
        territory: territory, geocoder: geocoder, special: special, decisions: decisions,
        zeros: zeros)
    } else {
      placer = Self.placer(
        layout, read: read, positions: positions, exclusion: exclusion, territory: territory,
        zeros: zeros)
    }
  }

  func count(
    _ block: borrowing RowBlock, into counts: inout PlacedCounts
  ) throws(Problem) -> ProblemLog {
    var problems = ProblemLog()
    if let zones { return try count(block, by: zones, into: &counts) }
    let (places, shares) = try placer.placesAndShares(
      of: block, counts: counts, problems: &problems)
    let counter = CountReader(layout, positions: positions, columns: read)
    var categories = CategoryReader(layout, positions: positions)
    let single = categories.isTrivial ? counts.number(of: Tally.Category()) : 0
    let left = exclusion.isTrivial ? [] : exclusion.rows(of: block, key: layout.key)
    exclusion.record(left, of: block, in: &problems)
    if categories.isTrivial && counter.isOneEach && shares.isEmpty && left.isEmpty {
      counts.addOne(atEach: places, category: single)
      return problems
    }
    for row in 0..<block.rowCount where left.isEmpty || !left.contains(row) {
      let category =
        categories.isTrivial
        ? single : try categories.category(of: row, in: block, counts: &counts)
      if counter.isOneEach && shares.isEmpty {
        counts.addOne(at: places[row], category: category)
      } else {
        let count = counter.count(of: row, in: block, problems: &problems)
        counts.add(count, at: places[row], shared: shares[row], category: category)
        counts.add(counter.amount(of: row, in: block), at: places[row], category: category)
      }
    }
    return problems
  }

  /// The same, knowing in which areas of drawn zonings the rows lie.
  private func count(
    _ block: borrowing RowBlock, by zones: ZoneLabels, into counts: inout PlacedCounts
  ) throws(Problem) -> ProblemLog {
    var problems = ProblemLog()
    var zones = zones
    let rows = try placer.placedRows(of: block, counts: counts, problems: &problems)
    let counter = CountReader(layout, positions: positions, columns: read)
    var categories = CategoryReader(layout, positions: positions)
    let left = exclusion.isTrivial ? [] : exclusion.rows(of: block, key: layout.key)
    exclusion.record(left, of: block, in: &problems)
    for row in 0..<block.rowCount where left.isEmpty || !left.contains(row) {
      let labels = try categories.labels(of: row, in: block)
      let position = rows.positions.isEmpty ? nil : rows.positions[row]
      let category = zones.number(
        of: labels, at: rows.places[row], position, counts: &counts)
      let count =
        counter.isOneEach ? Count(1) : counter.count(of: row, in: block, problems: &problems)
      counts.add(count, at: rows.places[row], shared: rows.shares[row], category: category)
      counts.add(counter.amount(of: row, in: block), at: rows.places[row], category: category)
    }
    return problems
  }

  /// What finds the places, by the layout's route.
  private static func placer(
    _ layout: SourceLayout, read: [Int], positions: [String: Int], exclusion: RowExclusion,
    territory: IrisTerritory, zeros: CodeZeros
  ) -> any RowPlacer {
    func position(_ column: String) -> Int {
      guard let position = positions[column] else {
        preconditionFailure("every column of the route is among the layout's columns")
      }
      return position
    }
    switch layout.route {
    case .position(let columns):
      return PositionPlacer(
        columns: columns, x: position(columns.x), y: position(columns.y),
        commune: columns.commune.map(position), territory: territory,
        zeros: columns.commune.flatMap { zeros[$0] })
    case .iris(let columns):
      return CodePlacer(
        positions: columns.map(position),
        column: (columns.first.map { read[position($0)] } ?? 0) + 1, territory: territory,
        exclusion: exclusion, zeros: columns.first.flatMap { zeros[$0] })
    case .commune(let column):
      return CommunePlacer(
        position: position(column), column: read[position(column)] + 1, zeros: zeros[column])
    case .address: preconditionFailure("addresses have a placer with a geocoder")
    }
  }
}
