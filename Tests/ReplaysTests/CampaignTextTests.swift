import Diagnostics
import Testing

@testable import Replays

/// Values put in the place of others, the rest of the file untouched.
@Suite struct CampaignTextTests {
  /// A file, the place of a value in it, and the file with `neuf` there.
  @Test(arguments: [
    ("a: vieux\n", "a: \"neuf\"\n"), ("a: vieux # vieux\n", "a: \"neuf\" # vieux\n"),
    ("a: \"vieux\"\nb: vieux\n", "a: \"neuf\"\nb: vieux\n"),
    ("a: 'vi''eux'  # fin\n", "a: \"neuf\"  # fin\n"),
    ("a: \"vi\\\"eux\"\n", "a: \"neuf\"\n"),
    ("{ é: x, a: vieux, b: y }", "{ é: x, a: \"neuf\", b: y }"),
    ("é: { œ: 1 }\na: vieux nom\n", "é: { œ: 1 }\na: \"neuf\"\n"),
    ("a: 2025-01-01", "a: \"neuf\""), ("a:   'x'\n\n\n", "a:   \"neuf\"\n\n\n"),
  ])
  func `only the value changes`(old: String, new: String) throws {
    var text = try CampaignText(old, file: "c.yml")
    try text.replace(at: [.key("a")], with: "neuf")
    #expect(text.text(year: "2026") == new)
  }

  @Test func `several values of a line change together`() throws {
    var text = try CampaignText("v: { from: 1, to: 22, x: [a, b] } # fin\n", file: "c.yml")
    try text.replace(at: [.key("v"), .key("from")], with: "10")
    try text.replace(at: [.key("v"), .key("to")], with: "20")
    try text.replace(at: [.key("v"), .key("x"), .item(1)], with: "c")
    #expect(text.text(year: "2026") == "v: { from: \"10\", to: \"20\", x: [a, \"c\"] } # fin\n")
  }

  @Test(arguments: ["a: |\n  long\n  texte\n", "a: long\n  texte\n", "a: \"long\n  texte\"\n"])
  func `what goes over lines is refused`(old: String) throws {
    var text = try CampaignText(old, file: "c.yml")
    let problem = #expect(throws: Problem.self) { try text.replace(at: [.key("a")], with: "neuf") }
    #expect(problem?.code == "replay.uneditable")
  }

  @Test func `the same value is no change`() throws {
    var text = try CampaignText("a: 'x'\n", file: "c.yml")
    try text.replace(at: [.key("a")], with: "x", note: "note")
    #expect(text.text(year: "2026") == "a: 'x'\n")
  }

  @Test(arguments: [
    ("IRIS 2024", "2025", "IRIS 2025"),
    ("BAN inventée 2026-07", "2027-01-15", "BAN inventée 2027-01-15"),
    ("BAN 2026-07-01 (Dijon)", "2027", "BAN 2027 (Dijon)"), ("contours", "2025", "contours 2025"),
    ("IRIS 12024", "2025", "IRIS 12024 2025"), ("2019 puis 2024", "2025", "2019 puis 2025"),
  ])
  func `an edition is named after the old one`(old: String, date: String, new: String) {
    #expect(Day.replacingDate(in: old, with: date) == new)
  }
}
