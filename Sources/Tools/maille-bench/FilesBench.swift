internal import ArgumentParser
internal import Geometry
internal import Topology

/// The work of `maille locate --counts`, from files to file, beside GEOS.
struct FilesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files", abstract: "From positions and contours to counts per IRIS, in files.")

  @Option(help: "Areas of the made-up zoning, of about 250 corners each.") var areas = 50_000
  @Option(help: "Lines of the file of positions.") var points = 10_000_000
  @Option(help: "Areas of the city.") var cityAreas = 100
  @Option(help: "Lines of the city's file.") var cityPoints = 1_000_000
  @Option(help: "Lines of the file that the rival reads.") var rivalPoints = 100_000
  @Option(help: "Seed of zoning and positions.") var seed: UInt64 = 1
  @Option(help: "Runs of each row; without a saved index, at most three.") var runs = 5
  @Option(help: "Threads that locate.") var threads = 2

  func run() throws {
    var report = BenchReport(
      "files --areas \(areas) --points \(points) --threads \(threads)", seed: seed, runs: runs,
      libraries: ["GEOS \(PreparedAreas.libraryVersion)"])
    for (task, areas, points) in [("city", cityAreas, cityPoints), ("country", areas, points)] {
      let contenders = FilesContenders(
        task: task, coverage: Coverage(areaCount: areas, seed: seed), points: points, runs: runs,
        threads: threads)
      try contenders.count(&report)
      try contenders.compare(first: min(points, rivalPoints), &report)
    }
    if report.hasDisagreement { throw ExitCode.failure }
  }
}
