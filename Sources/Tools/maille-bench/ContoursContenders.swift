internal import Boundaries
internal import Diagnostics
internal import Exports
internal import Files
internal import Geometry
internal import Territory

/// The rows of the bench `contours`.
struct ContoursContenders {
  let coverage: Coverage
  private let folder = BenchFolder()

  init(coverage: Coverage) { self.coverage = coverage }

  func file() throws(Problem) -> String {
    try CoverageFiles(coverage: coverage, folder: folder).contours()
  }

  /// From the file to checked areas in metres: codes, validity by GEOS, gaps and overlaps.
  func read(
    _ file: String, runs: Int, _ report: inout BenchReport
  ) throws(Problem) -> Contours {
    let vertices = coverage.shapes.reduce(0) { $0 + $1.vertexCount }
    var contours = try Contours.read(file, edition: Edition("inventée")).0
    var laps: [Lap] = []
    Memory.forgetPeak()
    for _ in 0..<runs {
      let stopwatch = Stopwatch()
      contours = try Contours.read(file, edition: Edition("inventée")).0
      laps.append(stopwatch.lap)
    }
    report.add(
      .init(
        task: "read", name: "checked contours (n = vertices)", count: vertices, laps: laps,
        bytes: FileSize.of(file),
        hits: UInt64(contours.areas.reduce(0) { $0 + $1.shape.vertexCount })))
    report.note("memory at most, contours of the run before included", Memory.peak)
    return contours
  }

  /// From areas in metres to a GeoJSON file in degrees, with its style.
  func write(
    _ contours: Contours, runs: Int, _ report: inout BenchReport
  ) throws(Problem) {
    let release = try CoverageRelease.make(of: contours)
    let notice = Notice(
      mention: "Données inventées", campaign: "essai", edition: contours.edition.name,
      attributions: [], warning: "Données inventées")
    var laps: [Lap] = []
    Memory.forgetPeak()
    for _ in 0..<runs {
      let stopwatch = Stopwatch()
      let exporter = Exporter(release: release, contours: contours, notice: notice)
      try StagedFile.publish(try exporter.stage([.geojson], name: "essai", in: folder.path))
      laps.append(stopwatch.lap)
    }
    try add("release → GeoJSON on WGS 84", laps, "essai.geojson", &report)
    report.note("memory at most, contours included", Memory.peak)
  }

  /// GDAL from the GeoPackage to the same degrees; it reads the file too, and checks nothing.
  func compare(_ gdal: Peer, _ file: String, _ report: inout BenchReport) {
    let output = folder.file("gdal.geojson")
    let lap = gdal.run(
      "ogr2ogr -f GeoJSON -t_srs EPSG:4326 -lco RFC7946=YES \(output) \(file)")
    if let lap { try? add("ogr2ogr, from the GeoPackage", [lap], "gdal.geojson", &report) }
  }

  private func add(
    _ name: String, _ laps: [Lap], _ file: String, _ report: inout BenchReport
  ) throws(Problem) {
    let path = folder.file(file)
    let positions = try WrittenPositions.count(in: path)
    report.add(
      .init(
        task: "write", name: name, count: positions, laps: laps, bytes: FileSize.of(path),
        hits: UInt64(positions)))
  }
}

/// How many positions a GeoJSON file has, whoever wrote it with a feature on each line.
private enum WrittenPositions {
  static func count(in path: String) throws(Problem) -> Int {
    try MappedFile(path).withBytes { bytes in
      var count = 0
      var (isFeature, isOpen, last) = (false, false, UInt8(ascii: "\n"))
      for byte in bytes {
        if last == UInt8(ascii: "\n") { isFeature = byte == UInt8(ascii: "{") }
        if isOpen && (byte &- 0x30 < 10 || byte == UInt8(ascii: "-")) { count += 1 }
        isOpen = isFeature && (byte == UInt8(ascii: "[") || (isOpen && byte == UInt8(ascii: " ")))
        last = byte
      }
      return count
    }
  }
}
