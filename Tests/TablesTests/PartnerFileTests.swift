import Diagnostics
import TestSupport
import Testing

@testable import Tables

/// The realities of partners' files, each with its expected reading beside it.
@Suite struct PartnerFileTests {
  static let folder = "\(projectFolder)/Tests/TablesTests/Cases/partner-files"
  static let names = listFolder(folder).filter { $0.hasSuffix(".expected") }
    .map { String($0.dropLast(".expected".count)) }

  /// What stands beside a file.
  struct Expectation {
    var columns: [String] = []
    var rows: [[String]] = []
    var refusal: String?
    var problems: [String] = []

    init(_ name: String) {
      let text = String(decoding: readFile("\(folder)/\(name).expected") ?? [], as: UTF8.self)
      for line in text.split(separator: "\n") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        switch fields[0] {
        case "columns": columns = Array(fields.dropFirst())
        case "row": rows.append(Array(fields.dropFirst()))
        case "refused": refusal = fields[1]
        case "problem": problems.append(fields[1])
        default: break
        }
      }
    }
  }

  @Test func `there are at least forty cases`() { #expect(Self.names.count >= 40) }

  @Test(arguments: names)
  func `a partner's file is read as expected`(name: String) throws {
    let expected = Expectation(name)
    do throws(Problem) {
      let reading = try TableReading("\(Self.folder)/\(name)")
      #expect(expected.refusal == nil)
      #expect(reading.columns == expected.columns)
      #expect(reading.rows == expected.rows)
      let said = reading.codes.compactMap { $0.split(separator: " ").first.map(String.init) }
      let wanted = expected.problems.filter { $0.hasPrefix("tables.") }
      #expect(wanted.filter { !said.contains($0) } == [])
    } catch {
      #expect(error.code == expected.refusal)
    }
  }

  /// A file cut into pieces is verified as a whole, wherever the pieces end.
  @Test func `text encoded twice is repaired beyond the first megabyte, or not at all`() throws {
    let row = "219510101;Saint-Ã‰tienne dâ€™Ã…;12\n"
    let rows = String(repeating: row, count: 60_000)
    let sound = try TableReading(text: "CODE_IRIS;LIB;NB\n" + rows)
    #expect(sound.rows.allSatisfy { $0[1] == "Saint-Étienne d’Å" } && sound.rows.count == 60_000)
    let mixed = try TableReading(text: "CODE_IRIS;LIB;NB\n" + rows + "219510102;CHÂTEAU;1\n")
    #expect(mixed.rows[0][1] == "Saint-Ã‰tienne dâ€™Ã…")
    #expect(mixed.codes == ["tables.double-encoding"])
  }

  @Test func `a place in a sheet is said as its users say it`() throws {
    let path = "\(Self.folder)/masquees.xlsx"
    let problems = try DelimitedFile(path).problems.description
    #expect(problems.contains("masquees.xlsx(Feuil1), ligne 3: "))
    #expect(problems.contains("« Brouillon »"))
  }

  @Test func `a declared sheet is read`() throws {
    let path = "\(Self.folder)/une-feuille-par-annee.xlsx"
    let reading = try TableReading(path, declared: Declaration(member: "ALD_2025"))
    #expect(reading.rows.count == 3)
    #expect(throws: Problem.self) { try TableReading(path, declared: Declaration(member: "ALD")) }
    #expect(try DelimitedFile.sheets(of: path) == ["ALD_2024", "ALD_2025"])
  }

  @Test func `mutated workbooks neither crash nor hang`() throws {
    var random = Seeded(seed: 5)
    let originals = Self.names.filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".ods") }
      .compactMap { readFile("\(Self.folder)/\($0)") }.filter { $0.count < 20_000 }
    let folder = TemporaryFolder()
    for _ in 0..<300 {
      var bytes = originals[Int.random(in: 0..<originals.count, using: &random)]
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = try? TableReading(folder.write(bytes, to: "a.xlsx"))
    }
  }
}
