internal import ArgumentParser
internal import Files
internal import Geocoding

/// The geocoder's quality, class by class, and its speed beside a plain dictionary.
struct GeocodeBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geocode", abstract: "From a typed address to its IRIS: quality, then speed.")

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case invented, montpellier, associations, calibration, fuzz, departement, france
  }

  @Argument(
    help: """
      What is measured: invented, montpellier, associations, calibration, fuzz, departement, france.
      """)
  var parts: [Part] = [.invented, .montpellier, .associations, .departement]

  @Option(help: "Trials of each class.") var perClass = 200
  @Option(help: "Seed of trials and made-up addresses.") var seed: UInt64 = 1
  @Option(help: "Runs of each speed row.") var runs = 3
  @Option(help: "Folder of the invented town.") var geodata = "Geodata"
  @Option(help: "Folder of the real data.") var realData = "../shared/data"
  @Option(help: "Lines of the fuzzing.") var fuzzLines = 1_000_000
  @Option(help: "Addresses of the made-up France, in millions.") var millions = 26.0
  @Option(help: "Failures to show of each class (invented and public addresses only).")
  var failures = 0
  @Option(help: "Only these classes; all by default.") var only: [String] = []

  func run() throws {
    for part in parts {
      switch part {
      case .invented: try QualityBench(.invented(geodata), self).run()
      case .montpellier: try whereReal { try QualityBench(.montpellier(realData), self).run() }
      case .associations: try whereReal { try AssociationsBench(folder: realData).run() }
      case .calibration:
        try CalibrationBench(self).run(withRealData: FilePath.isFolder(realData))
      case .fuzz: try AddressFuzzBench(self).run()
      case .departement: try DepartementBench(self).run()
      case .france: try FranceBench(self).run()
      }
      print("")
    }
  }

  private func whereReal(_ body: () throws -> Void) throws {
    guard FilePath.isFolder(realData) else { return print("no real data in \(realData): left out") }
    try body()
  }
}
