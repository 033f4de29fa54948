public import Diagnostics

extension DelimitedFile {
  /// Visits all rows in blocks.
  ///
  /// Lines that are no rows (another number of fields, a quote never closed, empty fields only) are
  /// set aside, each with a problem, and counted by their block: rows + lines set aside = data
  /// lines. Empty lines are not data.
  ///
  /// - Parameters:
  ///   - columns: positions in `self.columns`; cells of a row are asked for by their place here
  ///   - threads: one or two give the same result
  ///   - body: called once for each block, on any thread, in no order
  /// - Returns: the results and the problems, in the order of the file
  /// - Throws: what the first body in the order of the file threw; `tables.record-too-long`,
  ///   `tables.damaged-archive`, `tables.archive-bomb`, `files.changed`
  /// - Complexity: O(bytes); memory of a few blocks for each thread, and the results
  public func mapBlocks<R: Sendable>(
    reading columns: [Int], threads: Int = 2,
    _ body: @Sendable (borrowing RowBlock) throws(Problem) -> R
  ) throws(Problem) -> (results: [R], problems: ProblemLog) {
    guard let walk: BlockWalk<R> = try walk(reading: columns) else { return ([], ProblemLog()) }
    return try walk.visit(.max, threads: threads, body)
  }

  /// How many data lines there are, those that are no rows included.
  public func countDataLines(threads: Int = 2) throws(Problem) -> Int {
    try mapBlocks(reading: [], threads: threads) { $0.rowCount + $0.setAsideCount }
      .results.reduce(0, +)
  }
}
