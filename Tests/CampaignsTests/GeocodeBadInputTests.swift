import Campaigns
import Diagnostics
import Geocoding
import Intake
import Territory
import TestSupport
import Testing

/// Files that nobody should send, through the job of `maille geocode`: every row has its line and its
/// class, nothing stops, no cell is shown.
@Suite struct GeocodeBadInputTests {
  private static let geodata = projectFolder + "/Geodata"
  private static let header = "REF;ADRESSE;CP;VILLE\r\n"
  private static let known = "14 RUE DES BONS ENFANTS;21960;AUBERVELLE SUR SORLAINE"
  private let folder = TemporaryFolder()

  /// One address base for all tests, made once.
  private static let base = TemporaryFolder()
  private static let references: GeocodingReferences = {
    let addresses = readFile(geodata + "/adresses-21-inventees.csv") ?? []
    return GeocodingReferences(
      addresses: [base.write(addresses, to: "adresses.csv")],
      contours: geodata + "/contours-iris-inventes.geojson")
  }()

  private func geocode(_ text: [UInt8]) throws -> (lines: [String], report: GeocodeReport) {
    var request = GeocodeJob.Request(file: folder.write(text, to: "partenaire.csv"))
    request.output = folder.path("rendu.csv")
    request.review = folder.path("revue.csv")
    let job = GeocodeJob(Self.references, threads: 2)
    let report = try job.run(request, progress: SilentProgress())
    let csv = String(decoding: try #require(folder.read("rendu.csv")), as: UTF8.self)
    return (csv.split(whereSeparator: \.isNewline).map(String.init), report)
  }

  /// A row, what its line must hold, and what no message may repeat.
  private static let rows = [
    "empty columns": (";;", "VIDE", "non_"),
    "only spaces": ("   ; ;\u{A0}", "VIDE", "\u{A0};"),
    "only digits": ("12345678901234567890;99999;0", "COMMUNE_INCONNUE", "12345678901234567890"),
    "ten kilobytes": (
      String(repeating: "QZXJ ", count: 2000) + ";21960;AUBERVELLE", "VOIE_INCONNUE", "QZXJ"
    ),
    "control characters": (
      "14\u{1}RUE\u{7}DES\u{B}BONS\u{1F}ENFANTS;21960;AUBERVELLE", "Bons Enfants", "BONS\u{1F}"
    ),
    "right to left": ("\u{202E}שדרות רוטשילד 14;21960;AUBERVELLE", "VOIE_", "שדרות"),
    "emoji": ("🏠 14 rue des Bons Enfants 🦄;21960;AUBERVELLE", "Bons Enfants", "🦄"),
    "a date of a spreadsheet": (
      "14-juin RUE DES BONS ENFANTS;21960;AUBERVELLE", "DATE_TABLEUR", "juin"
    ),
    "a postcode without its zero": (
      "12 RUE DES LICORNES;1400;CHATILLON", "COMMUNE_INCONNUE", "LICORNES"
    ),
    "a pseudo-number": (
      "9001 RUE DES BONS ENFANTS;21960;AUBERVELLE", "PSEUDO_NUMERO", "9001 RUE"
    ),
    "quotes and separators": (
      "\"14; \"\"RUE\"\" DES BONS ENFANTS\";21960;AUBERVELLE", "Bons Enfants", "\"RUE\""
    ),
  ]

  @Test(arguments: rows.keys.sorted())
  func `a bad row has a line, a class and no echo`(name: String) throws {
    let (row, wanted, secret) = try #require(Self.rows[name])
    let text = Self.header + "A;\(row)\r\nB;\(Self.known)\r\n"
    let (lines, report) = try geocode(Array(text.utf8))
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("2;") && lines[2].hasPrefix("3;"))
    #expect(lines[1].contains(wanted))
    #expect(report.summary.accounting.rows == 2)
    let said = report.text + report.json.description + report.problems.description
    #expect(!said.contains(secret))
  }

  @Test func `a thousand times the same row is one address with many rows`() throws {
    let rows = String(repeating: "A;\(Self.known)\r\n", count: 1_000)
    let (lines, report) = try geocode(Array((Self.header + rows).utf8))
    #expect(lines.count == 1_001)
    #expect(Set(lines.dropFirst().map { $0.drop { $0 != ";" } }).count == 1)
    #expect(report.summary.crowdedAddresses.map(\.rows) == [1_000])
  }

  @Test func `rows that are no text have their lines`() throws {
    var bytes = Array((Self.header + "A;\(Self.known)\r\nB;").utf8)
    bytes += [0x00, 0xFF, 0xFE, 0xC3, 0x28, 0x80]
    bytes += Array(";21960;AUBERVELLE\r\nC;\(Self.known)\r\n".utf8)
    let (lines, report) = try geocode(bytes)
    #expect(lines.count == 4)
    #expect(report.summary.accounting.rows == 3)
  }

  @Test func `what was written is read again, and said to have been geocoded`() throws {
    _ = try geocode(Array((Self.header + "A;\(Self.known)\r\n").utf8))
    let once = try #require(folder.read("rendu.csv"))
    var request = GeocodeJob.Request(file: folder.write(once, to: "encore.csv"))
    request.output = folder.path("deux.csv")
    request.columns = [(.line, "result_label")]
    let job = GeocodeJob(Self.references, threads: 1)
    let report = try job.run(request, progress: SilentProgress())
    #expect(report.problems.count(of: "intake.already-geocoded") == 1)
    #expect(folder.read("deux.csv") == once)
  }
}
