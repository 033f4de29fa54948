import Boundaries
import Diagnostics
import Geometry
import Glibc
import Territory
import TestSupport
import Testing

/// The same contours in every format, written by GDAL.
@Suite struct FormatTests {
  private let world = World(features: [
    World.box("010040101", 0, 0, 4, 4, name: "Île-aux-Œufs"),
    World.box("010040102", 4, 0, 8, 4, name: "Centre"),
  ])

  /// Name of the file and the arguments with which GDAL writes it.
  @Test(arguments: [
    ("iris.gpkg", ["-f", "GPKG", "-nln", "contours_iris"]),
    ("iris.shp", ["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"]),
    ("latin.shp", ["-f", "ESRI Shapefile", "-lco", "ENCODING=ISO-8859-1"]),
    ("degres.geojson", ["-f", "GeoJSON", "-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=9"]),
    ("iris.shz", ["-f", "ESRI Shapefile"]),
  ])
  func `what GDAL writes is read back`(name: String, options: [String]) throws {
    let folder = TemporaryFolder()
    let source = folder.write(world.json, to: "source.geojson")
    guard output(of: "ogr2ogr", options + [name, source], in: folder.path) != nil else { return }
    let (contours, problems) = try Contours.read(folder.path(name), edition: Edition("2024"))
    #expect(contours.areas.map(\.iris.code) == ["010040101", "010040102"])
    #expect(contours.areas.map(\.communeName) == ["Essai", "Essai"])
    #expect(contours.areas.map(\.name).last == "Centre")
    #expect(problems.gravest == nil, "\(problems)")
    for area in contours.areas { #expect(abs(area.shape.area - 160_000) < 0.1) }
  }

  @Test func `without its .prj a Shapefile needs a declared system`() throws {
    let folder = TemporaryFolder()
    let source = folder.write(world.json, to: "source.geojson")
    let made = output(of: "ogr2ogr", ["-f", "ESRI Shapefile", "a.shp", source], in: folder.path)
    guard made != nil else { return }
    unlink(folder.path("a.prj"))
    let problem = #expect(throws: Problem.self) {
      try Contours.read(folder.path("a.shp"), edition: Edition("2024"))
    }
    #expect(problem?.code == "boundaries.no-system")
    #expect(problem?.remedy.text.contains("Lambert-93") == true)
    let declared = try Contours.read(
      folder.path("a.shp"), edition: Edition("2024"), declaredSystem: .epsg(2154))
    #expect(declared.0.areas.count == 2)
  }

  @Test func `a GeoPackage inside a .zip is read in memory`() throws {
    let folder = TemporaryFolder()
    let source = folder.write(world.json, to: "source.geojson")
    let made = output(of: "ogr2ogr", ["-f", "GPKG", "iris.gpkg", source], in: folder.path)
    guard made != nil else { return }
    let zip =
      "import zipfile; z = zipfile.ZipFile('iris.zip', 'w', zipfile.ZIP_DEFLATED); "
      + "z.write('iris.gpkg', 'IRIS-GE/1_DONNEES/iris.gpkg'); z.close()"
    guard output(of: "python3", ["-c", zip], in: folder.path) != nil else { return }
    let (contours, _) = try Contours.read(folder.path("iris.zip"), edition: Edition("2024"))
    #expect(contours.areas.count == 2)
    #expect(folder.names.filter { $0.contains("maille") } == [])
  }

  @Test func `of several layers the one with codes is taken, or asked for`() throws {
    let folder = TemporaryFolder()
    let source = folder.write(world.json, to: "source.geojson")
    let other = folder.write(
      world.json.replacing("code_iris", with: "quartier").replacing("\"iris\"", with: "\"q\""),
      to: "autre.geojson")
    func add(_ file: String, _ layer: String) -> Bool {
      output(
        of: "ogr2ogr", ["-f", "GPKG", "-update", "-append", "-nln", layer, "tout.gpkg", file],
        in: folder.path) != nil
    }
    guard add(other, "emprise"), add(source, "iris_2024") else { return }
    let path = folder.path("tout.gpkg")
    #expect(try Contours.read(path, edition: Edition("2024")).0.areas.count == 2)
    _ = add(source, "iris_2023")
    let problem = #expect(throws: Problem.self) {
      try Contours.read(path, edition: Edition("2024"))
    }
    #expect(problem?.code == "boundaries.several-layers")
    let named = try Contours.read(path, layer: "iris_2023", edition: Edition("2023"))
    #expect(named.0.areas.count == 2)
  }

  /// Content, and the code of the refusal.
  @Test(arguments: [
    ("", "boundaries.unknown-format"), ("rien", "boundaries.unknown-format"),
    ("{\"type\":\"Point\",\"coordinates\":[1,2]}", "boundaries.no-code-column"),
    ("{\"type\":\"FeatureCollection\",\"features\":[]}", "boundaries.no-code-column"),
    ("{\"type\":\"FeatureCollection\",\"features\":[", "layers.truncated-json"),
    ("SQLite format 3\u{0}", "geopackage.truncated"),
  ])
  func `what holds no contours is refused`(content: String, code: String) {
    let folder = TemporaryFolder()
    let path = folder.write(content, to: "a.dat")
    let problem = #expect(throws: Problem.self) {
      try Contours.read(path, edition: Edition("2024"))
    }
    #expect(problem?.code == code)
  }

  @Test func `a GeoPackage cut anywhere is refused, never half read`() throws {
    let folder = TemporaryFolder()
    let source = folder.write(world.json, to: "source.geojson")
    let made = output(of: "ogr2ogr", ["-f", "GPKG", "iris.gpkg", source], in: folder.path)
    guard made != nil, let whole = folder.read("iris.gpkg") else { return }
    for kept in [20, 100, 4096, whole.count / 2, whole.count - 1] {
      let path = folder.write(whole.prefix(kept), to: "coupe.gpkg")
      let problem = #expect(throws: Problem.self) {
        try Contours.read(path, edition: Edition("2024"))
      }
      #expect(problem?.code.hasPrefix("geopackage.") == true, "\(kept)")
    }
  }
}

/// IGN's own contours of 2016.
@Suite(.enabled(if: RealData.isPresent)) struct RealContourTests {
  private func read(_ name: String) throws -> (Contours, ProblemLog) {
    try Contours.read(RealData.path(name), edition: Edition("Contours…Iris 2016"))
  }

  @Test func `Hérault has one invalid ring, Paris and Montpellier none`() throws {
    let (herault, problems) = try read("references/iris-34-2016.geojson")
    #expect(herault.areas.count == 579)
    #expect(problems.count(of: "boundaries.invalid-ring") == 1)
    let invalid = problems.groups.flatMap(\.first).first { $0.code == "boundaries.invalid-ring" }
    #expect(invalid?.place.code == "343010301")
    let (paris, parisian) = try read("references/iris-75-2016.geojson")
    #expect(paris.areas.count == 992)
    #expect(parisian.count(of: "boundaries.invalid-ring") == 0)
    #expect(paris.communes.count == 20)
    #expect(try read("montpellier/iris-34172-2016.geojson").0.areas.count == 88)
  }

  @Test func `a Shapefile of something else says which columns it has`() {
    let problem = #expect(throws: Problem.self) {
      try read("montpellier/sous-quartiers-shp.zip")
    }
    #expect(problem?.code == "boundaries.no-code-column")
    #expect(problem?.fact.text.contains("LIBSQUART") == true)
  }
}
