public import Diagnostics
internal import Geometry
internal import Projection
internal import Tables
public import Territory

extension AddressPositions {
  /// The positions of address bases: BAN or BAL, `.csv` or `.csv.gz`.
  ///
  /// Columns are found by name: `x` and `y`, which these files give in the projected system of their
  /// territory; else `lon` and `lat`.
  ///
  /// - Throws: what `DelimitedFile` throws, `crosswalks.no-position-column`, `projection.…`
  public static func read(
    _ files: [String], in system: TerritorySystem
  ) throws(Problem) -> (AddressPositions, ProblemLog) {
    var xs: [Double] = []
    var ys: [Double] = []
    var problems = ProblemLog()
    for file in files {
      let found = try columns(of: file, in: system)
      xs += found.xs
      ys += found.ys
      problems.append(found.problems)
    }
    return (AddressPositions(xs: xs, ys: ys), problems)
  }

  private static func columns(
    of path: String, in system: TerritorySystem
  ) throws(Problem) -> (xs: [Double], ys: [Double], problems: ProblemLog) {
    let file = try DelimitedFile(path)
    let names = file.columns.map { $0.lowercased() }
    func pair(_ x: String, _ y: String) -> [Int]? {
      names.firstIndex(of: x).flatMap { x in names.firstIndex(of: y).map { [x, $0] } }
    }
    if let plane = pair("x", "y") { return try numbers(plane, of: file) }
    guard let degrees = pair("lon", "lat") ?? pair("long", "lat") else {
      throw Wording.noPositionColumn(path, file.columns)
    }
    var (xs, ys, problems) = try numbers(degrees, of: file)
    let transformer = try Transformer<Geographic, Projected>(to: system)
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in transformer.transform(xs: xs, ys: ys) }
    }
    return (xs, ys, problems)
  }

  private static func numbers(
    _ columns: [Int], of file: DelimitedFile
  ) throws(Problem) -> (xs: [Double], ys: [Double], problems: ProblemLog) {
    let (blocks, problems) = try file.mapBlocks(reading: columns) { block in
      var xs: [Double] = []
      var ys: [Double] = []
      block.doubles(0, mark: .point, into: &xs)
      block.doubles(1, mark: .point, into: &ys)
      return (xs, ys)
    }
    return (blocks.flatMap(\.0), blocks.flatMap(\.1), file.problems.followed(by: problems))
  }
}
