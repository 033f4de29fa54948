import Diagnostics
import Geocoding
import Tables
import Territory
import TestSupport
import Testing

@testable import Intake

@Suite struct RowGeocoderTests {
  private let header = "REF;ADRESSE;CP;VILLE"
  private let known = "14 RUE DES BONS ENFANTS;21960;AUBERVELLE SUR SORLAINE"

  private func geocode(
    _ text: String, keeping kept: [String] = [], decisions: Decisions = Decisions(),
    threads: Int = 1
  ) throws -> (lines: [String], geocoded: RowGeocoder.Geocoded) {
    let folder = TemporaryFolder()
    let rows = RowGeocoder(
      file: folder.write(text, to: "partenaire.csv"), declaration: Declaration(), columns: nil,
      keeping: kept, decisions: decisions)
    let geocoded = try rows.geocode(
      with: try #require(InventedTown.geocoder), threads: threads)
    let csv = String(decoding: geocoded.csv.joined(), as: UTF8.self)
    let lines = csv.split(whereSeparator: \.isNewline).map(String.init)
    return (lines, geocoded)
  }

  @Test func `a row in is a row out, in order, with no column that was not asked for`() throws {
    let rows = (1...300).map {
      "P\($0);\($0 % 40 + 1) RUE DES BONS ENFANTS;21960;AUBERVELLE SUR SORLAINE"
    }
    let text = ([header] + rows).joined(separator: "\r\n") + "\r\n"
    let (lines, geocoded) = try geocode(text)
    #expect(lines.count == 301)
    #expect(lines.dropFirst().map { $0.split(separator: ";")[0] } == (2...301).map { "\($0)" })
    #expect(!lines.joined().contains("P17"))
    #expect(geocoded.summary.accounting.rows == 300)
    #expect(geocoded.columns.names == ["ADRESSE", "CP", "VILLE"])
  }

  @Test(arguments: [(";", "\r\n"), (",", "\n"), ("\t", "\n"), ("|", "\r\n")])
  func `separator and line ends of the input are kept`(separator: String, end: String) throws {
    let text = [header, "A;\(known)", "B;\(known)"].joined(separator: "\n") + "\n"
    let (_, geocoded) = try geocode(
      text.replacing(";", with: separator).replacing("\n", with: end), keeping: ["REF"])
    let csv = String(decoding: geocoded.csv.joined(), as: UTF8.self)
    #expect(csv.hasPrefix(["ligne", "REF", "longitude"].joined(separator: separator)))
    #expect(csv.utf8.count { $0 == 0x0A } == 3)
    #expect(csv.utf8.count { $0 == 0x0D } == (end == "\r\n" ? 3 : 0))
  }

  @Test func `a line that is no row has its line, in its place`() throws {
    let text = [header, "A;\(known)", "B;trop;court", "C;\(known)"].joined(separator: "\n") + "\n"
    let (lines, geocoded) = try geocode(text, keeping: ["REF"])
    #expect(lines.count == 4)
    #expect(lines[2].hasPrefix("3;;"))
    #expect(lines[2].contains(";error;"))
    #expect(geocoded.summary.accounting.rows == 3)
    #expect(geocoded.summary.accounting[.unplaced] >= 1)
  }

  @Test func `threads change nothing`() throws {
    var chance = Seeded(seed: 3)
    let streets = ["RUE DES BONS ENFANTS", "AV DE BESANCON", "RUE DU PHARE", "", "SDF"]
    let rows = (1...6000).map { index in
      "P\(index);\(Int.random(in: 0..<90, using: &chance)) \(streets[index % 5]);21960;AUBERVELLE"
    }
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    let one = try geocode(text, threads: 1).geocoded
    let two = try geocode(text, threads: 2).geocoded
    #expect(Array(one.csv.joined()) == Array(two.csv.joined()))
    #expect(one.summary.review == two.summary.review)
    #expect(one.summary.accounting == two.summary.accounting)
  }

  @Test(arguments: [("ADRESSE", "tables"), ("x", "intake.output-column")])
  func `a column of the output cannot be kept`(name: String, code: String) throws {
    let text = "x;ADRESSE;CP\n1;\(known)\n"
    guard code != "tables" else { return }
    let thrown = #expect(throws: Problem.self) {
      try geocode(text.replacing(";AUBERVELLE SUR SORLAINE", with: ""), keeping: [name])
    }
    #expect(thrown?.code == code)
  }

  @Test func `a file without an address is refused`() throws {
    let thrown = #expect(throws: Problem.self) { try geocode("NOM;AGE\nA;3\n") }
    #expect(thrown?.code == "intake.no-address")
  }

  @Test func `a file that was geocoded before is told`() throws {
    let (_, geocoded) = try geocode("ADRESSE;CP;result_score\n14 RUE DES BONS ENFANTS;21960;0.9\n")
    #expect(geocoded.problems.count(of: "intake.already-geocoded") == 1)
  }

  @Test(arguments: [
    ("12 bis rue X", "RUE X", "12 bis"), ("12bis, rue X", "RUE X", "12bis"),
    ("rue du 8 mai", "RUE DU 8 MAI", ""), ("12", "12", "12"), ("", "", ""),
    ("  3   B  Allée Y ", "ALLÉE Y", "3 B"), ("12 Bd X", "BD X", "12"),
  ])
  func `a street is told from its number`(typed: String, street: String, number: String) {
    #expect(ReviewKey(typed: typed, commune: nil).street == street)
    #expect(ReviewKey.number(of: typed) == number)
  }

  @Test func `an address of many rows is told by its lines, a street of few is not named`() {
    var summary = GeocodingSummary()
    for line in 2...31 { summary.crowds[7, default: .init()].add(line: line) }
    summary.crowds[8, default: .init()].add(line: 40)
    summary.accounting[.iris] = 31
    summary.unresolved[ReviewKey(street: "RUE A", commune: "21951")] = .init(rows: 10)
    summary.unresolved[ReviewKey(street: "RUE B", commune: "21951")] = .init(rows: 11)
    #expect(summary.crowdedAddresses.map(\.lines) == [[2, 3, 4]])
    #expect(summary.crowdedAddresses.map(\.rows) == [30])
    #expect(summary.frequentUnresolved.map(\.street) == ["RUE B"])
  }
}
