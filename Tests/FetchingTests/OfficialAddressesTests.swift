import Diagnostics
import References
import TestSupport
import Testing

@testable import Fetching

/// The table of addresses: what is known today, and what a hand may make of it.
@Suite struct OfficialAddressesTests {
  private let folder = TemporaryFolder()

  private func table() throws -> OfficialAddresses {
    try OfficialAddresses(in: folder.path("b"), isRehearsal: false)
  }

  @Test func `a library without a table gets the one known today, to be edited`() throws {
    let first = try table()
    #expect(folder.read("b/adresses-officielles.tsv") == Array(OfficialAddresses.known.utf8))
    #expect(first.lines.count > 10)
    #expect(try table().lines == first.lines)
  }

  @Test func `every kind that can be downloaded is one of the library's`() throws {
    let kinds = Set(ReferenceKind.allCases.map(\.rawValue))
    #expect(kinds.isSuperset(of: OfficialAddresses.kinds))
    for line in try table().lines {
      #expect(line.vintage == nil || ReferenceVintage(line.vintage ?? "") != nil)
    }
  }

  /// A commune, and an address that it must lead to.
  @Test(arguments: [
    ("21231", "CONTOURS-IRIS_3-0__GPKG_LAMB93_FXX_2024-01-01.7z"),
    ("21231", "csv/adresses-21.csv.gz"),
    ("21231", "fichier/8647014/base-ic-evol-struct-pop-2022_csv.zip"),
    ("2A004", "csv/adresses-2A.csv.gz"), ("97105", "csv/adresses-971.csv.gz"),
    ("97105", "CONTOURS-IRIS_3-0__GPKG_RGAF09UTM20_GLP_2024-01-01.7z"),
    ("97411", "GPKG_RGR92UTM40S_REU_2024-01-01.7z"), ("75056", "v_commune_2024.csv"),
  ])
  func `a commune leads to its files`(commune: String, ending: String) throws {
    let (wanted, problems) = try table().wanted(for: [commune], on: 2024, kinds: [])
    #expect(problems.isEmpty)
    #expect(wanted.count { $0.address.hasSuffix(ending) } == 1)
    #expect(Set(wanted.map(\.kind)).count == 7)
  }

  @Test func `two communes of one département share their files`() throws {
    let one = try table().wanted(for: ["21231"], on: 2024, kinds: []).0
    #expect(try table().wanted(for: ["21231", "21054"], on: 2024, kinds: []).0 == one)
    #expect(
      try table().wanted(for: ["21231", "71270"], on: 2024, kinds: []).0.count == one.count + 2)
  }

  @Test func `a year without address is said, with those known`() throws {
    let problems = try table().wanted(for: ["21231"], on: 1999, kinds: ["contours"]).1
    #expect(problems.firstStop?.code == "fetching.no-address")
    #expect(problems.firstStop?.fact.text.contains("2022, 2023, 2024") == true)
  }

  @Test(arguments: ["2123", "212310", "abcde", "2C001", ""])
  func `what is no commune is refused`(code: String) throws {
    let table = try table()
    let problem = #expect(throws: Problem.self) {
      try table.wanted(for: [code], on: 2024, kinds: [])
    }
    #expect(problem?.code == "fetching.unknown-commune")
  }

  /// Lines under a sound header.
  @Test(arguments: [
    "contours\t2024\t2024\tftp://data.geopf.fr/a.7z\t",
    "contours\t2024\t2024\thttp://data.geopf.fr/a.7z\t",
    "contours\t2024\t2024\thttp://127.0.0.1.exemple.fr/a.7z\t",
    "contours\t2024\t2024\tfile:///etc/passwd\t", "contours\tdemain\t2024\thttps://a.fr/a.7z\t",
    "cadastre\t2024\t2024\thttps://a.fr/a.7z\t", "contours\t2024\t2024\thttps://a.fr/a.7z",
    "contours\t2024\t2024\thttps://a.fr/a.7z\thttp://a.fr/a.md5",
  ])
  func `a line that must not be asked for is refused with its number`(line: String) throws {
    _ = try table()
    let header = OfficialAddresses.header.joined(separator: "\t")
    folder.write("# note\n\(header)\n\(line)\n", to: "b/adresses-officielles.tsv")
    let problem = #expect(throws: Problem.self) { try table() }
    #expect(problem?.code == "fetching.bad-table")
    #expect(problem?.place.line == 3)
  }

  @Test(arguments: [
    ("Wed, 15 Jul 2026 03:12:45 GMT", "2026-07-15"),
    ("Thu, 01 Jan 2026 00:00:00 GMT", "2026-01-01"),
    ("hier", ""), ("Wed, 45 Jul 2026 03:12:45 GMT", ""), ("", ""),
  ])
  func `a server's date is a day`(text: String, day: String) {
    #expect(HTTPDate.day(of: text) ?? "" == day)
  }
}
