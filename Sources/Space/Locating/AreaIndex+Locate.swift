internal import Dispatch
public import Geometry
internal import Synchronization

extension AreaIndex {
  /// Gives the ordinal of the area of each position; −1 where there is none.
  ///
  /// - Parameters:
  ///   - xs: easting of each position · metres · the system of the areas; NaN lies in no area
  ///   - ys: northing of each
  ///   - ordinals: as long as `xs` and `ys`; filled in their order
  /// - Complexity: O(n) of the positions; 20 to 40 million per second where memory allows
  public func locate(
    xs: UnsafeBufferPointer<Double>, ys: UnsafeBufferPointer<Double>,
    into ordinals: UnsafeMutableBufferPointer<Int32>
  ) {
    precondition(
      xs.count == ys.count && xs.count == ordinals.count, "one x, one y and one place each")
    guard let x = xs.baseAddress, let y = ys.baseAddress, let first = ordinals.baseAddress else {
      return
    }
    grid.locate(x, y, count: xs.count, into: first)
  }

  /// The same on several threads; the result does not depend on how many.
  public func locate(
    xs: UnsafeBufferPointer<Double>, ys: UnsafeBufferPointer<Double>,
    into ordinals: UnsafeMutableBufferPointer<Int32>, threads: Int
  ) {
    precondition(
      xs.count == ys.count && xs.count == ordinals.count, "one x, one y and one place each")
    guard let x = xs.baseAddress, let y = ys.baseAddress, let first = ordinals.baseAddress else {
      return
    }
    let work = Work(xs: x, ys: y, ordinals: first, count: xs.count, grid: grid)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, work.pieces))) { _ in
      work.performWhatIsLeft()
    }
  }

  /// The ordinals of some positions, −1 where there is none, in their order.
  public func ordinals(at positions: [Position<Projected>]) -> [Int32] {
    let xs = positions.map(\.x)
    let ys = positions.map(\.y)
    return [Int32](unsafeUninitializedCapacity: positions.count) { buffer, count in
      count = positions.count
      let ordinals = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      xs.withUnsafeBufferPointer { xs in
        ys.withUnsafeBufferPointer { ys in locate(xs: xs, ys: ys, into: ordinals) }
      }
    }
  }

  /// The ordinal of the area of one position; `nil` when it lies in none.
  ///
  /// For many positions, ask for all at once: that is several times as fast.
  public func ordinal(at position: Position<Projected>) -> Int? {
    let ordinal = grid.ordinal(at: position)
    return ordinal < 0 ? nil : Int(ordinal)
  }
}

/// Pieces of one long column of positions, taken by whoever is free; each piece writes to places of
/// its own.
private final class Work: @unchecked Sendable {
  private static let piece = 1 << 14
  private let xs: UnsafePointer<Double>
  private let ys: UnsafePointer<Double>
  private let ordinals: UnsafeMutablePointer<Int32>
  private let count: Int
  private let grid: AreaGrid
  private let next = Atomic(0)

  init(
    xs: UnsafePointer<Double>, ys: UnsafePointer<Double>, ordinals: UnsafeMutablePointer<Int32>,
    count: Int, grid: AreaGrid
  ) {
    self.xs = xs
    self.ys = ys
    self.ordinals = ordinals
    self.count = count
    self.grid = grid
  }

  var pieces: Int { (count + Self.piece - 1) / Self.piece }

  func performWhatIsLeft() {
    while true {
      let start = next.add(1, ordering: .relaxed).oldValue * Self.piece
      if start >= count { return }
      let size = min(Self.piece, count - start)
      grid.locate(xs + start, ys + start, count: size, into: ordinals + start)
    }
  }
}
