import Audit
import Diagnostics
import Files
import TestSupport
import Testing

/// Releases written by hand, good ones and mutants.
@Suite struct AuditorTests {
  /// Three small counts and enough beside them.
  static let good = WrittenRelease(columns: [
    .init(
      counts: [40, 9, 15, 3, 12, 60, 0], hidden: [1, 2, 3, 4],
      population: [160, 250.5, 90, 300, 240, 150])
  ])

  private func kinds(_ release: WrittenRelease) throws -> Set<Breach.Kind> {
    Set(try release.written().certificate().breaches.map(\.kind))
  }

  @Test func `a good release keeps its promises`() throws {
    let certificate = try Self.good.written().certificate()
    #expect(certificate.breaches == [])
    #expect(certificate.numbers.withheld == 4 && certificate.numbers.proved == 4)
    #expect(certificate.numbers.leastUpper == 36 && certificate.numbers.leastWidth == 35)
    #expect(certificate.problems.isEmpty)
    #expect(certificate.text.contains("toutes les promesses sont tenues"))
    #expect(certificate.json.description.contains("\"least_upper\":36"))
  }

  @Test func `a withheld cell alone in its sum is exact`() throws {
    var release = Self.good
    release.columns[0].hidden = [3]
    #expect(try kinds(release) == [.exact, .shownSmall])
  }

  @Test func `removing one complementary cell is seen`() throws {
    var release = Self.good
    release.columns[0].hidden = [1, 3]
    #expect(try kinds(release) == [])
    release.columns[0].counts[1] = 7
    #expect(try kinds(release) == [.belowThreshold])
  }

  @Test(arguments: [
    (".csv", "c2s_n", "3"), (".csv", "c2s_t", "1.00"), (".geojson", "c2s_t", "1.00"),
    (".geojson", "c2s_n", "3"),
  ])
  func `a figure beside a status that withholds it is seen`(
    file: String, column: String, text: String
  ) throws {
    var release = Self.good
    release.forged = [(file, 3, column, text)]
    #expect(try kinds(release).isSuperset(of: [.trace, .disagreement]))
  }

  @Test func `a rate of a withheld cell in every file gives the cell`() throws {
    var release = Self.good
    release.forged = [(".csv", 3, "c2s_t", "1.00"), (".geojson", 3, "c2s_t", "1.00")]
    #expect(try kinds(release) == [.trace, .exact])
  }

  @Test(arguments: [
    (["25", "40"], [0, 1, 1], [Breach.Kind]()), (["25.00"], [0, 2], []),
    (["3.59"], [0, 2], [.classBound]), (["40"], [1, 2], [.classCount]),
    (["26.67"], [1, 1], [.classBound]),
  ])
  func `a class bound or count that published values don't explain is seen`(
    bounds: [String], counts: [Int], expected: [Breach.Kind]
  ) throws {
    var release = Self.good
    release.bounds = bounds
    release.classCounts = counts
    #expect(try kinds(release) == Set(expected))
  }

  @Test func `what one indicator leaves of another is small`() throws {
    let all = WrittenRelease.Column(
      id: "tous", counts: [40, 60, 0], hidden: [], parts: ["1", "2"])
    var women = WrittenRelease.Column(id: "femmes", counts: [34, 30, 0], hidden: [], parts: ["1"])
    #expect(try kinds(WrittenRelease(columns: [all, women])) == [.implied])
    women.counts = [20, 30, 0]
    #expect(try kinds(WrittenRelease(columns: [all, women])) == [])
  }

  @Test func `an earlier release that shows a withheld cell is seen`() throws {
    var earlier = Self.good
    earlier.columns[0].hidden = [1, 3]
    let ledger = earlier.written()
    let now = try Self.good.written().certificate(ledger: [ledger])
    #expect(Set(now.breaches.map(\.kind)) == [.shownElsewhere])
    earlier.columns[0].vintage = "2024-12-31"
    let other = try Self.good.written().certificate(ledger: [earlier.written()])
    #expect(other.breaches == [])
  }

  @Test func `a total that the sum of two releases gives away is seen`() throws {
    var earlier = Self.good
    earlier.edition = "IRIS 2020"
    earlier.columns[0].counts = [139, 0, 0, 0, 0, 0, 0]
    earlier.columns[0].hidden = []
    var now = Self.good
    now.columns[0].isTotalHidden = true
    now.columns[0].hidden = [3]
    let breaches = try now.written().certificate(ledger: [earlier.written()]).breaches
    #expect(Set(breaches.map(\.kind)).isSuperset(of: [.exact, .shownElsewhere]))
  }

  @Test func `a printed change gives last year's withheld count`() throws {
    var before = Self.good
    before.columns[0].vintage = "2024-12-31"
    before.columns[0].counts = [40, 8, 24, 30, 30, 30, 0]
    before.columns[0].hidden = [1, 2]
    var now = Self.good
    now.columns[0].counts = [40, 12, 25, 31, 30, 30, 0]
    now.columns[0].hidden = []
    #expect(try now.written().certificate(ledger: [before.written()]).breaches == [])
    now.columns[0].since = "2024-12-31"
    now.columns[0].changes = [1: "50"]
    let kinds = try now.written().certificate(ledger: [before.written()]).breaches.map(\.kind)
    #expect(kinds == [.exact, .exact])
  }

  @Test func `somebody alone learns the other cell of two`() throws {
    var release = Self.good
    release.columns[0].counts = [40, 19, 15, 1, 12, 60, 0]
    release.columns[0].hidden = [2, 3]
    let insight = Insider(alone: .init(indicator: "c2s", zone: "010040004", value: 1))
    let folder = release.written()
    #expect(try folder.certificate().breaches == [])
    #expect(try folder.certificate(insiders: [insight]).breaches.map(\.kind) == [.insider])
    let kept = try Self.good.written().certificate(insiders: [insight])
    #expect(kept.breaches == [] && kept.numbers.triesPersons)
  }

  @Test func `a partner that works out another's cell is told, not one that works out its own`()
    throws
  {
    var release = Self.good
    release.columns[0].counts = [40, 19, 15, 1, 12, 60, 0]
    release.columns[0].hidden = [2, 3]
    let folder = release.written()
    let known = Insider.Insight(indicator: "c2s", zone: "010040004", value: 1)
    let other = try folder.certificate(insiders: [Insider(partnerOf: ["caf"], knowing: [known])])
    #expect(other.breaches.map(\.kind) == [.insider] && other.numbers.partners == 1)
    let own = try folder.certificate(insiders: [Insider(partnerOf: ["cpam"], knowing: [known])])
    #expect(own.breaches == [])
  }

  /// One person in two withheld cells, told, would say that one of them is 1.
  @Test func `a certificate does not tell how many are alone in a cell`() throws {
    let insights = ["010040003", "010040004"].map {
      Insider(alone: .init(indicator: "c2s", zone: $0, value: 1))
    }
    let folder = Self.good.written()
    let texts = try [[], [insights[0]], insights].map {
      try folder.certificate(insiders: $0).json.description
    }
    #expect(Set(texts).count == 1)
    #expect(try folder.certificate().json.description != texts[0])
  }

  @Test func `sums that do not add up are a contradiction`() throws {
    var release = Self.good
    release.columns[0].hidden = []
    release.forged = [("_communes.csv", 7, "c2s_n", "138")]
    #expect(try kinds(release) == [.shownSmall, .contradiction])
  }

  /// What a suppressor that hides nothing would write: true sums, and every number there.
  @Test func `a small count that is shown is a breach by itself`() throws {
    var release = Self.good
    release.columns[0].hidden = []
    #expect(try kinds(release) == [.shownSmall])
  }

  @Test func `without a threshold nothing is certified`() throws {
    let folder = Self.good.written()
    let files = try PublicFile.all(in: folder.path).filter { $0.name.hasSuffix(".csv") }
    let problem = #expect(throws: Problem.self) { try Auditor("essai", files: files) }
    #expect(problem?.code == "audit.no-threshold")
    let declared = try Auditor("essai", files: files, promise: Promise(threshold: 11))
    #expect(declared.certificate().breaches == [])
  }

  @Test func `files are read before they have their names`() throws {
    let folder = TemporaryFolder()
    let source = Self.good.written()
    let staged = try source.names.map { name in
      let file = try StagedFile(for: folder.path(name))
      try file.write(source.read(name) ?? [])
      return file
    }
    let certificate = try Auditor("essai", files: staged.map { PublicFile($0) }).certificate()
    #expect(certificate.isClean && folder.names == [])
  }
}
