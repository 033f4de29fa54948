internal import Diagnostics

/// Bytes that come one piece after the other.
protocol ByteStream: AnyObject {
  /// Fills the buffer as far as there are bytes at once.
  ///
  /// - Returns: how many bytes were written; 0 at the end
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int
}

extension ByteStream {
  /// Fills the buffer to its end, or with all that is left.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Leaves out the first bytes.
  func skip(_ count: Int) throws(Problem) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var rest = count
    while rest > 0 {
      let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(rest, buffer.count)])
      let read = try read(into: piece)
      if read == 0 { return }
      rest -= read
    }
  }
}
