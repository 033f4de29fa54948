/// Makes the bytes of a block UTF-8 and tells which lines were strange.
///
/// A line that is not UTF-8 in a file that otherwise is (two files pasted together) is read as
/// Windows-1252, line by line, so that the result does not depend on where blocks are cut.
///
/// Not `Sendable`: one thread each, its memory used again for the next block.
final class TextCleaner {
  /// A line with bytes that should not be there.
  struct Oddity: Equatable {
    enum Kind: Equatable {
      case zeroByte
      case invalidUTF8
      case undefinedByte
    }
    /// Counted from the first line of the block, from 0.
    let line: Int
    let kind: Kind
  }

  private let table: SingleByteTable?
  private let isDoubleEncoded: Bool
  private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  /// - Parameters:
  ///   - isDoubleEncoded: whether characters encoded twice are repaired
  init(_ encoding: TextEncoding, isDoubleEncoded: Bool) {
    self.isDoubleEncoded = isDoubleEncoded
    switch encoding {
    case .windows1252: table = .windows1252
    case .macRoman: table = .macRoman
    case .utf8, .utf16LittleEndian, .utf16BigEndian: table = nil
    }
  }

  deinit { memory.deallocate() }

  /// - Returns: the same bytes when they are UTF-8 already, else a copy valid until the next call
  func clean(_ raw: UnsafeRawBufferPointer) -> (UnsafeRawBufferPointer, [Oddity]) {
    let survey = Bytes.survey(raw)
    var oddities = survey.hasZeros ? lines(of: raw, .zeroByte) { $0.contains(0) } : []
    guard survey.hasHighBytes else { return (raw, oddities) }
    guard let table else {
      let (text, found) = repaired(raw, &oddities)
      return (isDoubleEncoded ? decodedAgain(text) : text, found)
    }
    oddities += oddLines(raw, table)
    reserve(3 * raw.count + 4)
    let count = table.transcode(raw, to: memory)
    return (UnsafeRawBufferPointer(rebasing: memory[..<count]), oddities)
  }

  private func oddLines(_ raw: UnsafeRawBufferPointer, _ table: SingleByteTable) -> [Oddity] {
    guard raw.contains(where: { $0 > 0x7F && table.undefined.contains($0) }) else { return [] }
    return lines(of: raw, .undefinedByte) { line in line.contains { table.undefined.contains($0) } }
  }

  private func decodedAgain(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    if text.baseAddress != UnsafeRawPointer(memory.baseAddress) { reserve(text.count) }
    let count = DoubleEncoding.repair(text, into: memory)
    return UnsafeRawBufferPointer(rebasing: memory[..<count])
  }

  private func repaired(
    _ raw: UnsafeRawBufferPointer, _ oddities: inout [Oddity]
  ) -> (UnsafeRawBufferPointer, [Oddity]) {
    if UTF8Check.firstInvalid(in: raw) == nil { return (raw, oddities) }
    reserve(3 * raw.count + 4)
    var written = 0
    oddities += lines(of: raw, .invalidUTF8) { line in
      let rest = UnsafeMutableRawBufferPointer(rebasing: memory[written...])
      let isInvalid = UTF8Check.firstInvalid(in: line) != nil
      if isInvalid {
        written += SingleByteTable.windows1252.transcode(line, to: rest)
      } else {
        rest.copyMemory(from: line)
        written += line.count
      }
      return isInvalid
    }
    return (UnsafeRawBufferPointer(rebasing: memory[..<written]), oddities)
  }

  /// The lines (their ends included) for which the test holds; every line is tested once, in order.
  private func lines(
    of raw: UnsafeRawBufferPointer, _ kind: Oddity.Kind,
    where isOdd: (UnsafeRawBufferPointer) -> Bool
  ) -> [Oddity] {
    var found: [Oddity] = []
    var start = 0
    var line = 0
    while start < raw.count {
      let feed = Bytes.first(Grammar.lineFeed, in: raw, from: start, to: raw.count)
      let end = feed.map { $0 + 1 } ?? raw.count
      if isOdd(UnsafeRawBufferPointer(rebasing: raw[start..<end])) {
        found.append(Oddity(line: line, kind: kind))
      }
      start = end
      line += 1
    }
    return found
  }

  private func reserve(_ count: Int) {
    if memory.count >= count { return }
    memory.deallocate()
    memory = .allocate(byteCount: count, alignment: 16)
  }
}
