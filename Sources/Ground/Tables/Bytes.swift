internal import Glibc

/// Searches in bytes.
enum Bytes {
  /// The first place of a byte in a range; `nil` when it is not there.
  static func first(
    _ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
  ) -> Int? {
    guard start < end, let base = bytes.baseAddress else { return nil }
    let found = memchr(base + start, Int32(byte), end - start)
    return found.map { UnsafeRawPointer($0) - base }
  }

  /// How many times a byte occurs.
  ///
  /// - Complexity: O(n), sixteen bytes at a time
  static func count(_ byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
    let pattern = SIMD16<UInt8>(repeating: byte)
    let one = SIMD16<UInt8>(repeating: 1)
    var total = 0
    var position = 0
    while position + 16 <= bytes.count {
      var sums = SIMD16<UInt8>.zero
      let end = min(bytes.count, position + 255 * 16)
      while position + 16 <= end {
        let chunk = bytes.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
        sums &+= SIMD16<UInt8>.zero.replacing(with: one, where: chunk .== pattern)
        position += 16
      }
      total += Int(SIMD16<UInt16>(truncatingIfNeeded: sums).wrappedSum())
    }
    for index in position..<bytes.count where bytes[index] == byte { total += 1 }
    return total
  }

  /// What a pass over some bytes tells of them.
  struct Survey: Equatable {
    /// Whether a byte is above 0x7F.
    var hasHighBytes = false
    /// Whether a byte is zero.
    var hasZeros = false
  }

  /// Looks at every byte once.
  static func survey(_ bytes: UnsafeRawBufferPointer) -> Survey {
    var union = SIMD16<UInt8>.zero
    var smallest = SIMD16<UInt8>(repeating: 255)
    var position = 0
    while position + 16 <= bytes.count {
      let chunk = bytes.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
      union |= chunk
      smallest = pointwiseMin(smallest, chunk)
      position += 16
    }
    var survey = Survey(hasHighBytes: union.max() > 0x7F, hasZeros: smallest.min() == 0)
    for index in position..<bytes.count {
      survey.hasHighBytes = survey.hasHighBytes || bytes[index] > 0x7F
      survey.hasZeros = survey.hasZeros || bytes[index] == 0
    }
    return survey
  }
}
