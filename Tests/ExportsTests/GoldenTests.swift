import Geometry
import Territory
import TestSupport
import Testing

@testable import Exports

/// Whole files of a commune of four IRIS, written by hand.
///
/// Bounds of the rates: Wilson's formula computed in Python (40 of 160, 59 of 500.25).
@Suite struct GoldenTests {
  private func town() -> Town {
    var town = Town(counts: [40, 9, 10, 0], population: [160, 250.25, 90, 0])
    town.origin = Position(x: 300_000, y: -4_000_000)
    town.types = [.habitat, .habitat, .commune, .activity]
    town.names = ["Le Bourg", "L’« Île » \"Nord\"", "Vieux; Port", "Zone d'activité"]
    return town
  }

  private let pedigree = """
    "mill_num": "31/12/2025", "mill_den": "RP2022", "geo": "IRIS 2024", \
    "source": "Source CPAM – Analyse des Besoins Sociaux du CCAS", \
    "attrib": "IGN–INSEE, IRIS 2024 ; INSEE, RP2022", "version": "abs-essai"
    """
  private let nothing = """
    "c2s_t": null, "c2s_bas": null, "c2s_haut": null, "c2s_b998": null, "c2s_h998": null, \
    "c2s_comp": null, "c2s_meth": null
    """

  @Test func `the GeoJSON of four IRIS`() throws {
    let folder = try town().exporterByHand(threshold: 11).published([.geojson])
    let expected = """
      {
      "type": "FeatureCollection",
      "name": "essai",
      "bbox": [3.0, -40.0, 3.04, -39.99],
      "source": "Source CPAM – Analyse des Besoins Sociaux du CCAS",
      "metadata": {"campagne": "abs-essai", "geo": "IRIS 2024", \
      "references": ["IGN–INSEE, IRIS 2024", "INSEE, RP2022"], "seuil": 11, \
      "indicateurs": [{"id": "c2s", "colonnes": "c2s", "titre": "Bénéficiaires de la C2S", \
      "unite": "personne", "numerateur": "cpam", "mill_num": "2025-12-31", \
      "denominateur": "Population", "mill_den": "RP2022", "pour": 100.0, "methode": "wilson"}]},
      "features": [
      {"type": "Feature", "properties": {"code_iris": "010040001", "nom_iris": "Le Bourg", \
      "type_iris": "H", "code_com": "01004", "nom_com": "Ambérieu", "c2s_n": 40, "c2s_d": 160.0, \
      "c2s_t": 25.00, "c2s_bas": 18.93, "c2s_haut": 32.24, "c2s_b998": 16.04, "c2s_h998": 36.78, \
      "c2s_comp": "très supérieur", "c2s_meth": "wilson", "c2s_st": "", \(pedigree)}, \
      "geometry": {"type": "MultiPolygon", "coordinates": \
      [[[[3.0,-40.0],[3.01,-40.0],[3.01,-39.99],[3.0,-39.99],[3.0,-40.0]]]]}},
      {"type": "Feature", "properties": {"code_iris": "010040002", \
      "nom_iris": "L’« Île » \\"Nord\\"", "type_iris": "H", "code_com": "01004", \
      "nom_com": "Ambérieu", "c2s_n": null, "c2s_d": 250.3, \(nothing), "c2s_st": "c", \
      \(pedigree)}, "geometry": {"type": "MultiPolygon", "coordinates": \
      [[[[3.01,-40.0],[3.02,-40.0],[3.02,-39.99],[3.01,-39.99],[3.01,-40.0]]]]}},
      {"type": "Feature", "properties": {"code_iris": "010040003", "nom_iris": "Vieux; Port", \
      "type_iris": "Z", "code_com": "01004", "nom_com": "Ambérieu", "c2s_n": null, \
      "c2s_d": 90.0, \(nothing), "c2s_st": "c", \(pedigree)}, \
      "geometry": {"type": "MultiPolygon", "coordinates": \
      [[[[3.02,-40.0],[3.03,-40.0],[3.03,-39.99],[3.02,-39.99],[3.02,-40.0]]]]}},
      {"type": "Feature", "properties": {"code_iris": "010040004", \
      "nom_iris": "Zone d'activité", "type_iris": "A", "code_com": "01004", \
      "nom_com": "Ambérieu", "c2s_n": null, "c2s_d": 0.0, \(nothing), "c2s_st": "x", \
      \(pedigree)}, "geometry": {"type": "MultiPolygon", "coordinates": \
      [[[[3.03,-40.0],[3.04,-40.0],[3.04,-39.99],[3.03,-39.99],[3.03,-40.0]]]]}}
      ]
      }

      """
    #expect(folder.text("essai.geojson") == expected)
  }

  @Test func `the CSV pair of four IRIS`() throws {
    let folder = try town().exporterByHand(threshold: 11).published([.csv])
    let header = """
      code_iris;nom_iris;type_iris;code_com;nom_com;c2s_n;c2s_d;c2s_t;c2s_bas;c2s_haut;\
      c2s_b998;c2s_h998;c2s_comp;c2s_meth;c2s_st;mill_num;mill_den;geo;source;attrib;version
      """
    let end = """
      31/12/2025;RP2022;IRIS 2024;Source CPAM – Analyse des Besoins Sociaux du CCAS;\
      "IGN–INSEE, IRIS 2024 ; INSEE, RP2022";abs-essai
      """
    let machine = """
      \(header)
      010040001;Le Bourg;H;01004;Ambérieu;40;160.0;25.00;18.93;32.24;16.04;36.78;très supérieur;wilson;;\
      \(end)
      010040002;"L’« Île » ""Nord""\";H;01004;Ambérieu;;250.3;;;;;;;;c;\(end)
      010040003;"Vieux; Port";Z;01004;Ambérieu;;90.0;;;;;;;;c;\(end)
      010040004;Zone d'activité;A;01004;Ambérieu;;0.0;;;;;;;;x;\(end)

      """
    let excel = """
      \u{FEFF}\(header)
      "=""010040001""\";Le Bourg;H;"=""01004""\";Ambérieu;40;160,0;25,00;18,93;32,24;16,04;36,78;\
      très supérieur;wilson;;\(end)
      "=""010040002""\";"L’« Île » ""Nord""\";H;"=""01004""\";Ambérieu;;250,3;;;;;;;;c;\(end)
      "=""010040003""\";"Vieux; Port";Z;"=""01004""\";Ambérieu;;90,0;;;;;;;;c;\(end)
      "=""010040004""\";Zone d'activité;A;"=""01004""\";Ambérieu;;0,0;;;;;;;;x;\(end)

      """
    #expect(folder.text("essai.csv") == withLineEnds(machine))
    #expect(folder.text("essai_excel.csv") == withLineEnds(excel))
  }

  @Test func `the commune's rows and the types of the columns`() throws {
    let folder = try town().exporterByHand(threshold: 11).published([.csv])
    let communes = """
      niveau;code_com;nom_com;c2s_n;c2s_d;c2s_t;c2s_bas;c2s_haut;c2s_b998;c2s_h998;c2s_comp;\
      c2s_meth;c2s_st;mill_num;mill_den;geo;source;attrib;version
      hors IRIS;01004;Ambérieu;0;;;;;;;;;;31/12/2025;RP2022;IRIS 2024;\
      Source CPAM – Analyse des Besoins Sociaux du CCAS;"IGN–INSEE, IRIS 2024 ; INSEE, RP2022";\
      abs-essai
      commune;01004;Ambérieu;59;500.3;11.79;9.25;14.92;8.04;16.98;;wilson;;31/12/2025;RP2022;\
      IRIS 2024;Source CPAM – Analyse des Besoins Sociaux du CCAS;\
      "IGN–INSEE, IRIS 2024 ; INSEE, RP2022";abs-essai

      """
    let words = ["String"].repeated(5) + ["Integer"] + ["Real"].repeated(6) + ["String"].repeated(9)
    #expect(folder.text("essai_communes.csv") == withLineEnds(communes))
    #expect(folder.text("essai.csvt") == words.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n")
  }

  private func withLineEnds(_ text: String) -> String {
    String(text.flatMap { $0 == "\n" ? Array("\r\n") : [$0] })
  }
}

extension Array {
  fileprivate func repeated(_ times: Int) -> [Element] {
    (0..<times).flatMap { _ in self }
  }
}
