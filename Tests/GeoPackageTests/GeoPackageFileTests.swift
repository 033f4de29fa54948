import Diagnostics
import Geometry
import Layers
import TestSupport
import Testing

@testable import GeoPackage

@Suite struct GeoPackageFileTests {
  private let folder = TemporaryFolder()

  private func code(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? Problem)?.code }
    return nil
  }

  @Test func `layers are listed and a missing one answered with the nearest`() throws {
    let path = folder.write(try file(smallTable(), smallTable(name: "quartiers")), to: "a.gpkg")
    let opened = try GeoPackageFile(path)
    #expect(opened.layerNames == ["iris", "quartiers"])
    let problem = #expect(throws: Problem.self) { try opened.layer("quartier") }
    #expect(problem?.code == "geopackage.no-such-layer")
    #expect(problem?.remedy.text.contains("quartiers") == true)
  }

  @Test func `reading leaves no trace, even where the name is awkward`() throws {
    let name = "é a?b#c%41&mode=rwc.gpkg"
    let path = folder.write(try file(smallTable()), to: name)
    #expect(try GeoPackageFile(path).layer("iris").0.features.count == 2)
    #expect(folder.names == [name])
  }

  @Test func `a pending journal is told and not touched`() throws {
    let path = folder.write(try file(smallTable()), to: "a.gpkg")
    folder.write("journal", to: "a.gpkg-wal")
    let (layer, log) = try GeoPackageFile(path).layer("iris")
    #expect(layer.features.count == 2)
    #expect(log.count(of: "geopackage.pending-journal") == 1)
    #expect(folder.read("a.gpkg-wal") == Array("journal".utf8))
  }

  @Test(
    arguments: [
      ("UPDATE gpkg_geometry_columns SET srs_id = -1", nil, []),
      ("UPDATE gpkg_geometry_columns SET srs_id = 0", nil, []),
      ("UPDATE gpkg_geometry_columns SET srs_id = 77", nil, ["geopackage.unknown-system"]),
      ("UPDATE gpkg_spatial_ref_sys SET organization = 'epsg'", .epsg(2154), []),
      (
        "UPDATE gpkg_spatial_ref_sys SET organization = 'IGNF', definition = 'PROJCS[\"x\"]'",
        .wellKnownText("PROJCS[\"x\"]"), []
      ),
      (
        "UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', definition = 'undefined'",
        nil, ["geopackage.unknown-system"]
      ),
    ] as [(String, ReferenceSystem?, [String])])
  func `systems`(edit: String, system: ReferenceSystem?, problems: [String]) throws {
    let (layer, codes) = try read(altered(edit))
    #expect(layer.system == system)
    #expect(codes == problems)
  }

  @Test func `a table's key is hidden only when it merely numbers the rows`() throws {
    let edit = """
      CREATE TABLE codes (code_iris INTEGER PRIMARY KEY, GEOM BLOB, octets BLOB, t);
      INSERT INTO codes SELECT 10040101, geom, x'00', 'é' FROM iris WHERE fid = 1;
      UPDATE gpkg_contents SET table_name = 'codes';
      UPDATE gpkg_geometry_columns SET table_name = 'CODES';
      """
    let (layer, codes) = try read(altered(edit), "codes")
    #expect(layer.fields == ["code_iris", "octets", "t"])
    #expect(layer.features.map(\.values) == [[.integer(10_040_101), .null, .text("é")]])
    #expect(layer.features.first?.shape != nil)
    #expect(codes == ["geopackage.bytes-as-value"])
  }

  @Test(arguments: [
    ("DROP TABLE gpkg_contents", "geopackage.not-geopackage"),
    ("DROP TABLE gpkg_geometry_columns", "geopackage.damaged"),
    ("DELETE FROM gpkg_geometry_columns", "geopackage.no-geometry-column"),
    ("UPDATE gpkg_geometry_columns SET column_name = 'x'", "geopackage.no-geometry-column"),
    ("DROP TABLE iris", "geopackage.damaged"),
    ("DELETE FROM gpkg_contents", "geopackage.no-such-layer"),
    ("UPDATE gpkg_contents SET data_type = 'tiles'", "geopackage.no-such-layer"),
  ])
  func `what is missing in the file is told`(edit: String, code: String) throws {
    let bytes = try altered(edit)
    #expect(self.code { _ = try read(bytes) } == code)
  }

  @Test func `a damaged geometry costs its feature only`() throws {
    let edit = """
      DROP TRIGGER rtree_iris_geom_update1; DROP TRIGGER rtree_iris_geom_update2;
      DROP TRIGGER rtree_iris_geom_update3; DROP TRIGGER rtree_iris_geom_update4;
      UPDATE iris SET geom = substr(geom, 1, 90) WHERE fid = 1
      """
    let (layer, codes) = try read(altered(edit))
    #expect(codes == ["geopackage.damaged-geometry"])
    #expect(layer.features.map(\.values.first) == [.text("010040101"), .text("L’Haÿ-les-Roses")])
  }

  @Test(arguments: [
    ([], "geopackage.not-geopackage"), (Array("PK".utf8), "geopackage.not-geopackage"),
    (Array("SQLite format 3\0".utf8), "geopackage.truncated"),
    ([UInt8](repeating: 0xA5, count: 8192), "geopackage.not-geopackage"),
    (
      Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xA5, count: 8192), "geopackage.damaged"
    ),
  ])
  func `what is no GeoPackage is refused`(bytes: [UInt8], code: String) {
    #expect(self.code { _ = try read(bytes) } == code)
  }

  @Test func `a missing file is told as such`() {
    #expect(code { _ = try GeoPackageFile(folder.path("rien.gpkg")) } == "files.missing")
  }

  @Test func `a truncated file is refused at any length`() throws {
    let whole = try file(smallTable())
    let lengths = stride(from: 0, to: whole.count, by: 1021)
    let accepted = lengths.filter { length in
      code { _ = try read(Array(whole.prefix(length))) } == nil
    }
    #expect(accepted == [])
  }

  @Test func `a file that has lost pages in the middle is refused or told`() throws {
    let whole = try file(manyRows())
    let page = 4096
    let silent = (1..<whole.count / page).filter { number in
      var bytes = whole
      bytes.replaceSubrange(
        number * page..<(number + 1) * page, with: Array(repeating: 0, count: page))
      let reading = try? read(bytes)
      let isWhole = reading?.codes == [] && reading?.layer.features.count == 400
      return isWhole && reading?.layer.fingerprint != sound
    }
    #expect(silent == [])
  }

  private var sound: [String]? { try? read(file(manyRows())).layer.fingerprint }

  private func manyRows() -> FeatureTable<AsDeclared> {
    let shape = Shape([Polygon(exterior: square(0, 1))])
    return FeatureTable(
      name: "iris", title: "", system: .lambert93, columns: [.init("code", .text)],
      rows: (0..<400).map { .init(values: [.text("IRIS \($0)")], shape: shape) })
  }

  /// Each mutant either reads or is refused; a crash or a hang fails the run.
  @Test(arguments: [51, 52] as [UInt64])
  func `files damaged by chance never crash the reader`(seed: UInt64) throws {
    let whole = try file(smallTable())
    var chance = Seeded(seed: seed)
    var readings = 0
    for _ in 0..<500 {
      var mutant = whole
      for _ in 0..<Int.random(in: 1...40, using: &chance) {
        let index = Int.random(in: 0..<mutant.count, using: &chance)
        mutant[index] = UInt8.random(in: 0...255, using: &chance)
      }
      if (try? read(mutant)) != nil { readings += 1 }
    }
    #expect(readings > 0 && readings < 500)
  }
}
