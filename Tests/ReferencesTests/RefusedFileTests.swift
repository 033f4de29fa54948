import Diagnostics
import References
import TestSupport
import Testing

/// Files that must not enter the library, each with its reason.
@Suite struct RefusedFileTests {
  /// One file and the code of its problem.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let content: [UInt8]
    let declared: String?
    let code: String

    init(_ name: String, _ content: String, declared: String? = nil, _ code: String) {
      self.init(name, Array(content.utf8), declared: declared, code)
    }

    init(_ name: String, _ content: [UInt8], declared: String? = nil, _ code: String) {
      (self.name, self.content, self.declared, self.code) = (name, content, declared, code)
    }

    var testDescription: String { "\(name): \(code)" }
  }

  private static let page =
    "<!DOCTYPE html>\n<html lang=\"fr\"><head><title>404</title></head></html>"

  private static let cases = [
    Case("base-ic-evol-struct-pop-2022_csv.zip", page, "references.web-page"),
    Case("iris-2024.gpkg", "\u{FEFF}\n  " + page, "references.web-page"),
    Case(
      "xhtml.7z", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">",
      "references.web-page"),
    Case("adresses-2026.csv", "", "tables.empty"),
    Case("note-2024.csv", "a;b\n1;2\n", "references.unknown"),
    // a partner's file that looks like an address base
    Case(
      "beneficiaires-2026.csv",
      "NOM;numero;nom_voie;code_insee;x;y\nDUPONT;1;Rue A;21231;1;2\n",
      "references.foreign-columns"),
    // and one that looks like La Poste's
    Case(
      "envoi-2026.csv",
      "CODE_COMMUNE;NOM;CODE_POSTAL;LIBELLE_D_ACHEMINEMENT;LIGNE_5\n21231;DUPONT;21000;DIJON;\n",
      "references.foreign-columns"),
    Case("ban.csv", OfficialFiles.ban23, "references.no-vintage"),
    Case("iris.geojson", OfficialFiles.contours(), "references.no-vintage"),
    Case("iris-2011.geojson", OfficialFiles.contours(), "references.contradictory-vintage"),
    Case(
      "iris-2024.geojson", OfficialFiles.contours(("DEPCOM", "IRIS", "DCOMIRIS")),
      "references.contradictory-vintage"),
    Case(
      "CONTOURS-IRIS_2-1_2021.zip",
      storedZip(
        OfficialFiles.shapefile("212310101").map {
          ("CONTOURS-IRIS_2-1_SHP-2022/CONTOURS-IRIS.\($0.suffix)", $0.bytes)
        }), "references.contradictory-vintage"),
    Case(
      "rp.csv", OfficialFiles.census(2020), declared: "RP2022",
      "references.contradictory-vintage"),
    Case("v_mvtcommune_2023.csv", OfficialFiles.movements, "references.contradictory-vintage"),
    Case("bal-2025.csv", OfficialFiles.bal13, "references.contradictory-vintage"),
    Case(
      "coupe-2022.zip",
      Array(storedZip([("a.csv", Array(OfficialFiles.census(2022).utf8))]).dropLast(30)),
      "tables.damaged-archive"),
    Case(
      "coupe-2024.7z",
      Array(
        sevenZip([("iris.geojson", Array(OfficialFiles.contours().utf8))]).dropLast(
          40)), "layers.damaged-archive"),
    Case(
      "rien-2024.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}",
      "boundaries.no-code-column"),
  ]

  @Test(arguments: cases)
  func `what is no official file is refused with its reason`(item: Case) throws {
    let folder = TemporaryFolder()
    let path = folder.write(item.content, to: item.name)
    let vintage = try item.declared.map { text in try ReferenceVintage.typed(text) }
    let problem = #expect(throws: Problem.self) { try Recogniser(path, vintage: vintage).file() }
    #expect(problem?.code == item.code)
    #expect(problem?.place.file == path)
    #expect(problem?.description.contains("DUPONT") == false)
  }

  @Test(arguments: ["", "24", "RP22", "RP2022-01", "2026-13", "2026-7", "2026-07-32", "vingt"])
  func `a vintage that is none is refused`(text: String) {
    let problem = #expect(throws: Problem.self) { try ReferenceVintage.typed(text) }
    #expect(problem?.outcome == .usage)
  }
}
