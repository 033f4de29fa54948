internal import Boundaries
internal import Diagnostics
internal import Dispatch
internal import Geometry
internal import Synchronization
internal import Territory

/// Contours brought to WGS 84 and rounded, in arrays and on several threads.
struct GeographicShapes: Sendable {
  /// Turns eastings and northings into longitudes and latitudes, in place.
  typealias Transform = (
    UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>
  ) throws(Problem) -> Void

  /// How many threads; the result is the same.
  let threads: Int
  /// Makes a transform for one thread.
  let makeTransform: @Sendable () throws(Problem) -> Transform

  /// - Returns: one shape for each area, in order; `nil` where there is no area
  /// - Throws: `exports.collapsed`, `exports.not-geographic`, and what the transform throws
  /// - Complexity: O(n) of the vertices
  /// - Exactness: rounded to ten-millionths of a degree after the projection
  func rounded(_ areas: [IrisArea?]) throws(Problem) -> [RoundedShape?] {
    let ranges = Self.ranges(of: areas, count: threads)
    let pieces = Mutex<[Int: Result<[RoundedShape?], Problem>]>([:])
    DispatchQueue.concurrentPerform(iterations: ranges.count) { piece in
      let result = Result { () throws(Problem) in try rounded(areas[ranges[piece]]) }
      pieces.withLock { $0[piece] = result }
    }
    var shapes: [RoundedShape?] = []
    for piece in ranges.indices {
      shapes += try pieces.withLock { $0[piece] }?.get() ?? []
    }
    return shapes
  }

  private func rounded(_ areas: ArraySlice<IrisArea?>) throws(Problem) -> [RoundedShape?] {
    let transform = try makeTransform()
    var shapes: [RoundedShape?] = []
    shapes.reserveCapacity(areas.count)
    for area in areas {
      shapes.append(try area.map { area throws(Problem) in try Self.rounded(area, by: transform) })
    }
    return shapes
  }

  private static func rounded(
    _ area: IrisArea, by transform: Transform
  ) throws(Problem) -> RoundedShape {
    var xs = area.shape.rings.flatMap { $0.positions.map(\.x) }
    var ys = area.shape.rings.flatMap { $0.positions.map(\.y) }
    try Self.apply(transform, &xs, &ys)
    var next = 0
    var parts: [[[RoundedPosition]]] = []
    for polygon in area.shape.polygons {
      var rings: [[RoundedPosition]] = []
      for ring in polygon.rings {
        let end = next + ring.positions.count
        let positions = (next..<end).compactMap {
          RoundedPosition(longitude: xs[$0], latitude: ys[$0])
        }
        guard positions.count == ring.positions.count else {
          throw Wording.notGeographic(area.iris.code)
        }
        rings.append(positions)
        next = end
      }
      parts.append(rings)
    }
    let shape = RoundedShape(parts)
    if shape.polygons.isEmpty { throw Wording.collapsed(area.iris.code) }
    return shape
  }

  /// Where some rectangles lie together, by the corners and the middles of the sides; `nil` for none.
  func box(around envelopes: [Envelope<Projected>]) throws(Problem) -> Envelope<Geographic>? {
    var whole = Envelope<Projected>.empty
    for envelope in envelopes { whole.cover(envelope) }
    if whole.isEmpty { return nil }
    let shares = [0, 0.5, 1]
    var xs = shares.flatMap { share in
      shares.map { _ in whole.minX + (whole.maxX - whole.minX) * share }
    }
    var ys = shares.flatMap { _ in
      shares.map { share in whole.minY + (whole.maxY - whole.minY) * share }
    }
    try Self.apply(try makeTransform(), &xs, &ys)
    var box = Envelope<Geographic>.empty
    for (x, y) in zip(xs, ys) { box.cover(Position(x: x, y: y)) }
    return box.minX.isFinite && box.maxY.isFinite ? box : nil
  }

  private static func apply(
    _ transform: Transform, _ xs: inout [Double], _ ys: inout [Double]
  ) throws(Problem) {
    let failure: Problem? = xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in
        do throws(Problem) { try transform(xs, ys) } catch { return error }
        return nil
      }
    }
    if let failure { throw failure }
  }

  /// Consecutive ranges with about as many vertices each.
  private static func ranges(of areas: [IrisArea?], count: Int) -> [Range<Int>] {
    let sizes = areas.map { $0?.shape.vertexCount ?? 0 }
    let share = max(1, (sizes.reduce(0, +) + count - 1) / count)
    var ranges: [Range<Int>] = []
    var start = 0, sum = 0
    for (index, size) in sizes.enumerated() {
      sum += size
      if sum >= share || index == sizes.count - 1 {
        ranges.append(start..<(index + 1))
        (start, sum) = (index + 1, 0)
      }
    }
    return ranges
  }
}
