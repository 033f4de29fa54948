import Diagnostics
import Geocoding
import Tables
import Territory
import TestSupport
import Testing

@testable import Intake

/// Rows that are hardly addresses: each has its class, and no message holds a cell.
@Suite struct BadAddressTests {
  private func geocode(_ rows: [String], threads: Int = 1) throws -> RowGeocoder.Geocoded {
    let folder = TemporaryFolder()
    let text = "NUM;ADRESSE;CP;VILLE\r\n" + rows.map { $0 + "\r\n" }.joined()
    let geocoder = RowGeocoder(
      file: folder.write(text, to: "partenaire.csv"), declaration: Declaration(), columns: nil)
    return try geocoder.geocode(with: try #require(InventedTown.geocoder), threads: threads)
  }

  /// One row each; `secret` stands in all of them.
  private static let rows = [
    ";;;", ";secret;;", "secret;secret;secret;secret", "0;secret;21960;Aubervelle",
    "99999;Rue des Bons Enfants secret;21960;Aubervelle", "5001;secret;21960;Aubervelle",
    "02-avr;Rue secret;21960;Aubervelle", "45384;Rue secret;21960;Aubervelle",
    "\u{202E}12;secret \u{5D0}\u{5D1} \u{627}\u{644};21960;\u{202C}", "12;🏠 secret 👩‍👩‍👧;21960;🏙️",
    "12;secret\u{01}\u{02}\u{7F};2196;x", "123456789;123456789;123456789;123456789 secret",
    "12;GalliÃ©ni secret;21960;Aubervelle", "-1;secret;1960;A", "1e9;secret;21960.0;B",
    ";\" secret \"\"x\"\" \";21960;y",
  ]

  @Test func `every row has its line and its class, and no message its words`() throws {
    let geocoded = try geocode(Self.rows)
    let csv = String(decoding: geocoded.csv.joined(), as: UTF8.self)
    #expect(csv.utf8.count { $0 == 0x0A } == Self.rows.count + 1)
    #expect(geocoded.summary.accounting.rows == Self.rows.count)
    #expect(!geocoded.problems.description.contains("secret"))
    #expect(!csv.contains("secret"))
  }

  @Test func `cells of ten thousand bytes are cut, not lost`() throws {
    let long = String(repeating: "RUE DES BONS ENFANTS 14 ", count: 450)
    let geocoded = try geocode(["14;\(long);21960;Aubervelle", "14;\(long);21960;\(long)"])
    #expect(geocoded.summary.accounting.rows == 2)
  }

  @Test func `identical rows end alike`() throws {
    let row = "14;RUE DES BONS ENFANTS;21960;AUBERVELLE SUR SORLAINE"
    let geocoded = try geocode([String](repeating: row, count: 20_000), threads: 2)
    let classes = PlacementClass.allCases.filter { geocoded.summary.accounting[$0] > 0 }
    #expect(classes.count == 1)
    #expect(geocoded.summary.accounting.rows == 20_000)
    #expect(geocoded.summary.crowdedAddresses.map(\.rows) == [20_000])
  }

  /// Seeded bytes of every kind: as many lines out as in, twice the same.
  @Test func `random bytes neither stop nor change anything`() throws {
    var chance = Seeded(seed: 21)
    let alphabet = Array("ABéÉ’'-,/ 0123456789bisterRUEAV\u{A0}\u{301}\u{FEFF}ÃŒ🏠")
    let rows = (0..<3000).map { _ -> String in
      (0..<4).map { _ in
        String(
          (0..<Int.random(in: 0...30, using: &chance)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &chance)]
          })
      }.joined(separator: ";")
    }
    let first = try geocode(rows)
    let second = try geocode(rows, threads: 2)
    #expect(Array(first.csv.joined()) == Array(second.csv.joined()))
    #expect(first.summary.accounting.rows == 3000)
  }
}
