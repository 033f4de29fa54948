/// How the edges of a leaf lie in memory, in 32-bit words:
///
/// - the label of the reference point; or, with the highest bit set, the number of areas that cover
///   it, whose labels then follow the second word;
/// - the size of the block in words (27 bits) and the leaf's shift (5 bits);
/// - runs of edges until the end: label on the left, label on the right, number of corners, then x
///   and y of each.
///
/// A leaf's own word is its label, or with the highest bit set the index of its block.
enum LeafBlock {
  static let mark: UInt32 = 1 << 31
  static let shiftBits: UInt32 = 5
  static let largestSize = 1 << 27
  static let headerWords = 2
  static let runWords = 3
}

/// One entry of the cell directory: where its leaves begin and their side.
struct CellEntry {
  let packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  init(firstLeaf: Int, leafShift: Int) {
    packed = UInt64(firstLeaf) | UInt64(leafShift) << 48
  }

  @inline(__always) var firstLeaf: Int { Int(packed & 0xFFFF_FFFF_FFFF) }
  @inline(__always) var leafShift: Int { Int(packed &>> 48) }
}
