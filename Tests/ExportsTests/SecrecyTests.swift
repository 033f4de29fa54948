import Disclosure
import Rates
import Territory
import TestSupport
import Testing

@testable import Exports

/// What is withheld is nowhere: the files are searched for numbers that nothing else contains.
@Suite struct SecrecyTests {
  /// 4,321 of 6,789 is 63.65 %, Wilson 62.50–64.78 and 61.83–65.43.
  private let traces = ["4321", "4 321", "4\u{202F}321", "63.6", "63,6", "62.50", "64.78", "61.83"]

  private func town() -> Town {
    Town(
      counts: [4321, 9000, 4500, 9100], population: [6789, 20_000, 9990, 20_000], unlocated: 12_000)
  }

  @Test func `no file holds the number of a withheld cell`() throws {
    let open = try town().exporter(threshold: 1).published().texts.joined()
    #expect(open.contains("4321") && open.contains("63.6") && open.contains("62.50"))
    let folder = try town().exporter(threshold: 5000).published()
    for (name, text) in zip(folder.names, folder.texts) where name != "SHA256SUMS" {
      #expect(traces.filter(text.contains) == [], "\(name)")
    }
    #expect(folder.text("essai.csv").contains(";c;"))
  }

  @Test func `a status that hides its figure hides it whatever the figure carries`() throws {
    let town = Town(counts: [30, 30, 30], population: [100, 100, 100])
    let folder = try town.exporter(threshold: 1000).published([.csv])
    let cells = folder.text("essai.csv").split(separator: "\r\n").dropFirst()
    #expect(cells.allSatisfy { $0.contains(";;100.0;;;;;;;;c;") })
  }

  @Test func `a true zero is a zero, and what is withheld is empty with its letter`() throws {
    let town = Town(counts: [0, 40, 50], population: [100, 100, 100])
    let folder = try town.exporter(threshold: 11).published()
    #expect(folder.text("essai.csv").contains(";0;100.0;0.00;0.00;3.70;"))
    #expect(
      folder.text("essai.geojson").contains("\"c2s_n\": 0, \"c2s_d\": 100.0, \"c2s_t\": 0.00"))
  }

  @Test func `mention, edition and warning are in every row of every file`() throws {
    var town = town()
    town.notice = Notice(
      mention: "Source « CPAM » & CCAS", campaign: "essai", edition: "IRIS 2024", attributions: [],
      warning: "Données inventées")
    let folder = try town.exporter().published()
    let tables = folder.names.filter { $0.hasSuffix(".csv") }
    #expect(tables.count == 4)
    for name in tables {
      let rows = folder.text(name).split(separator: "\r\n").dropFirst()
      let marks = ["Source « CPAM » & CCAS", "IRIS 2024", "Données inventées"]
      #expect(rows.allSatisfy { row in marks.allSatisfy { row.contains($0) } }, "\(name)")
    }
    let features = folder.text("essai.geojson").split(separator: "\n").filter {
      $0.hasPrefix("{\"type\": \"Feature\"")
    }
    #expect(features.count == 4)
    #expect(
      features.allSatisfy {
        $0.contains("\"avertissement\": \"Données inventées\"")
          && $0.contains("\"source\": \"Source « CPAM » & CCAS\"")
      })
  }
}
