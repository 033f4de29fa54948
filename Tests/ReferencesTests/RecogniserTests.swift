import Diagnostics
import References
import TestSupport
import Testing

/// What a file is, by its content and its columns; its name lies in half of the cases.
@Suite struct RecogniserTests {
  /// One file and what must be seen in it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let content: [UInt8]
    var declared: String?
    let kind: ReferenceKind
    let layout: String
    let vintage: String

    init(
      _ name: String, _ content: String, declared: String? = nil, _ kind: ReferenceKind,
      _ layout: String, _ vintage: String
    ) {
      self.init(name, Array(content.utf8), declared: declared, kind, layout, vintage)
    }

    init(
      _ name: String, _ content: [UInt8], declared: String? = nil, _ kind: ReferenceKind,
      _ layout: String, _ vintage: String
    ) {
      (self.name, self.content, self.declared) = (name, content, declared)
      (self.kind, self.layout, self.vintage) = (kind, layout, vintage)
    }

    var testDescription: String { "\(name): \(layout)" }
  }

  private static let tables = [
    Case(
      "adresses-21.csv", OfficialFiles.ban20, declared: "2019", .addresses, "BAN, 20 colonnes",
      "2019"),
    Case("iris_2026-07.csv", OfficialFiles.ban23, .addresses, "BAN, 23 colonnes", "2026-07"),
    Case(
      "x.csv", OfficialFiles.ban26, declared: "2026-07-15", .addresses, "BAN, 26 colonnes",
      "2026-07-15"),
    Case(
      "BAN_2016.csv", OfficialFiles.ban2015, .addresses, "BAN de 2015–2018, 16 colonnes", "2016"),
    Case("lieux-dits-2026.csv", OfficialFiles.places, .places, "BAN, lieux-dits", "2026"),
    Case("bal.csv", OfficialFiles.bal13, .municipal, "BAL 1.1–1.3", "2026-03-02"),
    Case("bal.csv", OfficialFiles.bal15, .municipal, "BAL 1.5", "2026-03-02"),
    Case("v_commune_2024.csv", OfficialFiles.communes, .communes, "INSEE, v_commune", "2024"),
    Case("commune.csv", OfficialFiles.movements, .movements, "INSEE, v_mvtcommune", "2024"),
    Case(
      "hexasmal-2023-03.csv", OfficialFiles.postcodesOfOld, .postcodes, "La Poste, hexasmal",
      "2023-03"),
    Case(
      "laposte.csv", OfficialFiles.postcodes, declared: "2025", .postcodes, "La Poste, hexasmal",
      "2025"),
    Case(
      "adresses-21.csv", OfficialFiles.census(2022), .census, "INSEE, 2 colonnes de nombres",
      "RP2022"),
    Case(
      "base-ic-evol-struct-pop-2020_csv.zip",
      storedZip([
        ("base-ic-evol-struct-pop-2020.CSV", Array(OfficialFiles.census(2020).utf8)),
        ("meta_base-ic-evol-struct-pop-2020.CSV", Array(OfficialFiles.dictionary.utf8)),
      ]), .census, "INSEE, 2 colonnes de nombres", "RP2020"),
  ]

  private static let contours = [
    Case("iris-2024.geojson", OfficialFiles.contours(), .contours, "Contours…Iris", "2024"),
    Case(
      "DCOMIRIS_2013.json", OfficialFiles.contours(("DEPCOM", "IRIS", "DCOMIRIS")), .contours,
      "Contours…Iris", "2013"),
    Case(
      "export.geojson",
      OfficialFiles.contours(("com_code", "iris", "iris_code"), year: "2021"), .contours,
      "Contours…Iris", "2021"),
    Case(
      "telechargement.7z",
      sevenZip(
        [("LIVRAISON_2023-09/CONTOURS-IRIS_3-0_SHP_LAMB93_FXX-2022/EMPRISE.shp", Array("x".utf8))]
          + OfficialFiles.shapefile("212310101").map {
            (
              "LIVRAISON_2023-09/CONTOURS-IRIS_3-0_SHP_LAMB93_FXX-2022/CONTOURS-IRIS.\($0.suffix)",
              $0.bytes
            )
          }), .contours, "Contours…Iris", "2022"),
    Case(
      "IRIS-GE_2-0__SHP_LAMB93_D021_2022-01-01.zip",
      storedZip(
        OfficialFiles.shapefile("212310101").map { ("IRIS_GE.\($0.suffix)", $0.bytes) }),
      .contours, "IRIS GE", "2022"),
    Case(
      "france.7z",
      sevenZip(
        ["212310101", "971010101"].flatMap { code in
          OfficialFiles.shapefile(code).map {
            ("CONTOURS-IRIS_2-1_SHP_\(code.prefix(3))-2018/CONTOURS-IRIS.\($0.suffix)", $0.bytes)
          }
        }), .contours, "Contours…Iris", "2018"),
    Case(
      "contenu.dat", readFile(projectFolder + "/Geodata/contours-iris-inventes.gpkg") ?? [],
      declared: "2024", .contours, "Contours…Iris", "2024"),
  ]

  @Test(arguments: tables + contours)
  func `a file is what its columns say`(item: Case) throws {
    let folder = TemporaryFolder()
    let path = folder.write(item.content, to: item.name)
    let vintage = try item.declared.map { text in try ReferenceVintage.typed(text) }
    let file = try Recogniser(path, vintage: vintage).file()
    #expect(file.kind == item.kind)
    #expect(file.layout == item.layout)
    #expect(file.vintage.description == item.vintage)
    #expect(file.departments.first == "21")
  }

  @Test func `an archive of several territories is one set`() throws {
    let folder = TemporaryFolder()
    let archive = Self.contours.filter { $0.name == "france.7z" }
    let path = folder.write(archive[0].content, to: "france.7z")
    let file = try Recogniser(path).file()
    #expect(file.departments == ["21", "971"])
    #expect(file.count == 2)
  }

  @Test func `a licence follows the layout`() throws {
    let folder = TemporaryFolder()
    let old = try Recogniser(folder.write(OfficialFiles.ban2015, to: "ban-2016.csv")).file()
    let new = try Recogniser(folder.write(OfficialFiles.ban23, to: "ban-2026.csv")).file()
    #expect(old.terms.licence == "Licence gratuite de repartage")
    #expect(new.terms.licence == "Licence Ouverte 2.0")
    #expect(new.terms.attribution == "Base Adresse Nationale, 2026")
  }

  @Test func `the files of a Shapefile and INSEE's dictionary go along`() throws {
    let folder = TemporaryFolder()
    for (suffix, bytes) in OfficialFiles.shapefile("212310101") {
      folder.write(bytes, to: "iris-2020.\(suffix)")
    }
    folder.write(OfficialFiles.census(2022), to: "base-ic-2022.CSV")
    folder.write(OfficialFiles.dictionary, to: "meta_base-ic-2022.CSV")
    let shapes = try Recogniser(folder.path("iris-2020.dbf")).file()
    #expect(shapes.path == folder.path("iris-2020.shp"))
    #expect(shapes.companions == ["dbf", "shx"].map { folder.path("iris-2020.\($0)") })
    let census = try Recogniser(folder.path("base-ic-2022.CSV")).file()
    #expect(census.companions == [folder.path("meta_base-ic-2022.CSV")])
  }

  @Test(
    .enabled(if: RealData.isPresent),
    arguments: [
      ("montpellier/iris-34172-2016.geojson", "contours 2016 34 88"),
      ("references/iris-75-2016.geojson", "contours 2016 75 992"),
      ("montpellier/bal-34172-2014.csv", "adresses-locales 2014 34 36395"),
    ])
  func `real files are recognised`(name: String, expected: String) throws {
    let file = try Recogniser(RealData.path(name)).file()
    let departments = file.departments.joined(separator: "-")
    #expect("\(file.kind.rawValue) \(file.vintage) \(departments) \(file.count)" == expected)
  }
}
