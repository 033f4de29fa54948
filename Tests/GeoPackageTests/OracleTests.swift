import Diagnostics
import Geometry
import Layers
import TestSupport
import Testing

@testable import GeoPackage

@Suite(.enabled(if: OGR.isPresent))
struct OracleTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [4326, 2154, 5490, 2972, 2975, 4471, 4467])
  func `ogrinfo opens what we write without a warning`(code: Int) throws {
    let system = try #require(SpatialReference(epsg: code))
    var writer = try GeoPackageWriter(lastChange: "2026-01-31T00:00:00.000Z")
    try writer.add(smallTable(system: system))
    try writer.add(metadata: "<qgis/>", standard: "http://mrcc.com/qgis.dtd")
    try writer.add(metadata: "Source", standard: "x", mimeType: "text/plain", about: "iris")
    try writer.add(style: "<qgis/>", named: "taux", for: "iris", isDefault: true)
    let path = folder.write(try writer.bytes(), to: "a.gpkg")
    let run = OGR.run("ogrinfo", ["-ro", "-al", "-so", path])
    #expect(run.status == 0 && !run.output.contains("Warning") && !run.output.contains("ERROR"))
    for line in [
      "Feature Count: 2", "Geometry: Multi Polygon", "ID[\"EPSG\",\(code)]]",
      "Extent: (0.000000, 0.000000) - (30.100000, 30.100000)", "DESCRIPTION=Source : essai",
      "code_iris: String (0.0)", "n: Integer (0.0)", "grand: Integer64 (0.0)",
      "t: Real (0.0)", "vide: Real (0.0)",
    ] { #expect(run.output.contains(line), "\(line)\n\(run.output)") }
  }

  @Test func `the register's definitions are PROJ's own`() throws {
    for code in [4326, 2154, 5490, 2972, 2975, 4471, 4467] {
      let run = OGR.run("gdalsrsinfo", ["-o", "wkt1", "--single-line", "EPSG:\(code)"])
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(lines == [try #require(SpatialReference(epsg: code)).definition])
    }
  }

  @Test func `another program can edit the layer and its index follows`() throws {
    let path = folder.write(try file(smallTable()), to: "a.gpkg")
    let edits = [
      "INSERT INTO iris (geom, code_iris) SELECT geom, 'neuf' FROM iris WHERE fid = 1",
      "UPDATE iris SET geom = NULL WHERE fid = 1", "UPDATE iris SET fid = 9 WHERE fid = 3",
      "DELETE FROM iris WHERE fid = 2",
    ]
    for edit in edits {
      let run = OGR.run("ogrinfo", ["-q", path, "-sql", edit])
      #expect(
        run.status == 0 && !run.output.contains("Warning") && !run.output.contains("ERROR"),
        "\(edit)")
    }
    let index = try Database(reading: path).prepare("SELECT id FROM rtree_iris_geom")
    #expect(try index.step())
    #expect(index.integer(0) == 9)
    #expect(try !index.step())
  }

  @Test(
    .enabled(if: RealData.isPresent),
    arguments: [
      ("references/iris-34-2016.geojson", 579), ("references/iris-75-2016.geojson", 992),
      ("montpellier/iris-34172-2016.geojson", 88), ("montpellier/limite-commune.geojson", 1),
      ("montpellier/sous-quartiers.geojson", nil),
    ] as [(String, Int?)])
  func `GeoJSON is read as GDAL reads it`(name: String, count: Int?) throws {
    let source = RealData.path(name)
    let copy = folder.path("copie.gpkg")
    #expect(OGR.run("ogr2ogr", ["-f", "GPKG", copy, source]).status == 0)
    let (ours, log) = try Layer.read(geoJSON: source)
    let opened = try GeoPackageFile(copy)
    let (theirs, _) = try opened.layer(#require(opened.layerNames.first))
    #expect(log.isEmpty)
    #expect(ours.features.count == count ?? theirs.features.count)
    expectSame(ours, theirs)
    let again = FeatureTable(ours, title: "", system: .wgs84)
    #expect(try read(file(again), ours.name).layer.fingerprint == ours.fingerprint)
  }

  @Test(.enabled(if: RealData.isPresent))
  func `a Shapefile in a .zip is read as GDAL reads it`() throws {
    let source = RealData.path("montpellier/sous-quartiers-shp.zip")
    let copy = folder.path("copie.gpkg")
    #expect(OGR.run("ogr2ogr", ["-f", "GPKG", copy, "/vsizip/" + source]).status == 0)
    let (ours, log) = try Layer.read(shapefile: source)
    let opened = try GeoPackageFile(copy)
    let (theirs, _) = try opened.layer(#require(opened.layerNames.first))
    #expect(log.isEmpty)
    #expect(ours.features.count > 20)
    expectSame(ours, theirs)
    guard case .wellKnownText(let text) = ours.system else {
      Issue.record("no system")
      return
    }
    #expect(text.hasPrefix("PROJCS["))
  }

  /// Compares fields, values and coordinates bit for bit. GDAL adds the `id` of features as a
  /// field and may turn a shapefile's exteriors round: rings are compared from their lowest vertex.
  private func expectSame(_ ours: Layer, _ theirs: Layer) {
    #expect(theirs.features.count == ours.features.count)
    let columns = ours.fields.map { theirs.fields.firstIndex(of: $0) }
    #expect(!columns.contains(nil))
    let differing = zip(ours.features, theirs.features).filter { mine, other in
      let values = columns.map { $0.map { other.values[$0] } ?? .null }
      return !zip(mine.values, values).allSatisfy(isSame) || canonical(mine) != canonical(other)
    }
    #expect(differing.map(\.0.ordinal) == [])
  }

  private func isSame(_ a: Layer.Value, _ b: Layer.Value) -> Bool {
    switch (a, b) {
    case (.integer(let whole), .real(let real)), (.real(let real), .integer(let whole)):
      Double(whole) == real
    default: a == b
    }
  }

  private func canonical(_ feature: Layer.Feature) -> [[Polygon<AsDeclared>]] {
    [
      (feature.shape?.polygons ?? []).map { polygon in
        Polygon(
          exterior: canonical(polygon.exterior),
          holes: polygon.holes.map(canonical))
      }
    ]
  }

  private func canonical(_ ring: Ring<AsDeclared>) -> Ring<AsDeclared> {
    let open = (ring.isCounterClockwise ? ring : ring.reversed()).positions.dropLast()
    let start = open.indices.min { (open[$0].x, open[$0].y) < (open[$1].x, open[$1].y) }
    guard let start else { return ring }
    return Ring(Array(open[start...] + open[..<start]) + [open[start]])
  }
}
