import Diagnostics
import TestSupport
import Testing

@testable import Intake

@Suite struct DecisionsTests {
  private func read(_ rows: String) throws -> (Decisions, ProblemLog) {
    let folder = TemporaryFolder()
    let header = Decisions.columns.joined(separator: ";")
    return try Decisions.read(folder.write("\(header)\r\n\(rows)\r\n", to: "revue.csv"))
  }

  /// The cell `decision`, and the street that is looked for.
  @Test(arguments: [
    ("1", "Rue A"), ("2", "Rue B"), (" 1 ", "Rue A"), ("Rue Z", "Rue Z"), ("", "-"), ("3", "-"),
    ("4", "-"), ("0", "-"),
  ])
  func `a decision is a proposal's number or a name`(cell: String, expected: String) throws {
    let (decisions, problems) = try read("RUE AA;21951;12;Rue A;Rue B;;\(cell)")
    let key = ReviewKey(street: "RUE AA", commune: "21951")
    #expect(decisions.street(for: key) ?? "-" == expected)
    let isBad = expected == "-" && !cell.isEmpty
    #expect(problems.count(of: "intake.bad-decision") == (isBad ? 1 : 0))
  }

  @Test func `a review that was filled in is read back`() throws {
    var summary = GeocodingSummary()
    summary.unresolved[ReviewKey(street: "RUE \"X\"; B", commune: "21951")] = .init(
      rows: 3, proposals: ["Rue du X"])
    summary.unresolved[ReviewKey(street: "RUE Y", commune: "21952")] = .init(rows: 5)
    let text = String(decoding: summary.review, as: UTF8.self)
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[1] == "RUE Y;21952;5;;;;")
    let folder = TemporaryFolder()
    let filled = text.replacing("Rue du X;;;", with: "Rue du X;;;1")
    let (decisions, _) = try Decisions.read(folder.write(filled, to: "revue.csv"))
    let key = ReviewKey(street: "RUE \"X\"; B", commune: "21951")
    #expect(decisions.street(for: key) == "Rue du X")
  }
}
