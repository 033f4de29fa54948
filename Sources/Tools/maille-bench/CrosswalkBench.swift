internal import ArgumentParser
internal import Boundaries
internal import Crosswalks
internal import Geometry
internal import Territory
internal import Topology

/// `Crosswalks` beside plain GEOS: an STR-tree, an intersection for each pair it gives.
struct CrosswalkBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk", abstract: "What became of each area between two editions.")

  @Option(help: "Areas of the older edition, of about 250 corners each.") var areas = 50_000
  @Option(help: "Areas for the rival, the first ones.") var rivalAreas = 2_000
  @Option(help: "Seed of zoning and changes.") var seed: UInt64 = 1
  @Option(help: "Runs of each row.") var runs = 3

  func run() throws {
    var report = BenchReport(
      "crosswalk --areas \(areas)", seed: seed, runs: runs,
      libraries: ["GEOS \(PreparedAreas.libraryVersion)"])
    let coverage = Coverage(areaCount: areas, seed: seed)
    for drawing in CoverageEdition.Drawing.allCases {
      let edition = try CoverageEdition(coverage, drawing: drawing)
      for threads in [1, 2] { try measure(edition, drawing, threads: threads, &report) }
      let first = min(rivalAreas, areas)
      try compare(edition, drawing, first: first, &report)
    }
    if report.hasDisagreement { throw ExitCode.failure }
  }

  private func measure(
    _ edition: CoverageEdition, _ drawing: CoverageEdition.Drawing, threads: Int,
    _ report: inout BenchReport
  ) throws {
    var laps: [Lap] = []
    var hits: UInt64 = 0
    for _ in 0..<runs {
      let stopwatch = Stopwatch()
      let (crosswalk, _) = try Crosswalk.between(edition.old, edition.new, threads: threads)
      laps.append(stopwatch.lap)
      hits = Self.hits(crosswalk.links.map { ($0.old, $0.new) })
    }
    report.add(
      .init(
        task: drawing.rawValue, name: "crosswalk, \(threads) thread(s)", count: areas, laps: laps,
        bytes: 0, hits: hits))
  }

  /// The rival obeys the commune guard too, before it intersects anything.
  private func compare(
    _ edition: CoverageEdition, _ drawing: CoverageEdition.Drawing, first count: Int,
    _ report: inout BenchReport
  ) throws {
    let few = edition.first(count)
    let stopwatch = Stopwatch()
    let (crosswalk, _) = try Crosswalk.between(few.old, few.new, threads: 1)
    let lap = stopwatch.lap
    report.add(
      .init(
        task: drawing.rawValue + ", first \(count)", name: "crosswalk", count: count, laps: [lap],
        bytes: 0, hits: Self.hits(crosswalk.links.map { ($0.old, $0.new) })))
    let rivalStopwatch = Stopwatch()
    let rival = PreparedAreas(few.new.areas.map(\.shape))
    let pairs = few.old.areas.flatMap { area in
      rival.sharing(area.shape, disc: Tolerance.standard.width) {
        few.new.areas[$0].iris.commune == area.iris.commune
      }.map { (area.iris, few.new.areas[$0.number].iris) }
    }
    report.add(
      .init(
        task: drawing.rawValue + ", first \(count)", name: "GEOS STRtree + intersection",
        count: count, laps: [rivalStopwatch.lap], bytes: 0, hits: Self.hits(pairs)))
  }

  /// A number that changes with any pair.
  private static func hits(_ pairs: [(Iris, Iris)]) -> UInt64 {
    var sum: UInt64 = UInt64(pairs.count)
    for (old, new) in pairs {
      var mixed = (UInt64(old.code) ?? 0) &* 0x9E37_79B9_7F4A_7C15 ^ (UInt64(new.code) ?? 0)
      mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
      sum &+= mixed >> 24
    }
    return sum
  }
}
