internal import Diagnostics
internal import Files

/// A piece of a file that begins and ends with rows, in the file's own one-byte encoding or UTF-8.
struct RawBlock: @unchecked Sendable {
  /// Its place in the file, from 0.
  let index: Int
  /// The line of its first byte, from 1.
  let firstLine: Int
  /// Never written after the block is made.
  let bytes: UnsafeRawBufferPointer
  /// What keeps the bytes alive.
  let owner: AnyObject
}

/// Hands out the blocks of a file, one caller at a time.
protocol BlockFeed: AnyObject {
  /// - Returns: the next block; `nil` after the last one
  func next() throws(Problem) -> RawBlock?

  /// Where the next block begins.
  var place: BlockPosition { get }
}

/// Bytes of a block: large enough that threads seldom meet, small enough for their caches.
let blockSize = 1 << 19

/// Blocks that are windows on the mapped file.
final class MappedFeed: BlockFeed {
  private let file: MappedFile
  private let table: DelimitedFile
  private var cutter: RowCutter
  private var position: Int
  private var line: Int
  private var index: Int
  /// Pages before this offset are not kept in memory.
  private var released: Int

  init(_ file: MappedFile, _ table: DelimitedFile, from start: BlockPosition) {
    self.file = file
    self.table = table
    cutter = RowCutter(table.grammar, hopelessCount: start.hopelessCount)
    position = start.offset
    line = start.line
    index = start.index
    released = start.offset
    file.expectSequentialReading()
  }

  var place: BlockPosition {
    BlockPosition(
      offset: position, line: line, index: index, hopelessCount: cutter.hopelessCount)
  }

  func next() throws(Problem) -> RawBlock? {
    let rest = UnsafeRawBufferPointer(rebasing: file.bytes[position...])
    if rest.isEmpty { return nil }
    guard case .at(let end) = cutter.cut(rest, target: blockSize, isComplete: true) else {
      throw Wording.recordTooLong(table.place(line: line))
    }
    let bytes = UnsafeRawBufferPointer(rebasing: rest[..<end])
    let block = RawBlock(index: index, firstLine: line, bytes: bytes, owner: file)
    line += table.grammar.lineCount(bytes)
    position += end
    index += 1
    releasePassedPages()
    return block
  }

  /// A thread that still reads that far back fetches the pages again.
  private func releasePassedPages() {
    let passed = position - Self.keptBehind
    if passed - released < Self.keptBehind { return }
    file.release(released..<passed)
    released = passed
  }

  private static let keptBehind = 32 << 20
}

/// Blocks copied from a stream.
final class StreamedFeed: BlockFeed {
  private let stream: any ByteStream
  private let table: DelimitedFile
  private var cutter: RowCutter
  private var pending: Piece
  private var isComplete = false
  private var line: Int
  private var index: Int
  /// Of the bytes that wait, in those of the table.
  private var offset: Int

  init(
    _ stream: any ByteStream, _ table: DelimitedFile, from start: BlockPosition
  ) throws(Problem) {
    self.stream = stream
    self.table = table
    cutter = RowCutter(table.grammar, hopelessCount: start.hopelessCount)
    pending = Piece(capacity: 2 * blockSize)
    line = start.line
    index = start.index
    offset = start.offset
    try stream.skip(start.offset)
  }

  var place: BlockPosition {
    BlockPosition(offset: offset, line: line, index: index, hopelessCount: cutter.hopelessCount)
  }

  func next() throws(Problem) -> RawBlock? {
    try fill()
    while true {
      if pending.count == 0 { return nil }
      switch cutter.cut(pending.bytes, target: blockSize, isComplete: isComplete) {
      case .at(let end): return take(end)
      case .tooLong: throw Wording.recordTooLong(table.place(line: line))
      case .beyond:
        pending = pending.grown()
        try fill()
      }
    }
  }

  private func take(_ end: Int) -> RawBlock {
    let piece = pending
    pending = piece.remainder(from: end, capacity: 2 * blockSize)
    let bytes = UnsafeRawBufferPointer(rebasing: piece.bytes[..<end])
    let block = RawBlock(index: index, firstLine: line, bytes: bytes, owner: piece)
    line += table.grammar.lineCount(bytes)
    index += 1
    offset += end
    return block
  }

  private func fill() throws(Problem) {
    if isComplete { return }
    let count = try stream.fill(pending.room)
    isComplete = count < pending.room.count
    pending.count += count
  }

  /// Memory that one block keeps alive.
  private final class Piece {
    private let memory: UnsafeMutableRawBufferPointer
    var count = 0

    init(capacity: Int) { memory = .allocate(byteCount: capacity, alignment: 16) }

    deinit { memory.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    var room: UnsafeMutableRawBufferPointer {
      UnsafeMutableRawBufferPointer(rebasing: memory[count...])
    }

    func grown() -> Piece { remainder(from: 0, capacity: 2 * memory.count) }

    func remainder(from start: Int, capacity: Int) -> Piece {
      let rest = UnsafeRawBufferPointer(rebasing: memory[start..<count])
      let piece = Piece(capacity: max(capacity, rest.count + blockSize))
      piece.memory.copyMemory(from: rest)
      piece.count = rest.count
      return piece
    }
  }
}
