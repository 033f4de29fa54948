import TestSupport

/// The four square IRIS of the golden run, with persons where a test wants them and a campaign of its
/// own.
struct FourIrisWorld {
  let folder = TemporaryFolder()

  /// Persons in a square of side 500 m: its lower left corner in hectometres from the first IRIS's.
  struct Crowd {
    let x: Int
    let y: Int
    let women: Int
    let men: Int
  }

  /// - Parameters:
  ///   - crowds: each on a spot of its own; older ones first
  ///   - sections: appended to the campaign
  init(_ crowds: [Crowd], sections: String = "", disclosure: String = "threshold: 11") {
    let source = "\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in"
    for name in ["iris.geojson", "pop.CSV"] {
      folder.write(readFile("\(source)/\(name)") ?? [], to: name)
    }
    write(crowds)
    folder.write(
      "IRIS;QUARTIER;NOM\r\n219310101;S;Sud\r\n219310102;S;Sud\r\n219310201;N;Nord\r\n219310202;N;Nord\r\n",
      to: "quartiers.csv")
    // cuts the two southern IRIS; the rest of each lies outside
    folder.write(
      """
      {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}},
      "features": [{"type": "Feature", "properties": {"code_qp": "QN02101M", "nom_qp": "Gare"},
      "geometry": {"type": "Polygon", "coordinates": [[[850250, 6700000], [850750, 6700000],
      [850750, 6700400], [850250, 6700400], [850250, 6700000]]]}}]}
      """, to: "qpv.geojson")
    folder.write(Self.campaign(sections, disclosure), to: "campagne.yml")
  }

  func write(_ crowds: [Crowd]) {
    let rows = crowds.flatMap { crowd -> [String] in
      let place = "\(850_000 + 100 * crowd.x + 25);\(6_700_000 + 100 * crowd.y + 25)"
      return (0..<crowd.women).map { "\(place);F;\($0 % 3 == 0 ? "60+" : "18-59")" }
        + (0..<crowd.men).map { "\(place);H;\($0 % 3 == 0 ? "60+" : "18-59")" }
    }
    folder.write("X;Y;SEXE;AGE\r\n" + rows.map { $0 + "\r\n" }.joined(), to: "c2s.csv")
  }

  func run(_ arguments: String...) -> CommandRun {
    Command("maille").run(arguments, in: folder.path)
  }

  /// The rows of a CSV of the output, by column.
  func table(_ name: String, in output: String = "sortie/current") -> [[String: String]] {
    let text = String(decoding: folder.read("\(output)/\(name)") ?? [], as: UTF8.self)
    let lines = text.split(separator: "\r\n").map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
        String(cell.filter { $0 != "\"" })
      }
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { cells in
      Dictionary(zip(header, cells)) { first, _ in first }
    }
  }

  static func campaign(_ sections: String, _ disclosure: String) -> String {
    """
    version: 1
    campaign: essai
    agreement:
      owner: CPAM de l’essai
      holder: CCAS de Valmont-l’Essai
      mention: "Source CPAM – Analyse des besoins sociaux de Valmont-l’Essai"
      annex: [c2s]
    territory: { communes: ["21931"] }
    references:
      boundaries: { file: iris.geojson, edition: "IRIS GE 2024" }
      population: { file: pop.CSV, vintage: RP2022 }
    sources:
      - id: c2s
        file: c2s.csv
        reference_date: "2025-12-31"
        unit: person
        position: { x: X, y: Y, crs: "EPSG:2154" }
        categories: { sexe: SEXE, age: AGE }
    disclosure: { \(disclosure) }
    outputs: { formats: [geojson, csv], folder: sortie }
    \(sections)
    """
  }
}
