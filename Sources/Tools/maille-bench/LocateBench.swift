internal import ArgumentParser
internal import Geometry
internal import Locating
internal import Topology

/// `Locating` beside GEOS's prepared geometries behind its STR-tree.
struct LocateBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate", abstract: "Which area owns a position: build, open, ask.")

  @Option(help: "Areas of the made-up zoning, of about 250 corners each.") var areas = 50_000
  @Option(help: "Positions, clustered like addresses.") var points = 3_000_000
  @Option(help: "Positions for the rival, the first of the shuffled ones.") var rivalPoints =
    100_000
  @Option(help: "Seed of zoning and positions.") var seed: UInt64 = 1
  @Option(help: "Runs of each row.") var runs = 5

  func run() throws {
    var report = BenchReport(
      "locate --areas \(areas) --points \(points)", seed: seed, runs: runs,
      libraries: ["GEOS \(PreparedAreas.libraryVersion)"])
    measureMachine(&report)
    let coverage = Coverage(areaCount: areas, seed: seed)
    let shapes = coverage.shapes
    let shuffled = CoveragePoints(points, in: coverage)
    let contenders = LocateContenders(runs: runs)
    let index = contenders.build(shapes, &report)
    let opened = try contenders.open(index, shuffled, &report)
    let grouped = shuffled.grouped()
    contenders.locate(index, "built", "shuffled", shuffled, threads: [1, 2], &report)
    contenders.locate(opened, "mapped", "shuffled", shuffled, threads: [1], &report)
    contenders.locate(index, "built", "grouped", grouped, threads: [1, 2], &report)
    contenders.locate(opened, "mapped", "grouped", grouped, threads: [1], &report)
    contenders.compare(index, shapes, shuffled, first: min(rivalPoints, points), &report)
    if report.hasDisagreement { throw ExitCode.failure }
  }

  private func measureMachine(_ report: inout BenchReport) {
    let count = 300_000_000
    for threads in [1, 2] {
      var laps: [Lap] = []
      var hits: UInt64 = 0
      for _ in 0..<runs {
        let stopwatch = Stopwatch()
        hits = MachineLoop.sum(count, threads: threads)
        laps.append(stopwatch.lap)
      }
      report.add(
        .init(
          task: "machine", name: "plain loop, \(threads) thread(s)", count: count, laps: laps,
          bytes: 0, hits: hits))
    }
  }
}

/// The key of the bench: the number of an area.
struct AreaNumber: AreaKey {
  let number: Int

  init(_ number: Int) { self.number = number }

  init?(indexText: String) {
    guard let number = Int(indexText) else { return nil }
    self.number = number
  }

  var indexText: String { String(number) }

  static func < (left: AreaNumber, right: AreaNumber) -> Bool { left.number < right.number }
}
