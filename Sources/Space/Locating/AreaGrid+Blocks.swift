/// Reading one leaf's block.
extension AreaGrid {
  /// The ordinal of the area of a rounded position that lies in a leaf with edges; −1 for none, and
  /// for a block that does not hold together.
  ///
  /// Where one area covers the place, or none, counting is enough: each area on either side of an
  /// edge counts one. Where areas overlap, they are told apart.
  func ordinal(of point: LatticePoint, inBlock offset: Int) -> Int32 {
    guard let block = Block(self, at: offset, around: point) else { return -1 }
    guard let reference = block.plainReference else { return lowestOrdinal(in: block) }
    var cover = PlainCover(label: reference)
    block.forEachCrossedRun { cover.add($0 &- $1, left: $2, right: $3) }
    if cover.isNone { return -1 }
    guard cover.isPlain else { return lowestOrdinal(in: block) }
    return cover.label <= areaCount ? Int32(truncatingIfNeeded: cover.label &- 1) : -1
  }

  private func lowestOrdinal(in block: Block) -> Int32 {
    Int32(block.coveringOrdinals().min() ?? -1)
  }
}

/// A number of covering areas and the sum of their labels.
private struct PlainCover {
  var count: Int64
  var label: Int64

  @inline(__always) init(label: Int64) {
    self.label = label
    count = label == 0 ? 0 : 1
  }

  /// So many crossings from left to right, less those from right to left.
  @inline(__always) mutating func add(_ crossings: Int64, left: UInt32, right: UInt32) {
    label &+= crossings &* (Int64(right) &- Int64(left))
    count &+= crossings &* ((right == 0 ? 0 : 1) &- (left == 0 ? 0 : 1))
  }

  var isNone: Bool { count == 0 && label == 0 }
  var isPlain: Bool { count == 1 && label > 0 }
}

/// A block that is known to lie within its words, seen from one position.
struct Block {
  private let words: UnsafePointer<UInt32>
  private let size: Int
  private let shift: Int
  private let areaCount: Int
  private let point: LatticePoint

  @inline(__always) init?(_ grid: AreaGrid, at offset: Int, around point: LatticePoint) {
    guard let start = grid.blocks.baseAddress,
      offset &+ LeafBlock.headerWords <= grid.blocks.count
    else { return nil }
    words = start + offset
    let packed = Int(words[1])
    size = packed &>> Int(LeafBlock.shiftBits)
    shift = packed & 31
    guard size >= LeafBlock.headerWords, size <= grid.blocks.count &- offset, shift > 0 else {
      return nil
    }
    areaCount = grid.areaCount
    self.point = point
  }

  /// The label of the reference point; `nil` where several areas cover it.
  @inline(__always) var plainReference: Int64? {
    words[0] & LeafBlock.mark == 0 ? Int64(words[0]) : nil
  }

  /// The labels that cover the reference point where they are several.
  private var referenceCount: Int {
    words[0] & LeafBlock.mark == 0
      ? 0 : min(Int(words[0] & ~LeafBlock.mark), size - LeafBlock.headerWords)
  }

  /// The reference point, in half units.
  @inline(__always) private var reference: (x: Int64, y: Int64) {
    let offset = LeafFrame.offset(shift)
    return (
      (Int64(point.x) &>> Int64(shift)) &<< Int64(shift &+ 1) &+ offset,
      (Int64(point.y) &>> Int64(shift)) &<< Int64(shift &+ 1) &+ offset
    )
  }

  /// Calls the body for each run of edges that the way from the reference point to the position
  /// crosses: how often from left to right, how often from right to left, and the two labels.
  @inline(__always) func forEachCrossedRun(_ body: (Int64, Int64, UInt32, UInt32) -> Void) {
    let (x0, y0) = reference
    let way = Sightline(x: Int64(point.x) &* 2 &- x0, y: Int64(point.y) &* 2 &- y0)
    forEachRun { left, right, corners, count in
      var toRight: Int64 = 0, toLeft: Int64 = 0
      var ax = Int64(corners[0].x) &* 2 &- x0, ay = Int64(corners[0].y) &* 2 &- y0
      var areaA = way.area(ax, ay)
      var isRightA = Sightline.isRight(areaA, ay)
      for index in 1..<count {
        let bx = Int64(corners[index].x) &* 2 &- x0, by = Int64(corners[index].y) &* 2 &- y0
        let areaB = way.area(bx, by)
        let isRightB = Sightline.isRight(areaB, by)
        if isRightA != isRightB {
          let crossing = Sightline.crossing(ax, ay, areaA, bx, by, areaB)
          toRight &+= crossing > 0 ? 1 : 0
          toLeft &+= crossing < 0 ? 1 : 0
        }
        (ax, ay, areaA, isRightA) = (bx, by, areaB, isRightB)
      }
      body(toRight, toLeft, left, right)
    }
  }

  /// Calls the body with the labels and corners of each run; stops where a run does not fit.
  @inline(__always) func forEachRun(
    _ body: (UInt32, UInt32, UnsafePointer<LatticePoint>, Int) -> Void
  ) {
    var position = LeafBlock.headerWords &+ referenceCount
    while position &+ LeafBlock.runWords <= size {
      let count = Int(words[position &+ 2])
      let next = position &+ LeafBlock.runWords &+ 2 &* count
      guard count >= 2, next <= size else { return }
      UnsafeRawPointer(words + (position &+ LeafBlock.runWords))
        .withMemoryRebound(to: LatticePoint.self, capacity: count) {
          body(words[position], words[position &+ 1], $0, count)
        }
      position = next
    }
  }

  /// The ordinals of all areas that cover the position by the even-odd rule, each once, in order.
  func coveringOrdinals() -> [Int] {
    var labels = Set<UInt32>()
    if let plain = plainReference {
      if plain > 0 { labels.insert(UInt32(plain)) }
    } else {
      for index in 0..<referenceCount { labels.insert(words[LeafBlock.headerWords + index]) }
    }
    forEachCrossedRun { toRight, toLeft, left, right in
      guard (toRight + toLeft) & 1 != 0 else { return }
      for label in [left, right] where label > 0 { labels.formSymmetricDifference([label]) }
    }
    return labels.filter { $0 <= areaCount }.map { Int($0) - 1 }.sorted()
  }
}
