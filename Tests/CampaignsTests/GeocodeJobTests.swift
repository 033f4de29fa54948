import Campaigns
import Diagnostics
import Geocoding
import Glibc
import Intake
import Territory
import TestSupport
import Testing
import Trials

/// `maille geocode` on the invented job seekers' file, whose truth is known.
@Suite struct GeocodeJobTests {
  private static let folder = TemporaryFolder()
  private static let geodata: String = {
    folder.copy(projectFolder + "/Geodata", to: "Geodata")
    return folder.path("Geodata")
  }()

  private static let references = GeocodingReferences(
    addresses: [geodata + "/adresses-21-inventees.csv"],
    communes: [
      geodata + "/v_commune_2024-inventees.csv", geodata + "/v_mvtcommune_2024-inventees.csv",
    ], postcodes: [geodata + "/laposte_hexasmal-inventees.csv"],
    contours: geodata + "/contours-iris-inventes.geojson")

  private func geocode(
    _ name: String, to output: String, review: String? = nil, decisions: String? = nil,
    threads: Int = 2
  ) throws -> GeocodeReport {
    var request = GeocodeJob.Request(file: Self.geodata + "/recu/" + name)
    request.output = output
    request.review = review
    request.decisions = decisions
    request.kept = name.hasPrefix("demandeurs") ? ["REF"] : []
    return try GeocodeJob(Self.references, threads: threads)
      .run(request, progress: SilentProgress())
  }

  @Test func `the rows are for their owner alone, as many as came`() throws {
    let folder = TemporaryFolder()
    let report = try geocode("demandeurs_2025-invente.csv", to: folder.path("rendu.csv"))
    var status = stat()
    stat(folder.path("rendu.csv"), &status)
    #expect(status.st_mode & 0o777 == 0o600)
    let lines = try table(folder.read("rendu.csv"))
    #expect(lines.count == 1400)
    #expect(lines.map { $0["REF"] }.first == "DEM00001")
    #expect(report.summary.accounting.rows == 1400)
  }

  @Test func `threads change no byte`() throws {
    let folder = TemporaryFolder()
    for threads in 1...2 {
      _ = try geocode(
        "C2S_2025-invente.csv", to: folder.path("\(threads).csv"),
        review: folder.path("revue\(threads).csv"), threads: threads)
    }
    #expect(folder.read("1.csv") == folder.read("2.csv"))
    #expect(folder.read("revue1.csv") == folder.read("revue2.csv"))
  }

  @Test func `addresses that can be known are found, and none that cannot`() throws {
    let folder = TemporaryFolder()
    _ = try geocode("demandeurs_2025-invente.csv", to: folder.path("rendu.csv"))
    let found = try table(folder.read("rendu.csv"))
    let truth = try table(readFile(Self.geodata + "/recu/demandeurs_2025-invente-verite.csv"))
    let misses = zip(found, truth).filter { row, truth in
      switch truth["niveau"] {
      case "adresse": row["result_id"] != truth["id_adresse"]
      case "voie": row["result_id"]?.hasPrefix(truth["id_voie"] ?? "-") != true
      default: ["housenumber", "interpolated", "street", "locality"].contains(row["result_type"])
      }
    }
    let wrong = misses.map { "line \($0.1["ligne"] ?? "") \($0.1["forme"] ?? "")" }
    #expect(wrong.count <= 14, "\(wrong)")
  }

  @Test func `the report shows no address`() throws {
    let folder = TemporaryFolder()
    let report = try geocode("demandeurs_2025-invente.csv", to: folder.path("rendu.csv"))
    let source = try table(readFile(Self.geodata + "/recu/demandeurs_2025-invente.csv"))
    let rowsOfStreet = Dictionary(grouping: source) { $0["LIB_VOIE"]?.uppercased() ?? "" }
    let text = (report.text + report.json.description + report.problems.description).uppercased()
    let shown = rowsOfStreet.filter { street, rows in
      street.count > 6 && rows.count < 11 && text.contains(street)
    }
    #expect(shown.map(\.key) == [])
  }

  @Test func `one address that holds many rows is told by its lines`() throws {
    let folder = TemporaryFolder()
    let report = try geocode("C2S_2025-invente.csv", to: folder.path("rendu.csv"))
    let crowds = report.summary.crowdedAddresses
    #expect(crowds.first.map { $0.rows >= 150 } == true, "\(crowds)")
    #expect(report.text.contains("une adresse porte"))
  }

  @Test func `decisions of a review are replayed`() throws {
    let folder = TemporaryFolder()
    let first = try geocode(
      "demandeurs_2025-invente.csv", to: folder.path("1.csv"), review: folder.path("revue.csv"))
    try #require(first.summary.unresolvedCount > 0)
    let review = String(decoding: try #require(folder.read("revue.csv")), as: UTF8.self)
    var lines = review.split(separator: "\r\n").map(String.init)
    lines = lines.enumerated().map { index, line in
      index > 0 && line.split(separator: ";")[1] == "21951" ? line + "Rue des Bons Enfants" : line
    }
    folder.write(lines.joined(separator: "\r\n") + "\r\n", to: "revue.csv")
    let second = try geocode(
      "demandeurs_2025-invente.csv", to: folder.path("2.csv"), decisions: folder.path("revue.csv"))
    #expect(second.summary.decided > 0)
    #expect(second.summary.unresolvedCount < first.summary.unresolvedCount)
    let decided = try table(folder.read("2.csv")).filter {
      $0["motifs"]?.contains("DECISION") == true
    }
    #expect(decided.count == second.summary.decided)
    #expect(decided.allSatisfy { $0["result_street"] == "Rue des Bons Enfants" })
    // the number comes from its own column
    #expect(decided.contains { $0["result_type"] == "housenumber" })
  }

  @Test func `the self-test gives the same figures for the same seed`() throws {
    let test = SelfTestJob(Self.references, threads: 1, seed: 4)
    let profile = GeocodeJob.Request(file: Self.geodata + "/recu/demandeurs_2025-invente.csv")
    let outcomes = try (0..<2).map { _ in
      try test.run(count: 300, profile: profile, progress: SilentProgress())
    }
    #expect(outcomes[0].text == outcomes[1].text)
    #expect(outcomes[0].table.rows.reduce(0) { $0 + $1.trials } > 250)
  }

  @Test func `without contours a self-test is refused, without a base everything`() throws {
    let bare = GeocodingReferences(addresses: Self.references.sources.addresses, contours: nil)
    let thrown = #expect(throws: Problem.self) {
      try SelfTestJob(bare, threads: 1, seed: 1).run(
        count: 10, profile: nil, progress: SilentProgress())
    }
    #expect(thrown?.code == "campaign.contours-needed")
    let none = #expect(throws: Problem.self) {
      try GeocodeJob(GeocodingReferences(addresses: [], contours: nil), threads: 1).explain("x")
    }
    #expect(none?.code == "campaign.no-addresses")
  }

  /// The rows of a CSV without quoted separators, by column name.
  private func table(_ bytes: [UInt8]?) throws -> [[String: String]] {
    let text = String(decoding: try #require(bytes), as: UTF8.self).replacing("\u{FEFF}", with: "")
    let cells = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(cells.first)
    return cells.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }
}
