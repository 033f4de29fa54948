/// Numbers at a place of some bytes, in either order of bytes. The caller has checked the bounds.
extension UnsafeRawBufferPointer {
  package func littleUInt16(at offset: Int) -> Int {
    Int(UInt16(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  package func bigUInt16(at offset: Int) -> Int {
    Int(UInt16(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  package func littleInt32(at offset: Int) -> Int {
    Int(Int32(littleEndian: loadUnaligned(fromByteOffset: offset, as: Int32.self)))
  }

  package func bigInt32(at offset: Int) -> Int {
    Int(Int32(bigEndian: loadUnaligned(fromByteOffset: offset, as: Int32.self)))
  }

  package func littleDouble(at offset: Int) -> Double {
    let bits = loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: UInt64(littleEndian: bits))
  }

  package func bigDouble(at offset: Int) -> Double {
    let bits = loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: UInt64(bigEndian: bits))
  }

  /// The bytes of a range that the caller has checked.
  package func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[range])
  }
}
