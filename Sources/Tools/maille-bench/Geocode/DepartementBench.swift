internal import ArgumentParser
internal import Geocoding
internal import Glibc
internal import Trials

/// A made-up département of 200,000 addresses: index time, addresses per second, and a dictionary.
struct DepartementBench {
  private let options: GeocodeBench

  init(_ options: GeocodeBench) { self.options = options }

  func run() throws {
    var report = BenchReport(
      "geocode departement", seed: options.seed, runs: options.runs, libraries: [])
    let country = MadeUpFrance(addresses: 200_000, seed: options.seed)
    let path = "/tmp/maille-bench-\(getpid()).csv"
    let indexPath = path + ".adresses"
    defer {
      unlink(path)
      unlink(indexPath)
    }
    var file = MadeUpFile(country)
    guard file.write(to: path) else { throw ExitCode.failure }
    let territory = country.territory()
    let sources = AddressSources(addresses: [path])
    var laps: [Lap] = []
    for _ in 0..<options.runs {
      let stopwatch = Stopwatch()
      _ = try AddressBase.build(from: sources, territory: territory, to: indexPath)
      laps.append(stopwatch.lap)
    }
    guard let base = AddressBase.open(indexPath) else { throw ExitCode.failure }
    report.add(
      .init(
        task: "index", name: "geocoder, 2 threads", count: file.addressCount, laps: laps,
        bytes: base.byteCount, hits: UInt64(base.addressCount)))
    let town = try ReferenceTown.read([path], in: territory)
    let maker = TrialMaker(town, seed: options.seed)
    let contenders = GeocodeContenders(geocoder: Geocoder(base), town: town, runs: options.runs)
    let clean = maker.trials(of: .clean, count: 100_000)
    contenders.ask("clean", clean, threads: [1, 2], &report)
    contenders.compare("clean", clean, &report)
    let messy = maker.trials(like: .usual, count: 100_000)
    contenders.ask("messy", messy, threads: [1, 2], &report)
    contenders.compare("messy", messy, &report)
    PublishedFigures.print()
    if report.hasDisagreement { throw ExitCode.failure }
  }
}

/// What others state of themselves: as published, not measured here.
enum PublishedFigures {
  static func print() {
    Swift.print("as published, not measured: addok 105–120 addresses/s per process, 5 GB Redis +")
    Swift.print(
      "  2.3 GB SQLite, 21 minutes of indexing for France; addok-rs 9,726 addresses/s per")
    Swift.print("  thread, one 1.94 GB file opened in 1 ms, built in 85–90 s on one core;")
    Swift.print("  phacochr (Belgium) 125–250 addresses/s, 97 % placed")
  }
}
