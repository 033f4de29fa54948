internal import Diagnostics
internal import Files

/// A file or archive member in UTF-16, as UTF-8. Lone surrogates become U+FFFD.
final class UTF16Stream: ByteStream {
  private let source: any ByteStream
  private let isBigEndian: Bool
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  /// Bytes of the input not decoded yet: half a unit or the first half of a pair.
  private var carried = 0
  private var output: [UInt8] = []
  private var taken = 0

  init(_ source: any ByteStream, isBigEndian: Bool) {
    self.source = source
    self.isBigEndian = isBigEndian
  }

  deinit { input.deallocate() }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
    while taken == output.count { if try !decodeMore() { return 0 } }
    let count = min(buffer.count, output.count - taken)
    output.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count]))
    }
    taken += count
    return count
  }

  /// - Returns: whether there was anything left to decode
  private func decodeMore() throws(Problem) -> Bool {
    output.removeAll(keepingCapacity: true)
    taken = 0
    let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: input[carried...]))
    if count == 0 && carried == 0 { return false }
    decode(carried + count, isEnd: count == 0)
    return true
  }

  /// Decodes whole characters and keeps the rest for the next time.
  private func decode(_ count: Int, isEnd: Bool) {
    var position = 0
    while position + 2 <= count {
      let first = unit(position)
      let isHigh = first & 0xFC00 == 0xD800
      if isHigh && position + 4 > count && !isEnd { break }
      let second = isHigh && position + 4 <= count ? unit(position + 2) : 0
      let isPair = isHigh && second & 0xFC00 == 0xDC00
      append(isPair ? 0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF) : first)
      position += isPair ? 4 : 2
    }
    if isEnd { position = count }
    carried = count - position
    for index in 0..<carried { input[index] = input[position + index] }
  }

  private func unit(_ position: Int) -> UInt32 {
    let (a, b) = (UInt32(input[position]), UInt32(input[position + 1]))
    return isBigEndian ? a << 8 | b : b << 8 | a
  }

  private func append(_ value: UInt32) {
    if value < 0x80 { return output.append(UInt8(value)) }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// A mapped file as a stream, for the encodings that cannot be read in place.
final class MappedStream: ByteStream {
  private let file: MappedFile
  private var position = 0

  init(_ file: MappedFile) { self.file = file }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
    let count = min(buffer.count, file.bytes.count - position)
    let piece = UnsafeRawBufferPointer(rebasing: file.bytes[position..<position + count])
    buffer.copyMemory(from: piece)
    position += count
    return count
  }
}
