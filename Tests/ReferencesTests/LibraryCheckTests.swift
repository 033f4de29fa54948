import Diagnostics
import Glibc
import References
import TestSupport
import Testing

/// Whole files, and vintages that go together.
@Suite struct LibraryCheckTests {
  private let folder = TemporaryFolder()

  private func check(_ files: [(name: String, content: String)]) throws -> LibraryCheck {
    var library = try Library(folder.path("b"))
    for (name, content) in files {
      _ = try library.add(folder.write(content, to: name), Library.AddRequest())
    }
    return LibraryCheck(of: try Library(folder.path("b")))
  }

  /// A file beside contours of 2024: whether it goes with them.
  @Test(arguments: [
    ("rp.csv", OfficialFiles.census(2022), true),
    ("rp.csv", OfficialFiles.census(2021), false),
    ("rp.csv", OfficialFiles.census(2023), false),
    ("v_commune_2024.csv", OfficialFiles.communes, true),
    ("v_commune_2023.csv", OfficialFiles.communes, false),
    ("v_mvtcommune_2024.csv", OfficialFiles.movements, true),
    ("v_mvtcommune_2026.csv", OfficialFiles.movements, true),
    ("ban-2026-07.csv", OfficialFiles.ban23, true),
    ("laposte-2023.csv", OfficialFiles.postcodes, true),
  ])
  func `vintages go together by rule`(name: String, content: String, fits: Bool) throws {
    let check = try check([("iris-2024.geojson", OfficialFiles.contours()), (name, content)])
    #expect(check.fits.count == 1)
    #expect(check.fits[0].members.map(\.fits) == [fits])
    #expect(check.fits[0].members.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func `the codes are compared, not only the years`() throws {
    let strange = OfficialFiles.census(2022, ["212319901", "212319902", "212319903"])
    let check = try check([("iris-2024.geojson", OfficialFiles.contours()), ("rp.csv", strange)])
    let member = check.fits[0].members[0]
    #expect(!member.fits)
    #expect(member.reason.contains("0 codes communs, 2 sans population, 3 sans contour"))
  }

  @Test func `another département is nobody's neighbour`() throws {
    let other = OfficialFiles.census(2022, ["714840101"])
    let check = try check([("iris-2024.geojson", OfficialFiles.contours()), ("rp.csv", other)])
    #expect(check.fits[0].members.isEmpty)
    #expect(check.lonely.map(\.year) == [2024])
  }

  @Test func `what is missing is said with its reason`() throws {
    let check = try check([("iris-2024.geojson", OfficialFiles.contours())])
    let kinds = check.fits[0].missing.map(\.kind)
    #expect(kinds == [.census, .addresses, .communes, .movements, .postcodes])
    #expect(check.fits[0].missing[0].reason.hasPrefix("RP2022"))
  }

  @Test func `addresses younger than the events ask for the year's own`() throws {
    let check = try check([
      ("iris-2024.geojson", OfficialFiles.contours()), ("ban-2026-07.csv", OfficialFiles.ban23),
      ("v_mvtcommune_2024.csv", OfficialFiles.movements),
    ])
    #expect(check.fits[0].missing.contains { $0.reason.hasPrefix("le COG 2026") })
  }

  @Test func `a changed byte and a lost file are seen`() throws {
    _ = try check([
      ("v_commune_2024.csv", OfficialFiles.communes), ("rp.csv", OfficialFiles.census(2022)),
    ])
    folder.write(OfficialFiles.communes + " ", to: "b/communes/2024/21/v_commune_2024.csv")
    unlink(folder.path("b/recensement/RP2022/21/rp.csv"))
    let problems = LibraryCheck(of: try Library(folder.path("b"))).problems
    #expect(problems.count(of: "references.changed") == 1)
    #expect(problems.count(of: "references.gone") == 1)
    #expect(problems.firstStop?.outcome == .referencesUnfit)
  }
}
