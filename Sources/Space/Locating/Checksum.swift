internal import Dispatch

/// A 64-bit sum of bytes, as fast as memory gives them: it tells damage, not forgery.
///
/// Each step is a bijection of the word it takes in, so that one changed word always changes the
/// sum; several changed ones do with a probability of 1 − 2⁻⁶⁴ or so.
package enum Checksum {
  private static let pieceBytes = 1 << 20
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The sum of all bytes; pieces are summed in parallel, the result does not depend on how many
  /// threads there are.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let pieces = (bytes.count + pieceBytes - 1) / pieceBytes
    let sums = [UInt64](unsafeUninitializedCapacity: pieces) { buffer, count in
      let work = Work(bytes: bytes, sums: buffer)
      DispatchQueue.concurrentPerform(iterations: pieces) { work.perform($0) }
      count = pieces
    }
    return sums.reduce(mixed(0, UInt64(bytes.count)), mixed)
  }

  private struct Work: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    let sums: UnsafeMutableBufferPointer<UInt64>

    func perform(_ piece: Int) {
      let start = piece * pieceBytes
      let end = min(start + pieceBytes, bytes.count)
      sums.initializeElement(
        at: piece, to: Checksum.ofPiece(UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
    }
  }

  /// Four chains, so that multiplications overlap.
  private static func ofPiece(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = 0
    while offset + 32 <= bytes.count {
      a = mixed(a, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      b = mixed(b, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      c = mixed(c, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      d = mixed(d, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      offset += 32
    }
    for byte in bytes[offset...] { a = mixed(a, UInt64(byte)) }
    return mixed(mixed(mixed(a, b), c), d)
  }

  @inline(__always) private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let changed = sum ^ word
    return (changed &<< 29 | changed &>> 35) &* multiplier
  }
}
