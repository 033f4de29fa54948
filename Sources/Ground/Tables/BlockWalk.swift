public import Diagnostics
internal import Files

/// A visit of a file's rows that goes block by block, and can stop between two.
///
/// Not `Sendable`: one caller, whose bodies run on several threads.
public final class BlockWalk<R: Sendable> {
  private let job: BlockJob<R>

  fileprivate init(_ job: BlockJob<R>) { self.job = job }

  /// Whether no block is left.
  public var isOver: Bool { job.isOver }

  /// Where the next block begins.
  public var position: BlockPosition { job.position }

  /// Visits the next blocks; as `DelimitedFile.mapBlocks`, but for how many.
  ///
  /// - Parameters:
  ///   - count: at most so many blocks; fewer at the end of the file
  public func visit(
    _ count: Int, threads: Int, _ body: @Sendable (borrowing RowBlock) throws(Problem) -> R
  ) throws(Problem) -> (results: [R], problems: ProblemLog) {
    job.run(threads: threads, atMost: count, body)
    try job.checkUnchanged()
    return try job.collected()
  }
}

extension DelimitedFile {
  /// A walk over all rows, or over those from a position on.
  ///
  /// - Parameters:
  ///   - columns: positions in `self.columns`; cells of a row are asked for by their place here
  ///   - position: of a walk over a file of the same bytes; `nil` for the first row
  /// - Returns: `nil` when this file cannot have such a position
  public func walk<R: Sendable>(
    reading columns: [Int], from position: BlockPosition? = nil
  ) throws(Problem) -> BlockWalk<R>? {
    let start = position ?? firstPosition
    guard start.offset >= dataStart, start.line >= dialect.firstDataLine else { return nil }
    if case .plain(let file) = container, !dialect.encoding.isSixteenBit {
      guard start.offset <= file.bytes.count else { return nil }
      return BlockWalk(BlockJob(self, MappedFeed(file, self, from: start), reading: columns))
    }
    let stream = try container.stream(dialect.encoding)
    return BlockWalk(
      BlockJob(self, try StreamedFeed(stream, self, from: start), reading: columns))
  }

  private var firstPosition: BlockPosition {
    BlockPosition(offset: dataStart, line: dialect.firstDataLine, index: 0, hopelessCount: 0)
  }
}
