internal import ArgumentParser
internal import Geocoding
internal import Glibc
internal import Trials

/// All France, made up: index time and memory, file, opening, addresses per second.
struct FranceBench {
  private let options: GeocodeBench

  init(_ options: GeocodeBench) { self.options = options }

  func run() throws {
    var report = BenchReport(
      "geocode france --millions \(BenchReport.text(options.millions, 1))", seed: options.seed,
      runs: options.runs, libraries: [])
    let country = MadeUpFrance(addresses: Int(options.millions * 1e6), seed: options.seed)
    let path = "/tmp/maille-bench-\(getpid()).csv"
    let (samplePath, indexPath) = (path + ".sample", path + ".adresses")
    defer { for name in [path, samplePath, indexPath] { unlink(name) } }
    let territory = country.territory()
    var file = MadeUpFile(country)
    var sample = MadeUpFile(country)
    let step = max(1, country.communeCount / 200)
    guard file.write(to: path), sample.write(to: samplePath, where: { $0 % step == 0 }) else {
      throw ExitCode.failure
    }
    print("  \(country.communeCount) communes, \(file.streetCount) streets")
    let sampler = MemorySampler()
    let stopwatch = Stopwatch()
    _ = try AddressBase.build(
      from: AddressSources(addresses: [path]), territory: territory, to: indexPath)
    let lap = stopwatch.lap
    let peak = sampler.stop()
    let base = try open(indexPath, &report)
    report.add(
      .init(
        task: "index", name: "geocoder, 2 threads", count: file.addressCount, laps: [lap],
        bytes: base.byteCount, hits: UInt64(base.addressCount)))
    report.note("anonymous memory at most while building, territory counted", peak)
    let town = try ReferenceTown.read([samplePath], in: territory)
    let trials = TrialMaker(town, seed: options.seed).trials(like: .usual, count: 100_000)
    GeocodeContenders(geocoder: Geocoder(base), town: town, runs: options.runs)
      .ask("messy", trials, threads: [1, 2], &report)
    PublishedFigures.print()
  }

  private func open(_ path: String, _ report: inout BenchReport) throws -> AddressBase {
    var laps: [Lap] = []
    var opened: AddressBase?
    for _ in 0..<max(3, options.runs) {
      opened = nil
      let stopwatch = Stopwatch()
      opened = AddressBase.open(path)
      laps.append(stopwatch.lap)
    }
    guard let opened else { throw ExitCode.failure }
    report.add(
      .init(
        task: "open", name: "mapped", count: 1, laps: laps, bytes: opened.byteCount,
        hits: UInt64(opened.addressCount)))
    return opened
  }
}
