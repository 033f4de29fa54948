internal import Dispatch
public import Geometry

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
    let pieces = (xs.count + Work.piece - 1) / Work.piece
    if threads <= 1 || pieces <= 1 { return grid.locate(x, y, count: xs.count, into: first) }
    let threads = min(threads, pieces)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for piece in stride(from: thread, to: pieces, by: threads) { work.perform(piece) }
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

/// Pieces of one long column of positions; each piece writes to places of its own.
private struct Work: @unchecked Sendable {
  static let piece = 1 << 14
  let xs: UnsafePointer<Double>
  let ys: UnsafePointer<Double>
  let ordinals: UnsafeMutablePointer<Int32>
  let count: Int
  let grid: AreaGrid

  func perform(_ piece: Int) {
    let start = piece * Self.piece
    let size = min(Self.piece, count - start)
    grid.locate(xs + start, ys + start, count: size, into: ordinals + start)
  }
}
