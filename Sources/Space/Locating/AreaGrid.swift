internal import Geometry
internal import Glibc

/// The grid of cells and leaves, by ordinals alone: what `AreaIndex` asks, whatever its keys.
///
/// Its words may come from a file that somebody forged: every offset read from a leaf or a block is
/// checked before it is followed, and every label before it is given out.
///
/// May cross threads: nothing changes after the initialiser.
final class AreaGrid: @unchecked Sendable {
  let lattice: Lattice
  let cellShift: Int
  let columns: Int
  let rows: Int
  let areaCount: Int
  /// One entry per cell, row after row, and one for all places outside.
  let directory: UnsafeBufferPointer<UInt64>
  let leaves: UnsafeBufferPointer<UInt32>
  let blocks: UnsafeBufferPointer<UInt32>
  /// What keeps the words in memory.
  private let owner: any AnyObject & Sendable

  init(
    lattice: Lattice, cellShift: Int, columns: Int, rows: Int, areaCount: Int,
    directory: UnsafeBufferPointer<UInt64>, leaves: UnsafeBufferPointer<UInt32>,
    blocks: UnsafeBufferPointer<UInt32>, owner: any AnyObject & Sendable
  ) {
    self.lattice = lattice
    self.cellShift = cellShift
    self.columns = columns
    self.rows = rows
    self.areaCount = areaCount
    self.directory = directory
    self.leaves = leaves
    self.blocks = blocks
    self.owner = owner
  }

  /// Positions from 0 to these, in units, have a cell.
  var greatestX: Double { Double(columns << cellShift) - 1 }
  var greatestY: Double { Double(rows << cellShift) - 1 }

  var byteCount: Int { directory.count * 8 + leaves.count * 4 + blocks.count * 4 }
}

/// Memory freed with its last reference.
private final class OwnedMemory: @unchecked Sendable {
  private let starts: [UnsafeMutableRawPointer?]

  init(_ starts: [UnsafeMutableRawPointer?]) { self.starts = starts }

  deinit { for start in starts { free(start) } }
}

extension AreaGrid {
  /// Builds the grid of shapes; the ordinal of a shape is its index.
  static func build(_ shapes: [Shape<Projected>]) -> AreaGrid {
    var envelope = Envelope<Projected>.empty
    for shape in shapes { envelope.cover(shape.envelope) }
    if envelope.isEmpty { envelope = Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0) }
    let lattice = Lattice(around: envelope)
    let rings = LatticeRings(shapes, on: lattice)
    let far = lattice.point(Position(x: envelope.maxX, y: envelope.maxY))
    let plan = GridPlan(
      width: Int(far.x) + 2, height: Int(far.y) + 2, edgeCount: rings.edgeCount / 2)
    return build(rings, areaCount: shapes.count, lattice: lattice, plan: plan)
  }

  /// Builds the grid with a given plan: what the tests vary.
  static func build(
    _ rings: LatticeRings, areaCount: Int, lattice: Lattice, plan: GridPlan
  ) -> AreaGrid {
    var builder = GridBuilder(rings, areaCount: areaCount, plan: plan)
    builder.build()
    return builder.finish(lattice: lattice, areaCount: areaCount)
  }
}

extension GridBuilder {
  /// Hands everything over.
  consuming func finish(lattice: Lattice, areaCount: Int) -> AreaGrid {
    let leaves = self.leaves.release()
    let blocks = self.blocks.release()
    let directory = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: self.directory.count)
    _ = directory.initialize(from: self.directory)
    for words in [leaves, blocks] { preferLargePages(words) }
    return AreaGrid(
      lattice: lattice, cellShift: plan.cellShift, columns: plan.columns, rows: plan.rows,
      areaCount: areaCount, directory: UnsafeBufferPointer(directory),
      leaves: UnsafeBufferPointer(leaves), blocks: UnsafeBufferPointer(blocks),
      owner: OwnedMemory([
        UnsafeMutableRawPointer(leaves.baseAddress), UnsafeMutableRawPointer(blocks.baseAddress),
        UnsafeMutableRawPointer(directory.baseAddress),
      ]))
  }
}
