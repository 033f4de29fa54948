internal import Exports

/// Which IRIS resembles which, from the released rates alone.
///
/// The distance of two IRIS is the mean, over the rates that both publish, of the squared difference in
/// standard deviations. It is taken where they have at least half of the rates, and two, in common.
///
/// - Exactness: of two equally near, the lower code
struct Likeness: Sendable {
  /// For each IRIS, the place of the most alike and over how many rates; `nil` where none can be told.
  let nearest: [(place: Int, rates: Int)?]

  /// - Parameters:
  ///   - indicators: of one release; those that are counts say how large an IRIS is and are left out
  /// - Complexity: O(n² · k) of the IRIS and indicators
  init(_ indicators: [IndicatorView]) {
    let columns = indicators.filter(\.isRate).map { Self.scores($0.cells.map { $0.value?.value }) }
    let count = indicators.first?.cells.count ?? 0
    let least = max(2, (columns.count + 1) / 2)
    let rows = (0..<count).flatMap { row in columns.map { $0[row] } }
    nearest = rows.withUnsafeBufferPointer { rows in
      (0..<count).map { one in
        Self.nearest(to: one, in: rows, width: columns.count, count: count, sharing: least)
      }
    }
  }

  private static func nearest(
    to one: Int, in rows: UnsafeBufferPointer<Double>, width: Int, count: Int, sharing least: Int
  ) -> (place: Int, rates: Int)? {
    var best: (place: Int, rates: Int)?
    var shortest = Double.infinity
    for other in 0..<count where other != one {
      var sum = 0.0
      var shared = 0
      for column in 0..<width {
        let difference = rows[one * width + column] - rows[other * width + column]
        if difference.isNaN { continue }
        sum += difference * difference
        shared += 1
      }
      guard shared >= least, sum / Double(shared) < shortest else { continue }
      shortest = sum / Double(shared)
      best = (other, shared)
    }
    return best
  }

  /// Standard deviations from the mean; not a number where nothing is published.
  private static func scores(_ values: [Double?]) -> [Double] {
    let known = values.compactMap(\.self)
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    let spread = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, known.count))
    let deviation = max(spread.squareRoot(), 1e-12)
    return values.map { $0.map { ($0 - mean) / deviation } ?? .nan }
  }
}
