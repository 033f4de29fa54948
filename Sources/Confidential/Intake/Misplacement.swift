internal import Boundaries
internal import Diagnostics
internal import Geometry
internal import Projection
internal import Tables

/// Why no position of a file lies in the territory: another system, or x and y swapped.
struct Misplacement {
  private static let sampled = 1_000
  private let columns: PositionColumns
  private let file: String
  private let fitting: [PlausibleSystem]

  /// - Returns: `nil` when no row has two numbers
  init?(
    _ columns: PositionColumns, table: DelimitedFile, territory: IrisTerritory
  ) throws(Problem) {
    self.columns = columns
    file = table.path
    let sample = try Self.sample(columns, of: table)
    if sample.xs.isEmpty { return nil }
    let area = try territory.geographicEnvelope()
    fitting = PlausibleSystems.candidates(forXs: sample.xs, ys: sample.ys, inside: area)
  }

  /// The problem, with the system that would put the positions inside when there is one.
  var problem: Problem {
    if let best = fitting.first, best.isSwapped, best.system.isSame(as: columns.system) {
      return Wording.swapped(columns.x, columns.y, file: file)
    }
    return Wording.allOutside(fitting: fitting, file: file)
  }

  private static func sample(
    _ columns: PositionColumns, of table: DelimitedFile
  ) throws(Problem) -> (xs: [Double], ys: [Double]) {
    let read = [try table.index(of: columns.x), try table.index(of: columns.y)]
    let blocks = try table.mapBlocks(reading: read, threads: 1) { block -> [[Double]] in
      var xs: [Double] = []
      var ys: [Double] = []
      block.doubles(0, mark: columns.mark, into: &xs)
      block.doubles(1, mark: columns.mark, into: &ys)
      return [Array(xs.prefix(sampled)), Array(ys.prefix(sampled))]
    }
    let pairs = zip(blocks.results.flatMap { $0[0] }, blocks.results.flatMap { $0[1] })
    let usable = pairs.lazy.filter { $0.isFinite && $1.isFinite }.prefix(sampled)
    return (usable.map(\.0), usable.map(\.1))
  }
}
