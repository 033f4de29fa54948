internal import Geometry

/// Locating many positions: blocks of a few hundred go through passes, each of which makes many
/// independent reads, so that the waits for memory overlap.
extension AreaGrid {
  static let batch = 512

  /// Gives the ordinal of the area of each position, −1 where there is none.
  func locate(
    _ xs: UnsafePointer<Double>, _ ys: UnsafePointer<Double>, count: Int,
    into ordinals: UnsafeMutablePointer<Int32>
  ) {
    withUnsafeTemporaryAllocation(of: Pending.self, capacity: Self.batch) { pending in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.batch) { leaf in
        withUnsafeTemporaryAllocation(of: LatticePoint.self, capacity: Self.batch) { points in
          guard let pending = pending.baseAddress, let leaf = leaf.baseAddress,
            let points = points.baseAddress
          else { return }
          var start = 0
          while start < count {
            let size = min(Self.batch, count - start)
            findLeaves(xs + start, ys + start, size, points, leaf)
            let waiting = readLeaves(leaf, size, points, into: ordinals + start, pending)
            touchBlocks(pending, waiting)
            readBlocks(pending, waiting, into: ordinals + start)
            start += size
          }
        }
      }
    }
  }

  /// First pass: round, find the cell, find the leaf.
  private func findLeaves(
    _ xs: UnsafePointer<Double>, _ ys: UnsafePointer<Double>, _ count: Int,
    _ points: UnsafeMutablePointer<LatticePoint>, _ leaf: UnsafeMutablePointer<Int>
  ) {
    let finder = LeafFinder(self)
    for index in 0..<count {
      let (point, number) = finder.leaf(of: xs[index], ys[index])
      points[index] = point
      leaf[index] = number
    }
  }

  /// Second pass: labels go out, positions whose leaf has edges wait.
  private func readLeaves(
    _ leaf: UnsafePointer<Int>, _ count: Int, _ points: UnsafePointer<LatticePoint>,
    into ordinals: UnsafeMutablePointer<Int32>, _ pending: UnsafeMutablePointer<Pending>
  ) -> Int {
    guard let leaves = leaves.baseAddress else { return 0 }
    let greatest = UInt32(areaCount)
    var waiting = 0
    for index in 0..<count {
      let word = leaves[leaf[index]]
      ordinals[index] = Int32(bitPattern: word &- 1)
      pending[waiting] = Pending(
        point: points[index], index: Int32(truncatingIfNeeded: index),
        block: word & ~LeafBlock.mark, header: 0)
      waiting &+= word > greatest ? 1 : 0
    }
    return waiting
  }

  /// Third pass: the first words of each block are fetched, all at once.
  private func touchBlocks(_ pending: UnsafeMutablePointer<Pending>, _ count: Int) {
    guard let words = blocks.baseAddress, !blocks.isEmpty else { return }
    let last = blocks.count &- 1
    for index in 0..<count {
      let block = Int(pending[index].block)
      let near = words[min(block &+ 1, last)]
      let far = words[min(block &+ 14, last)]
      pending[index].header = near
      pending[index].touched = far
    }
  }

  /// Fourth pass: edges.
  private func readBlocks(
    _ pending: UnsafePointer<Pending>, _ count: Int,
    into ordinals: UnsafeMutablePointer<Int32>
  ) {
    for index in 0..<count {
      let waiting = pending[index]
      ordinals[Int(waiting.index)] = ordinal(of: waiting.point, inBlock: Int(waiting.block))
    }
  }
}

/// A position whose leaf has edges.
private struct Pending {
  var point: LatticePoint
  var index: Int32
  var block: UInt32
  /// Read early only so that the block is on its way.
  var header: UInt32
  var touched: UInt32 = 0
}

/// The way from a position to its leaf, with the few numbers it needs at hand.
struct LeafFinder {
  private let originX: Double
  private let originY: Double
  private let scale: Double
  private let greatestX: Double
  private let greatestY: Double
  private let shift: Int
  private let mask: Int
  private let columns: Int
  private let outside: Int
  private let directory: UnsafePointer<UInt64>

  @inline(__always) init(_ grid: AreaGrid) {
    originX = grid.lattice.originX
    originY = grid.lattice.originY
    scale = grid.lattice.unitsPerMetre
    greatestX = grid.greatestX
    greatestY = grid.greatestY
    shift = grid.cellShift
    mask = (1 << grid.cellShift) - 1
    columns = grid.columns
    outside = grid.columns * grid.rows
    directory = grid.directory.baseAddress.unsafelyUnwrapped
  }

  /// The rounded position and its leaf; that of the outside for what lies beyond or is not a number.
  @inline(__always) func leaf(of x: Double, _ y: Double) -> (LatticePoint, Int) {
    let u = (x - originX) * scale
    let v = (y - originY) * scale
    let isInside = (u >= 0) & (v >= 0) & (u <= greatestX) & (v <= greatestY)
    let point = LatticePoint(x: Lattice.round(u), y: Lattice.round(v))
    let (px, py) = (Int(point.x), Int(point.y))
    let cell = (py &>> shift) &* columns &+ (px &>> shift)
    let entry = CellEntry(packed: directory[isInside ? cell : outside])
    let side = entry.leafShift
    let row = (py & mask) &>> side
    return (point, entry.firstLeaf &+ (row &<< (shift &- side)) &+ ((px & mask) &>> side))
  }
}

extension Bool {
  /// Both, without a branch.
  @inline(__always) fileprivate static func & (left: Bool, right: Bool) -> Bool {
    (left ? 1 : 0) & (right ? 1 : 0) != 0
  }
}
