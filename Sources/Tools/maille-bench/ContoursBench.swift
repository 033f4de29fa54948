internal import ArgumentParser
internal import Projection
internal import Topology

/// Contours from a GeoPackage, checked, and as GeoJSON on WGS 84, beside GDAL.
struct ContoursBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contours", abstract: "Contours read and checked, then written as GeoJSON.")

  @Option(help: "Areas of the made-up zoning, of about 250 corners each.") var areas = 50_000
  @Option(help: "Seed of the zoning.") var seed: UInt64 = 1
  @Option(help: "Runs of each row.") var runs = 3

  func run() throws {
    let gdal = Peer("ogr2ogr --version")
    var report = BenchReport(
      "contours --areas \(areas)", seed: seed, runs: runs,
      libraries: [
        "GEOS \(PreparedAreas.libraryVersion)", "PROJ \(LibraryVersions.proj)",
        gdal?.version ?? "GDAL is not installed: no rival",
      ])
    let contenders = ContoursContenders(coverage: Coverage(areaCount: areas, seed: seed))
    let file = try contenders.file()
    let contours = try contenders.read(file, runs: runs, &report)
    try contenders.write(contours, runs: runs, &report)
    if let gdal { contenders.compare(gdal, file, &report) }
    if report.hasDisagreement { throw ExitCode.failure }
  }
}
