import Diagnostics
import Recognition
import Tables
import Territory
import TestSupport
import Testing

@testable import Intake

/// Codes as spreadsheets leave them.
@Suite struct MendedCodeTests {
  private func mend(_ cell: String, width: Int, zeros: Int = 1) throws -> (String, Bool) {
    let folder = TemporaryFolder()
    let table = try DelimitedFile(folder.write("CODE;REF\n\"\(cell)\";x\n", to: "a.csv"))
    let read = try table.mapBlocks(reading: [0]) { block in
      let code = MendedCode(block.field(0, 0), width: width, mostZeros: zeros)
      return (code.text, code.isMended)
    }
    return try #require(read.results.first)
  }

  @Test(arguments: [
    ("21231", 5, "21231"), ("1004", 5, "01004"), ("21231.0", 5, "21231"), ("1004,0", 5, "01004"),
    ("2,1231E+04", 5, "21231"), ("2.1231e4", 5, "21231"), ("10040101", 9, "010040101"),
    ("2,12310101E+08", 9, "212310101"), ("2A004", 5, "2A004"), ("1,004E+03", 5, "01004"),
  ])
  func `a code whose digits are all written is told`(cell: String, width: Int, code: String) throws
  {
    let (text, isMended) = try mend(cell, width: width)
    #expect(text == code)
    #expect(isMended == (cell != code))
  }

  /// Digits that a power of ten has swallowed, two zeros lost, decimals that mean something.
  @Test(arguments: [
    ("2,1231E+08", 9), ("104", 5), ("21231.5", 5), ("E+04", 5), ("2,1231E", 5), ("2,1231E+4x", 5),
    ("1.2.3", 5), ("-1004", 5), ("DIJON", 5), ("", 5), (".0", 5),
  ])
  func `what cannot be told is left as it is`(cell: String, width: Int) throws {
    let (text, isMended) = try mend(cell, width: width)
    #expect(text == cell && !isMended)
  }

  @Test func `the four characters of an IRIS may have lost three zeros`() throws {
    #expect(try mend("101", width: 4, zeros: 3) == ("0101", true))
    #expect(try mend("0", width: 4, zeros: 3) == ("0000", true))
  }

  @Test func `mended codes are counted with their places`() throws {
    let text = "dc;iris;A\n21931.0;101;12\n21931;102;7\n21931;0101;7\n2193;0101;7\n"
    let folder = TemporaryFolder()
    let layout = SourceLayout(
      file: folder.write(text, to: "caf.csv"), declaration: Declaration(),
      route: .iris(["dc", "iris"]), rule: CountingRule(unit: .count, countColumn: "A"))
    let reading = try layout.read(in: SmallTown.territory)
    #expect(reading.tally.count(at: .iris(try #require(Iris("219310101")))).exact == 19)
    #expect(reading.problems.count(of: "intake.mended-code") == 2)
    #expect(reading.problems.count(of: "intake.bad-iris-code") == 1)
    #expect("\(reading.problems)".contains("caf.csv:2:1"))
  }

  @Test func `a mended commune guards a position and is counted`() throws {
    let text = "NOM;X;Y;INSEE;SEXE\nA;850100;6700100;21931.0;F\nB;850100;6700100;21931;F\n"
    let folder = TemporaryFolder()
    let layout = SmallTown.layout(folder.write(text, to: "c2s.csv"), commune: "INSEE")
    let reading = try layout.read(in: SmallTown.territory)
    #expect(reading.problems.count(of: "intake.mended-code") == 1)
    #expect(reading.tally.accounting[.outside] == 0)
  }
}
