internal import Diagnostics
internal import Dispatch
internal import Files
internal import Synchronization

/// One visit of all blocks: who takes the next one, and what came out of each.
final class BlockJob<R: Sendable>: @unchecked Sendable {
  private let table: DelimitedFile
  private let scanner: RowScanner
  private let slots: [Int]
  private let slotCount: Int
  /// Touched only under `turn`.
  private let feed: any BlockFeed
  private let turn = Mutex(Turn())
  private let parts = Mutex<[Part]>([])

  private struct Turn {
    /// No block is left, or one failed.
    var isOver = false
    /// Blocks that may still be taken.
    var left = 0
    var failure: Problem?
  }

  private struct Part {
    let index: Int
    let result: Result<R, Problem>
    let problems: ProblemLog
  }

  init(_ table: DelimitedFile, _ feed: any BlockFeed, reading columns: [Int]) {
    precondition(columns.allSatisfy(table.columns.indices.contains), "columns of the file")
    let distinct = Array(Set(columns)).sorted()
    self.table = table
    self.feed = feed
    slots = columns.map { column in distinct.firstIndex(of: column) ?? 0 }
    slotCount = distinct.count
    scanner = RowScanner(
      grammar: table.grammar, width: table.columns.count, columns: distinct)
  }

  /// Whether no block is left, or one failed.
  var isOver: Bool { turn.withLock { $0.isOver } }

  /// Where the next block begins; to be asked while nobody works.
  var position: BlockPosition { turn.withLock { _ in feed.place } }

  /// - Throws: `files.changed` when the file is no longer what was opened
  func checkUnchanged() throws(Problem) { try table.container.file.checkUnchanged() }

  func run(
    threads: Int, atMost count: Int, _ body: @Sendable (borrowing RowBlock) throws(Problem) -> R
  ) {
    turn.withLock { $0.left = count }
    if threads <= 1 { return work(body) }
    DispatchQueue.concurrentPerform(iterations: threads) { _ in self.work(body) }
  }

  func collected() throws(Problem) -> (results: [R], problems: ProblemLog) {
    let ordered = parts.withLock { parts in
      defer { parts = [] }
      return parts.sorted { $0.index < $1.index }
    }
    var results: [R] = []
    var problems = ProblemLog()
    for part in ordered {
      results.append(try part.result.get())
      problems.append(part.problems)
    }
    if let failure = turn.withLock({ $0.failure }) { throw failure }
    return (results, problems)
  }

  private func work(_ body: @Sendable (borrowing RowBlock) throws(Problem) -> R) {
    let cleaner = TextCleaner(
      table.dialect.encoding, isDoubleEncoded: table.dialect.isDoubleEncoded)
    let rows = RowIndex(slotCount: slotCount)
    while let raw = nextBlock() {
      let (text, oddities) = cleaner.clean(raw.bytes)
      rows.text = text
      rows.firstLine = raw.firstLine
      let setAside = scanner.scan(into: rows)
      let block = RowBlock(
        rowCount: rows.rowCount, setAsideLines: setAside.map { raw.firstLine + $0.line },
        index: raw.index, place: table.place(), rows: rows, slots: slots)
      finish(raw, of(block, body), problems(oddities, setAside, firstLine: raw.firstLine))
      withExtendedLifetime(raw.owner) {}
    }
  }

  private func of(
    _ block: borrowing RowBlock, _ body: (borrowing RowBlock) throws(Problem) -> R
  ) -> Result<R, Problem> {
    do throws(Problem) { return .success(try body(block)) } catch { return .failure(error) }
  }

  /// - Returns: `nil` when there is none, or when an earlier one failed
  private func nextBlock() -> RawBlock? {
    turn.withLock { turn in
      if turn.isOver || turn.left == 0 { return nil }
      turn.left -= 1
      do throws(Problem) {
        let block = try feed.next()
        turn.isOver = block == nil
        return block
      } catch {
        turn.isOver = true
        turn.failure = error
        return nil
      }
    }
  }

  private func finish(_ raw: RawBlock, _ result: Result<R, Problem>, _ problems: ProblemLog) {
    if case .failure = result { turn.withLock { $0.isOver = true } }
    parts.withLock { $0.append(Part(index: raw.index, result: result, problems: problems)) }
  }

  private func problems(
    _ oddities: [TextCleaner.Oddity], _ setAside: [RowScanner.SetAside], firstLine: Int
  ) -> ProblemLog {
    var log = ProblemLog()
    for oddity in oddities {
      log.record(Wording.oddity(oddity.kind, table.place(line: firstLine + oddity.line)))
    }
    for line in setAside {
      let place = table.place(line: firstLine + line.line)
      log.record(Wording.setAside(line.reason, place, width: table.columns.count))
    }
    return log
  }
}
