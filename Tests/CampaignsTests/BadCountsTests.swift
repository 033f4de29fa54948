import TestSupport
import Testing

/// Counts by IRIS that contradict themselves or leave little to show, given to the command: refused, or
/// released whole with the name of what to leave out.
@Suite struct BadCountsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let story: String
    var counts = ["160", "130", "120", "90"]
    var total = ""
    var rest = ""
    var sections = BadCountsTests.indicators
    var disclosure = "threshold: 11"
    var status: Int32 = 0
    let code: String
    /// What the message names.
    var names = ""

    var testDescription: String { story }
  }

  static let indicators = """
    indicators:
      - id: n
        title: Allocataires
        numerator: caf
    """

  private static let zonings = """
    zonings:
      - id: quartiers
        title: Quartiers
        file: deux.csv
        iris: IRIS
        code: Q
    """

  /// Sectors of two IRIS, which lie in two quarters.
  private static func nested(in outer: String) -> String {
    indicators + """

      zonings:
        - { id: quartiers, title: Quartiers, file: quartiers.csv, iris: IRIS, code: QUARTIER, nests_in: communes }
        - { id: secteurs, title: Secteurs, file: secteurs.csv, iris: IRIS, code: S, nests_in: \(outer) }
      """
  }

  static let cases = [
    Case(
      story: "a zoning that does not nest where declared", sections: nested(in: "quartiers"),
      status: 3, code: "campaign.does-not-nest", names: "« secteurs »"),
    Case(
      story: "a zoning that nests in nothing known", sections: nested(in: "autres"),
      status: 2, code: "campaign.unknown-value"),
    Case(story: "a zoning that nests where declared", sections: nested(in: "communes"), code: ""),
    Case(
      story: "the partner's total is under the sum of its rows", total: "450", status: 3,
      code: "rates.total-below-sum", names: "21931"),
    Case(
      story: "the partner's total is above", total: "520", status: 3,
      code: "campaign.total-above-sum", names: "« caf »"),
    Case(
      story: "the partner's total is above, and the rest is said to be at no IRIS", total: "520",
      rest: ", rest: unlocated", code: ""),
    Case(
      story: "a negative count", counts: ["160", "-3", "120", "90"], status: 3,
      code: "intake.not-a-count", names: "caf.csv:3"),
    Case(
      story: "a count with decimals", counts: ["160", "13.5", "120", "90"], status: 3,
      code: "intake.not-a-count", names: "caf.csv:3"),
    Case(
      story: "parts of a breakdown that overlap",
      sections: indicators + "\n    breakdown: { type: { a: [A, B], b: [B] } }", status: 2,
      code: "campaign.overlapping-parts", names: "« b »"),
    Case(
      story: "a zoning where an IRIS lies twice", sections: indicators + "\n" + zonings, status: 3,
      code: "campaign.zones-overlap"),
    Case(story: "an empty commune", counts: ["0", "0", "0", "0"], code: ""),
    Case(
      story: "an empty commune whose zeros are secret", counts: ["0", "0", "0", "0"],
      disclosure: "threshold: 11, zeros: withheld", status: 4, code: "campaign.nothing-shown",
      names: "« n »"),
    Case(
      story: "all cells small, their sum is not", counts: ["5", "6", "7", "8"], status: 4,
      code: "campaign.nothing-shown", names: "« n »"),
    Case(
      story: "all cells small, their sum too", counts: ["1", "2", "3", "0"], status: 4,
      code: "campaign.nothing-shown", names: "« n »"),
    Case(
      story: "all in one IRIS", counts: ["40", "0", "0", "0"], code: ""),
    Case(
      story: "a few in one IRIS only", counts: ["4", "0", "0", "0"], status: 4,
      code: "campaign.nothing-shown", names: "« n »"),
    Case(
      story: "three of four are small", counts: ["4", "5", "6", "90"], status: 4,
      code: "campaign.rare-indicator", names: "« n »"),
    Case(
      story: "two of four are small, another is withheld for their sake",
      counts: ["1", "2", "60", "90"], code: "campaign.mostly-withheld", names: "« n »"),
  ]

  private func world(_ example: Case) -> FourIrisWorld {
    let world = FourIrisWorld([], sections: example.sections, disclosure: example.disclosure)
    let codes = ["219310101", "219310102", "219310201", "219310202"]
    let rows = zip(codes, example.counts).map { "\($0);\($1);A\r\n" }.joined()
    world.folder.write("IRIS;NB;TYPE\r\n" + rows, to: "caf.csv")
    world.folder.write(
      "IRIS;S\r\n" + zip(codes, ["A", "B", "A", "B"]).map { "\($0);\($1)\r\n" }.joined(),
      to: "secteurs.csv")
    world.folder.write("COM;NB\r\n21931;\(example.total)\r\n", to: "total.csv")
    world.folder.write(
      "IRIS;Q\r\n219310101;S\r\n219310101;N\r\n219310102;S\r\n219310201;N\r\n219310202;N\r\n",
      to: "deux.csv")
    let text = String(decoding: world.folder.read("campagne.yml") ?? [], as: UTF8.self)
    guard let start = text.firstRange(of: "  - id: c2s"),
      let end = text.firstRange(of: "disclosure:")
    else {
      return world
    }
    let totals =
      example.total.isEmpty
      ? "" : "    totals: { file: total.csv, commune: COM, count: NB\(example.rest) }\n"
    let source = """
        - id: caf
          file: caf.csv
          reference_date: "2025-12-31"
          unit: count
          count: NB
          iris: IRIS
          categories: { type: TYPE }
      \(totals)
      """
    world.folder.write(
      (String(text[..<start.lowerBound]) + source + String(text[end.lowerBound...]))
        .replacing("annex: [c2s]", with: "annex: [caf]"), to: "campagne.yml")
    return world
  }

  @Test(arguments: cases)
  func `bad counts are refused, or released whole with what to leave out`(example: Case) {
    let world = world(example)
    let run = world.run("run", "campagne.yml")
    #expect(run.status == example.status, "\(run.messages)")
    #expect(example.code.isEmpty || run.messages.contains("[\(example.code)]"), "\(run.messages)")
    #expect(run.messages.contains(example.names) || example.names.isEmpty, "\(run.messages)")
    if example.status != 0 {
      #expect(listFolder(world.folder.path("sortie")) == [])
    } else {
      #expect(world.run("audit", "sortie").status == 0)
    }
  }
}
