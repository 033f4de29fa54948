import Diagnostics
import Files
import Rates
import Territory
import TestSupport
import Testing

@testable import Disclosure

/// A release that was written is the release that is read.
@Suite struct ArchiveTests {
  private static let rule = ProtectionRule(threshold: 11, minimumDenominator: 40)

  /// Released, withheld, without inhabitants, not delivered, and a population too small for a rate.
  private func release() throws -> Release {
    let town = try Town(irises: 8)
    let counts = [30, 4, 0, 60, 25, 3, 12, 50].map { Count($0) } + [Count(9)]
    let population: [Double] = [300.5, 210, 0, 90, 1000, 400, 35, 1_234.567_890_1]
    var rows = counts.map { [$0] }
    let tally = town.tally(rows)
    rows[3] = [.missing]
    let base = town.tally((counts.map { [$0 + Count(70)] }))
    return try Protection.release(
      of: [
        town.table(tally, id: "taux", population: population),
        town.table(town.tally(rows), id: "absent", source: "caf"),
        town.table(tally, id: "part", source: "msa", over: base, from: "regime"),
        town.table(tally, id: "faits", source: "cpam", population: population, method: .byar),
      ], rule: Self.rule
    ).release
  }

  @Test func `what is read is what was written, to the last bit`() throws {
    let release = try release()
    #expect(try Release(archived: release.archived) == release)
    #expect(try Release(archived: release.archived).archived == release.archived)
  }

  @Test func `the case holds every status that a run can give`() throws {
    let statuses = Set(try release().rows.flatMap { $0.figures.map(\.status) })
    #expect(statuses == Set(Release.Status.allCases).subtracting([.embargoed]))
  }

  @Test(arguments: Release.Status.allCases)
  func `every status, every comparison comes back`(_ status: Release.Status) throws {
    let shows = status == .released
    let rate = Rate.of(40, over: 300, per: 1000, method: .byar)
    let figures = Release.Comparison.allCases.map { comparison in
      Release.Figure(
        status: status, count: shows ? 40 : nil, denominator: 300, rate: shows ? rate : nil,
        comparison: shows ? comparison : nil)
    }
    let town = try Town(irises: 2)
    let definition = try release().indicators[3]
    let indicators = figures.indices.map { index in
      IndicatorDefinition(
        id: "i\(index)", title: "« Titre » \u{2028}\"\\\n", source: "cpam", unit: .household,
        numeratorVintage: "2025", denominatorLabel: "", denominatorVintage: "RP2022",
        per: definition.per, method: .byar)
    }
    let zones = town.zones + [.commune(town.commune)]
    let made = Release(
      indicators: indicators, rows: zones.map { Release.Row(zone: $0, figures: figures) },
      threshold: 11, zerosAreWithheld: true)
    let read = try Release(archived: made.archived)
    #expect(
      read.rows.map { $0.figures.map(\.status) } == made.rows.map { $0.figures.map(\.status) })
    #expect(read.indicators == made.indicators)
  }

  @Test func `no label of the partner's file is in it`() throws {
    let town = try Town(irises: 2)
    let labels = ["unique-en-son-genre", "autre"]
    let tally = town.tally([[Count(20), Count(30)]], labels: labels)
    let release = try Protection.release(
      of: [town.table(tally, of: ["unique-en-son-genre"])], rule: Self.rule
    ).release
    #expect(release.indicators[0].selection.count == 1)
    #expect(!String(decoding: release.archived, as: UTF8.self).contains("unique"))
  }

  /// The text with its own hash anew, as whoever edits it on purpose would leave it.
  private func resealed(_ text: String) -> [UInt8] {
    guard let content = JSONValue(parsing: Array(text.utf8))?["release"] else { return [] }
    let hash = ContentHash(of: Array(content.description.utf8)).hexadecimal
    let start = text.firstRange(of: "\"sha256\":\"")?.upperBound ?? text.startIndex
    let end = text.index(start, offsetBy: 64)
    return Array((text[..<start] + hash + text[end...]).utf8)
  }

  @Test(arguments: [
    ("\"threshold\":11", "\"threshold\":0", "disclosure.archive-damaged"),
    ("\"threshold\":11", "\"threshold\":31", "disclosure.archive-shows"),
    ("[\"c\",null,", "[\"c\",4,", "disclosure.archive-shows"),
    ("[\"c\",null,", "[\"\",4,", "disclosure.archive-shows"),
    ("[\"c\",null,", "[\"\",null,", "disclosure.archive-shows"),
    ("[\"c\",null,", "[\"z\",null,", "disclosure.archive-damaged"),
    ("[\"c\",null,", "[\"c\",", "disclosure.archive-damaged"),
    ("iris:212310002", "iris:212310001", "disclosure.archive-damaged"),
    ("unlocated:21231", "unlocated:21232", "disclosure.archive-damaged"),
    ("\"id\":\"absent\"", "\"id\":\"taux\"", "disclosure.archive-damaged"),
    ("\"id\":\"absent\"", "\"id\":\"../x\"", "disclosure.archive-damaged"),
    ("\"method\":\"wilson\"", "\"method\":\"magie\"", "disclosure.archive-damaged"),
    ("\"per\":100", "\"per\":-100", "disclosure.archive-damaged"),
    ("\"version\":1", "\"version\":2", "disclosure.archive-version"),
    ("maille-diffusion", "autre-chose", "disclosure.not-an-archive"),
  ])
  func `what a release cannot hold is refused, even resealed`(
    _ part: String, by other: String, code: String
  ) throws {
    let text = String(decoding: try release().archived, as: UTF8.self)
    #expect(text.contains(part))
    let edited = resealed(text.replacing(part, with: other, maxReplacements: 1))
    #expect(self.code(edited) == code)
  }

  @Test func `an edited figure shows, and so does every cut`() throws {
    let bytes = try release().archived
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("[\"\",30,"))
    let edited = Array(text.replacing("[\"\",30,", with: "[\"\",31,").utf8)
    #expect(code(edited) == "disclosure.archive-damaged")
    let accepted = stride(from: 0, to: bytes.count - 1, by: 7).filter { length in
      code(Array(bytes.prefix(length))) == nil
    }
    #expect(accepted == [])
  }

  @Test func `a changed byte never crashes and never passes unseen`() throws {
    let bytes = try release().archived
    let original = try Release(archived: bytes)
    var chance = Seeded(seed: 7)
    let wrong = (0..<400).filter { _ in
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(
        in: 0...255, using: &chance)
      guard let read = try? Release(archived: changed) else { return false }
      return read != original
    }
    #expect(wrong == [])
  }

  private func code(_ bytes: [UInt8]) -> String? {
    do throws(Problem) { _ = try Release(archived: bytes) } catch { return error.code }
    return nil
  }
}
