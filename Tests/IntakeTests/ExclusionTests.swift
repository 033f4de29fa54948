import Diagnostics
import Intake
import Tables
import Territory
import TestSupport
import Testing

/// Rows that are not counted: declared totals, repeated keys.
@Suite struct ExclusionTests {
  private func read(
    _ text: String, excluding excluded: [UnavailableRows] = [], key: RepeatedKey? = nil
  ) throws -> Reading {
    let folder = TemporaryFolder()
    let layout = SourceLayout(
      file: folder.write(text, to: "a.csv"), declaration: Declaration(),
      route: .iris(["IRIS"]), rule: CountingRule(unit: .person), excluded: excluded, key: key)
    return try layout.read(in: SmallTown.territory)
  }

  private static let people = """
    REF;IRIS
    a;219310101
    b;219310102
    a;219310101
    ;219310101
    ;219310102
    Total;Ensemble

    """

  @Test func `a declared total is left out and said; an undeclared one is not placed`() throws {
    let totals = [UnavailableRows(column: "REF", values: ["Total"])]
    let without = try read(Self.people, excluding: totals)
    #expect(without.tally.accounting.rows == 5)
    #expect(without.problems.count(of: "intake.excluded-row") == 1)
    #expect(without.problems.count(of: "intake.bad-iris-code") == 0)
    let with = try read(Self.people)
    #expect(with.tally.accounting[.unplaced] == 1)
    #expect(with.problems.count(of: "intake.bad-iris-code") == 1)
  }

  @Test(arguments: [
    ("Total *", "Total Dijon", 2), ("Total *", "TOTAL DE LA VILLE", 2),
    ("Total *", "Totalement", 3),
    ("Total *", "Total", 3), ("Sous-total *", "Sous total Est", 2), ("*", "Total Dijon", 3),
    (" *", "Total Dijon", 3), ("Total", "Total Dijon", 3),
  ])
  func `a star takes in what begins so`(pattern: String, cell: String, rows: Int) throws {
    let text = "REF;IRIS\na;219310101\nb;219310102\n\(cell);\n"
    let totals = [UnavailableRows(column: "REF", values: [pattern])]
    #expect(try read(text, excluding: totals).tally.accounting.rows == rows)
  }

  @Test(arguments: [(RepeatedKey.Rule.keep, 6), (.once, 5)])
  func `a repeated key counts as the campaign says; blanks are no key`(
    rule: RepeatedKey.Rule, rows: Int
  ) throws {
    let reading = try read(Self.people, key: RepeatedKey(column: "REF", rule: rule))
    #expect(reading.tally.accounting.rows == rows)
    #expect(reading.problems.count(of: "intake.repeated-key") == 1)
  }

  @Test func `a repeated key can refuse the file`() {
    let problem = #expect(throws: Problem.self) {
      try read(Self.people, key: RepeatedKey(column: "REF", rule: .refuse))
    }
    #expect(problem?.code == "intake.repeated-key")
    #expect(problem.map { !"\($0)".contains("21931") } ?? false)
  }
}
