internal import ArgumentParser
internal import Atlas
internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Geometry
internal import Population
internal import Rates
internal import Territory

/// The atlas of a made-up territory, beside the same one that skips the figures: what drawing costs.
struct AtlasBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atlas", abstract: "The pages of an atlas, in memory.")

  @Option(help: "IRIS of the made-up zoning, of about 250 corners each.") var irises = 100
  @Option(help: "Indicators.") var indicators = 30
  @Option(help: "Seed of zoning and counts.") var seed: UInt64 = 1
  @Option(help: "Runs of each row.") var runs = 3

  func run() throws {
    var report = BenchReport(
      "atlas --irises \(irises) --indicators \(indicators)", seed: seed, runs: runs, libraries: [])
    let coverage = Coverage(areaCount: irises, seed: seed)
    let contours = Contours(
      edition: Edition("IRIS inventés"), system: .lambert93,
      areas: (0..<irises).compactMap { index in
        Iris(coverage.code(of: index)).map { iris in
          IrisArea(
            iris: iris, name: "Quartier \(index + 1)", communeName: "Commune inventée",
            type: .habitat, shape: coverage.shape(of: index))
        }
      })
    let release = try makeRelease(of: contours.areas.map(\.iris))
    let notice = Notice(
      mention: "Source inventée", campaign: "banc", edition: "IRIS inventés", attributions: [],
      warning: "DONNÉES INVENTÉES")
    try measure(AtlasFolder(release: release, contours: contours, notice: notice), &report)
  }

  private func measure(_ atlas: AtlasFolder, _ report: inout BenchReport) throws {
    var laps: [Lap] = []
    var pages = 0, bytes = 0
    for _ in 0..<runs {
      let watch = Stopwatch()
      (pages, bytes) = (0, 0)
      try atlas.forEachPage { _, text in
        pages += 1
        bytes += text.utf8.count
      }
      laps.append(watch.lap)
    }
    report.add(
      .init(
        task: "pages", name: "atlas", count: pages, laps: laps, bytes: bytes,
        hits: UInt64(pages)))
  }

  private func makeRelease(of irises: [Iris]) throws(Problem) -> Release {
    var chance = Chance(seed: seed, of: 0)
    let census = Denominator(
      vintage: CensusVintage(year: 2022), columns: ["P22_POP"], label: "Population",
      values: Dictionary(uniqueKeysWithValues: irises.map { ($0, 2_500) }))
    let tables = (1...indicators).map { number in
      var tally = Tally(unit: .count)
      for iris in irises {
        tally.add(Count(20 + Int.random(in: 0..<800, using: &chance)), at: .iris(iris))
      }
      let definition = IndicatorDefinition(
        id: "i\(number)", title: "Indicateur inventé numéro \(number)", source: "s\(number)",
        unit: .person, numeratorVintage: "2025-12-31", denominatorLabel: "Population",
        denominatorVintage: "RP2022", per: 100, method: .wilson)
      return IndicatorTable.make(
        definition: definition, numerator: tally, denominator: .population(census), irises: irises
      ).0
    }
    return try Protection.release(of: tables, rule: ProtectionRule(threshold: 11)).release
  }
}
