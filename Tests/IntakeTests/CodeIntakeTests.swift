import Diagnostics
import Intake
import Tables
import Territory
import TestSupport
import Testing

@Suite struct CodeIntakeTests {
  private func read(_ text: String, masks: [String: CountingRule.Mask] = [:]) throws -> Reading {
    let folder = TemporaryFolder()
    let layout = SourceLayout(
      file: folder.write(text, to: "caf.csv"), declaration: Declaration(),
      route: .iris(["dc", "iris"]),
      rule: CountingRule(unit: .count, countColumn: "A", masks: masks),
      unavailable: [UnavailableRows(column: "note", values: ["1"])])
    return try layout.read(in: SmallTown.territory)
  }

  /// One cell of the count column, and what it counts as (-1: no bound).
  @Test(arguments: [
    ("12", 12, 12), ("0", 0, 0), (" 12 ", 12, 12), ("<5", 1, 4), ("", 0, 4), ("nd", 0, -1),
    ("-3", 0, -1), ("12,5", 0, -1), ("beaucoup", 0, -1),
  ])
  func `a count is a number, a declared mask, or not delivered`(
    cell: String, lower: Int, upper: Int
  ) throws {
    let masks: [String: CountingRule.Mask] = [
      "<5": .interval(1...4), "": .interval(0...4), "nd": .missing,
    ]
    let reading = try read("dc;iris;note;A\n21931;0101;0;\(cell)\n21931;0102;0;7\n", masks: masks)
    let count = reading.tally.count(at: .iris(try #require(Iris("219310101"))))
    #expect(count.lower == lower)
    #expect(count.upper ?? -1 == upper)
    let isTold = !["12", "0", " 12 ", "<5", "", "nd"].contains(cell)
    let told = ["intake.unreadable-count", "intake.not-a-count"].map(reading.problems.count)
    #expect(told.reduce(0, +) == (isTold ? 1 : 0))
    #expect(!"\(reading.problems)".contains("beaucoup"))
  }

  @Test func `a blank of undeclared meaning is not a zero`() throws {
    let reading = try read("dc;iris;note;A\n21931;0101;0;\n21931;0102;0;7\n")
    let count = reading.tally.count(at: .iris(try #require(Iris("219310101"))))
    #expect(count.exact == nil)
    #expect(reading.problems.count(of: "intake.blank-count") == 1)
  }

  @Test func `a row that the partner declares unavailable is missing, whatever it shows`() throws {
    let reading = try read("dc;iris;note;A\n21931;0101;1;12\n21931;0102;0;7\n")
    #expect(reading.tally.count(at: .iris(try #require(Iris("219310101")))).missingParts == 1)
  }

  @Test(arguments: [
    ("21931;0101", "iris"), ("21931;9999", "commune"), ("34172;0101", "outside"),
    ("2193;0101", "unplaced"), (";", "unplaced"), ("abcde;0101", "unplaced"),
  ])
  func `a code ends in its class`(code: String, expected: String) throws {
    let reading = try read("dc;iris;note;A\n\(code);0;7\n21931;0102;0;7\n")
    var classes = PlacementClass.allCases.filter { reading.tally.accounting[$0] > 0 }
    if classes.count > 1 { classes.removeAll { $0 == .iris } }
    #expect(classes.map(\.rawValue) == [expected])
  }
}
