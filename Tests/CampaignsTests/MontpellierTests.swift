import Campaigns
import Diagnostics
import Stages
import Territory
import TestSupport
import Testing

/// Both Montpellier campaigns, on the real files.
@Suite(.enabled(if: RealData.isPresent)) struct MontpellierTests {
  /// The campaign of `Cases/`, its data folder and output folder filled in.
  private func campaign(_ name: String, writingTo folder: TemporaryFolder) throws -> String {
    let path = "\(projectFolder)/Tests/CampaignsTests/Cases/\(name).yml"
    let text = String(decoding: try #require(readFile(path)), as: UTF8.self)
    let filled = text.replacing("DONNEES", with: RealData.path("."))
      .replacing("SORTIE", with: folder.path("sortie"))
    return folder.write(filled, to: "campagne.yml")
  }

  private func run(_ name: String, in folder: TemporaryFolder) throws -> RunReport {
    let (read, problems) = try CampaignReader.read(try campaign(name, writingTo: folder))
    let campaign = try #require(read, "\(problems)")
    var run = CampaignRun(campaign, progress: SilentProgress())
    return try run.publish(at: Moment(seconds: 1_790_000_000))
  }

  /// The written files, opened anew by the command.
  private func expectCertified(_ folder: TemporaryFolder) {
    for command in ["audit", "verify"] {
      let run = Command("maille").run([command, "sortie", "--format", "json"], in: folder.path)
      #expect(run.status == 0, "\(command): \(run.messages)")
      if command == "audit" { #expect(run.output.contains("\"breaches\":[]"), "\(run.output)") }
    }
  }

  @Test func `associations by their coordinates over the census of 1999`() throws {
    let folder = TemporaryFolder()
    let report = try run("montpellier-associations", in: folder)
    let accounting = try #require(report.sources.first).accounting
    #expect(accounting.rows == 1226)
    #expect(accounting[.iris] + accounting[.outside] + accounting[.unplaced] == 1226)
    #expect(accounting[.iris] > 1100)
    expectCertified(folder)
    let csv = try #require(folder.read("sortie/current/montpellier-associations-2011.csv"))
    #expect(String(decoding: csv, as: UTF8.self).split(separator: "\r\n").count == 89)
  }

  @Test func `blanks of the CAF stay withheld, and the commune's total does not give them`() throws
  {
    let folder = TemporaryFolder()
    let report = try run("montpellier-caf", in: folder)
    let byStatus = Dictionary(
      uniqueKeysWithValues: try #require(report.indicators.first).irisByStatus)
    #expect(byStatus["m"] == 14)
    #expect(report.problems.gravest != .stops)
    expectCertified(folder)
    let rows = try table(try #require(folder.read("sortie/current/montpellier-caf-2009.csv")))
    let blank = rows.filter { ["m", "c"].contains($0["tx_allo_st"] ?? "") }
    #expect(blank.count >= 14)
    #expect(blank.allSatisfy { $0["tx_allo_n"] == "" && $0["tx_allo_t"] == "" })
  }

  @Test func `a second run has the same bytes`() throws {
    let folders = [TemporaryFolder(), TemporaryFolder()]
    for folder in folders { _ = try run("montpellier-associations", in: folder) }
    let all = listFolder(folders[0].path("sortie/current"))
    #expect(all == listFolder(folders[1].path("sortie/current")))
    // the descriptions hold keyed hashes, and each folder has its own key
    let names = all.filter { !VersionName.descriptions.contains($0) }
    #expect(names.count >= 5)
    let different = names.filter {
      folders[0].read("sortie/current/\($0)") != folders[1].read("sortie/current/\($0)")
    }
    #expect(different == [])
  }

  /// The rows of a machine CSV without quoted separators, by column name.
  private func table(_ bytes: [UInt8]) throws -> [[String: String]] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let cells: [[String]] = lines.map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
        String(cell.filter { $0 != "\"" })
      }
    }
    let header = try #require(cells.first)
    return cells.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
