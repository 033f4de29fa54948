import Diagnostics
import Files
import Territory
import TestSupport
import Testing

@testable import Exports

@Suite struct ExporterTests {
  private let town = Town(counts: [30, 40], population: [100, 100])

  @Test func `the files are those of the formats, and the checksums last`() throws {
    let folder = TemporaryFolder()
    let exporter = try town.exporter()
    let names = { (formats: Set<Exporter.Format>) in
      try exporter.stage(formats, name: "a", in: folder.path).map {
        FilePath.name(of: $0.destination)
      }
    }
    #expect(try names([.geojson]) == ["a.geojson", "a.qml", "SHA256SUMS"])
    #expect(
      try names([.csv, .geojson]) == [
        "a.geojson", "a.qml", "a.csv", "a.csvt", "a_excel.csv", "a_communes.csv",
        "a_communes.csvt", "a_communes_excel.csv", "SHA256SUMS",
      ])
    #expect(try names([]) == ["SHA256SUMS"])
    #expect(folder.names == [])
  }

  @Test(.enabled(if: Peer.isPresent("sha256sum")))
  func `coreutils checks every file, and sees one that has changed`() throws {
    let folder = try town.exporter().published()
    let command = "cd \(folder.path) && sha256sum -c --strict SHA256SUMS"
    let lines = Peer.output(command).split(separator: "\n")
    #expect(lines.count == 8 && lines.allSatisfy { $0.hasSuffix(": OK") })
    folder.write("autre", to: "essai.csv")
    #expect(Peer.output(command).contains("essai.csv: FAILED"))
  }

  @Test(arguments: [
    "", "a/b", "../a", "été", "a b", "-a", ".a", "a\n", String(repeating: "a", count: 61),
  ])
  func `a name that could leave the folder or the alphabet is refused`(name: String) throws {
    let exporter = try town.exporter()
    let folder = TemporaryFolder()
    let found = problem { _ = try exporter.stage([.csv], name: name, in: folder.path) }
    #expect(found?.code == "exports.file-name" && found?.outcome == .usage)
  }

  @Test func `two editions are never mixed`() throws {
    var town = town
    town.notice = Notice(
      mention: "m", campaign: "c", edition: "IRIS 2023", attributions: [], warning: nil)
    let exporter = try town.exporter()
    let found = problem { _ = try exporter.published() }
    #expect(found?.code == "exports.edition-mismatch" && found?.outcome == .referencesUnfit)
  }

  @Test func `a folder that is not there is said`() throws {
    let exporter = try town.exporter()
    let found = problem { _ = try exporter.stage([.csv], name: "a", in: "/nulle-part") }
    #expect(found?.code.hasPrefix("files.") == true)
  }

  @Test func `what the files will call otherwise is a warning`() throws {
    var town = town
    town.id = "beneficiaires_c2s"
    let problems = try town.exporter().problems
    #expect(problems.count(of: "exports.shortened-name") == 1 && problems.gravest == .warns)
    #expect(problems.description.contains("« benefic_… »"))
    #expect(try self.town.exporter().problems.isEmpty)
  }

  @Test func `a contour of the commune without row is said, another commune's is not`() throws {
    var town = town
    town.extraContours = ["010049999", "010050101"]
    let problems = try town.exporter().problems
    #expect(problems.count(of: "exports.no-row") == 1)
    #expect(problems.description.contains("010049999"))
  }

  @Test func `vintages are one text when indicators agree and listed when they do not`() throws {
    var other = town
    other.id = "assos"
    other.method = nil
    let folder = try town.exporter(beside: [other]).published([.csv])
    #expect(folder.text("essai.csv").contains(";31/12/2025;c2s : RP2022;IRIS 2024;"))
  }
}

/// The problem that a body throws; `nil` when it throws none.
func problem(_ body: () throws -> Void) -> Problem? {
  do { try body() } catch { return error as? Problem }
  return nil
}
