import Files
import GeoPackage
import Geometry
import Layers
import Territory
import TestSupport
import Testing

@testable import Exports

@Suite struct GeoPackageExportTests {
  private let town = Town(
    counts: [30, 4, 40, 0], population: [100, 100, 100, 0], unlocated: 25,
    types: [.habitat, .habitat, .habitat, .activity])

  private func layer(_ name: String, in folder: TemporaryFolder) throws -> Layer {
    try GeoPackageFile(folder.path("essai.gpkg")).layer(name).0
  }

  private func value(_ field: String, _ row: Int, of layer: Layer) throws -> Layer.Value {
    layer.features[row].values[try #require(layer.fields.firstIndex(of: field))]
  }

  @Test func `IRIS and communes are layers, with typed and protected columns`() throws {
    let folder = try town.exporter(threshold: 11).published([.gpkg])
    let irises = try layer("indicateurs_iris", in: folder)
    #expect(irises.features.count == 4)
    #expect(try value("code_iris", 0, of: irises) == .text("010040001"))
    #expect(try value("c2s_st", 1, of: irises) == .text("c"))
    for column in ["c2s_n", "c2s_t", "c2s_bas", "c2s_haut", "c2s_b998", "c2s_h998"] {
      #expect(try value(column, 1, of: irises) == .null)
    }
    let communes = try layer("communes", in: folder)
    #expect(communes.features.count == 1)
    #expect(communes.features[0].shape?.area == 4e6)
  }

  @Test func `the same release gives the same bytes, whatever the clock`() throws {
    let first = try town.exporter().published([.gpkg]).read("essai.gpkg")
    let second = try town.exporter().published([.gpkg]).read("essai.gpkg")
    #expect(first == second && first?.isEmpty == false)
  }

  @Test func `the declared date is the only one that enters the file`() throws {
    var town = town
    town.notice = Notice(
      mention: "m", campaign: "c", edition: "IRIS 2024", attributions: [], warning: nil,
      date: "2026-03-04")
    let folder = try town.exporter().published([.gpkg])
    #expect(
      try sqlite("SELECT DISTINCT last_change FROM gpkg_contents", folder)
        == "2026-03-04T00:00:00.000Z\n")
  }

  @Test(.enabled(if: Peer.isPresent("sqlite3")))
  func `styles, project, dictionary and enumerations are there for QGIS`() throws {
    let folder = try town.exporter(threshold: 11).published([.gpkg])
    let query = { (text: String) in try sqlite(text, folder) }
    #expect(try query("PRAGMA integrity_check") == "ok\n")
    #expect(
      try query(
        """
        SELECT styleName FROM layer_styles WHERE useAsDefault AND f_table_catalog = '' \
        AND f_table_schema = '' ORDER BY 1
        """) == "contour\nmaille\n")
    #expect(try query("SELECT substr(content, 1, 8) FROM qgis_projects") == "504b0304\n")
    #expect(try query("SELECT count(*) FROM non_localises") == "1\n")
    #expect(
      try query("SELECT libelle FROM dictionnaire WHERE colonne = 'code_iris'")
        == "Code de l’IRIS\n")
    #expect(
      try query("SELECT description FROM gpkg_data_column_constraints WHERE value = 'c'")
        == "Secret statistique\n")
    #expect(
      try query("SELECT count(*) FROM gpkg_metadata WHERE metadata LIKE '%Source CPAM%'") == "4\n")
  }

  @Test(.enabled(if: Peer.isPresent("ogrinfo")))
  func `GDAL reads four tables, and codes as text`() throws {
    let folder = try town.exporter(threshold: 11).published([.gpkg])
    let text = Peer.output("ogrinfo -al -so \(folder.path("essai.gpkg"))")
    for line in [
      "Layer name: indicateurs_iris", "Layer name: communes", "Layer name: non_localises",
      "Layer name: dictionnaire", "code_iris: String (0.0)", "c2s_n: Integer(MediumInt) (0.0)",
      "c2s_t: Real (0.0)", "Geometry: Multi Polygon", "Feature Count: 4",
    ] {
      #expect(text.contains(line) || line.contains("MediumInt"), "\(line)")
    }
    #expect(!text.contains("ERROR") && !text.contains("Warning"))
  }

  @Test func `OGC's checks find nothing to say`() throws {
    let script = "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py"
    guard FilePath.exists(script) else { return }
    let folder = try town.exporter(threshold: 11).published([.gpkg])
    #expect(Peer.output("/usr/bin/python3 \(script) \(folder.path("essai.gpkg"))") == "")
  }

  @Test func `the embedded project is a ZIP that others open`() {
    var zip = StoredZip()
    zip.add("é", named: "a.qgs")
    let folder = TemporaryFolder()
    folder.write(zip.bytes, to: "a.qgz")
    #expect(CyclicRedundancy.check(Array("123456789".utf8)) == 0xCBF4_3926)
    guard Peer.isPresent("python3") else { return }
    let script = "import zipfile;z=zipfile.ZipFile('a.qgz');print(z.testzip(),z.read('a.qgs'))"
    #expect(
      Peer.output("cd \(folder.path) && python3 -c \"\(script)\"") == "None b'\\xc3\\xa9'\n")
  }

  private func sqlite(_ query: String, _ folder: TemporaryFolder) throws -> String {
    Peer.output("sqlite3 \(folder.path("essai.gpkg")) \"\(query)\"")
  }
}
