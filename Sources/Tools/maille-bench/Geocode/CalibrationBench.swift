internal import Boundaries
internal import Geocoding
internal import Glibc
internal import Trials

/// Whether the score keeps its promise where it was not fitted: other seeds of the two towns, and a
/// made-up département that no constant was ever looked at on.
///
/// The trials come in the shares of a partner's file, not so many of each class, since a probability
/// holds for a mixture only.
struct CalibrationBench {
  private let options: GeocodeBench
  private static let count = 20_000

  init(_ options: GeocodeBench) { self.options = options }

  func run(withRealData hasRealData: Bool) throws {
    var places = [BenchTown.invented(options.geodata)]
    if hasRealData { places.append(.montpellier(options.realData)) }
    for place in places {
      let territory = try place.territory()
      let town = try place.town(in: territory)
      judge(place.name, town, Geocoder(try place.base(in: territory)))
    }
    try judgeMadeUp()
  }

  private func judgeMadeUp() throws {
    let country = MadeUpFrance(addresses: 50_000, seed: options.seed)
    let path = "/tmp/maille-bench-\(getpid()).csv"
    defer {
      unlink(path)
      unlink(path + ".adresses")
    }
    var file = MadeUpFile(country)
    _ = file.write(to: path)
    let territory = country.territory()
    let base = try AddressBase.prepared(
      from: AddressSources(addresses: [path]), territory: territory, at: path + ".adresses"
    ).0
    judge(
      "made-up département", try ReferenceTown.read([path], in: territory), Geocoder(base))
  }

  private func judge(_ name: String, _ town: ReferenceTown, _ geocoder: Geocoder) {
    let seeds = (options.seed + 1)...(options.seed + 3)
    let trials = seeds.flatMap { seed in
      TrialMaker(town, seed: seed).trials(like: .usual, count: Self.count)
    }
    let table = TrialRun(geocoder, town: town).judge(trials)
    print("\(name), \(trials.count) trials of a usual file, seeds \(seeds)")
    TrialTableText(table).printSummary()
    print("")
  }
}
