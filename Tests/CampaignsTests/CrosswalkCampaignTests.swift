import TestSupport
import Testing

/// Counts and census in codes of an older edition, brought to the campaign's contours.
@Suite struct CrosswalkCampaignTests {
  private let folder = TemporaryFolder()

  init() {
    folder.write(
      Self.geoJSON([("341720101", 0, 600), ("341720102", 600, 300)]), to: "iris-2020.geojson")
    folder.write(
      Self.geoJSON([("341720102", 600, 300), ("341720103", 0, 200), ("341720104", 200, 400)]),
      to: "iris-2024.geojson")
    folder.write("IRIS;P20_POP\n341720101;900\n341720102;500\n", to: "pop.csv")
    folder.write("CODE;NB\n341720101;90\n341720102;60\n", to: "caf.csv")
    folder.write(Self.campaign, to: "campagne.yml")
  }

  /// Strips 300 m high: code, west limit and width in metres.
  private static func geoJSON(_ strips: [(code: String, x: Double, width: Double)]) -> String {
    let features = strips.map { strip in
      let (west, east) = (770_000 + strip.x, 770_000 + strip.x + strip.width)
      let ring = [
        [west, 6_280_000], [east, 6_280_000], [east, 6_280_300], [west, 6_280_300],
        [west, 6_280_000],
      ]
      return #"{"type":"Feature","properties":{"code_iris":"\#(strip.code)","type_iris":"H"},"#
        + #""geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }
    return #"{"type":"FeatureCollection","crs":{"type":"name","properties":"#
      + #"{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[\#(features.joined(separator: ","))]}"#
  }

  private static let campaign = """
    version: 1
    campaign: passage
    agreement: { owner: CAF, holder: CCAS, mention: "Source CAF" }
    territory: { communes: ["34172"] }
    references:
      boundaries: { file: iris-2024.geojson, edition: "IRIS 2024" }
      population: { file: pop.csv, vintage: RP2020, edition: "IRIS 2020", accept: essai }
      crosswalks:
        - { edition: "IRIS 2020", file: iris-2020.geojson }
    sources:
      - { id: caf, file: caf.csv, reference_date: "2020-12-31", unit: count, iris: CODE, count: NB,
          edition: "IRIS 2020" }
    indicators:
      - { id: tx_caf, title: Allocataires, numerator: caf, denominator: [P20_POP], method: wilson }
    disclosure: { threshold: 5 }
    outputs: { formats: [csv, geojson], folder: sortie }

    """

  private func run(_ arguments: [String] = ["run", "campagne.yml"]) -> CommandRun {
    Command("maille").run(arguments, in: folder.path)
  }

  /// Code, count, population of each row of the table.
  private var rows: [String] {
    let lines = String(decoding: folder.read("sortie/current/passage.csv") ?? [], as: UTF8.self)
      .split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
    let header = lines.first?.map(String.init) ?? []
    let wanted = ["code_iris", "tx_caf_n", "tx_caf_d", "tx_caf_t"].compactMap {
      header.firstIndex(of: $0)
    }
    return lines.dropFirst().map { line in wanted.map { String(line[$0]) }.joined(separator: " ") }
  }

  private static let expected = [
    "341720102 60 500.0 12.00", "341720103 30 300.0 10.00", "341720104 60 600.0 10.00",
  ]

  @Test func `numerator and denominator come to the same contours, and every file says how`() {
    let run = run()
    #expect(run.status == 0, "\(run.messages)")
    #expect(rows == Self.expected)
    let sentence =
      "passage IRIS 2020 → IRIS 2024 (population, caf) : IRIS 1 inchangés, 1 divisés ; parts : 1 par surfaces"
    #expect(run.output.contains(sentence))
    for name in ["passage.csv", "passage.geojson"] {
      let text = String(decoding: folder.read("sortie/current/\(name)") ?? [], as: UTF8.self)
      #expect(text.contains(sentence), "\(name)")
    }
  }

  @Test func `a table of passage made by the command gives the same figures`() {
    let made = run([
      "crosswalk", "iris-2020.geojson", "iris-2024.geojson", "--old-edition", "IRIS 2020",
      "--new-edition", "IRIS 2024", "-o", "table.csv",
    ])
    #expect(made.status == 0, "\(made.messages)")
    #expect(made.output.hasPrefix("passage IRIS 2020 → IRIS 2024 : 2 IRIS → 3 IRIS\n"))
    folder.write(
      Self.campaign.replacing("file: iris-2020.geojson", with: "table: table.csv"),
      to: "campagne.yml")
    #expect(run().status == 0)
    #expect(rows == Self.expected)
  }

  @Test func `a rehearsal writes no table`() {
    let made = run(["passage", "iris-2020.geojson", "iris-2024.geojson", "--a-blanc"])
    #expect(made.status == 0)
    #expect(!folder.names.contains("passage.csv"))
  }

  @Test(arguments: [
    (
      "- { edition: \"IRIS 2020\", file", "- { edition: \"IRIS 2019\", file",
      "no-crosswalk", 6
    ),
    ("file: iris-2020.geojson }", "width: 30 }", "crosswalk-origin", 2),
    ("file: iris-2020.geojson }", "file: iris-2020.geojson, width: 0 }", "bad-width", 2),
    ("iris: CODE", "position: { x: X, y: Y, crs: \"EPSG:2154\" }", "edition-without-codes", 2),
  ])
  func `a way that leads nowhere is refused`(
    old: String, new: String, code: String, status: Int32
  ) {
    folder.write(Self.campaign.replacing(old, with: new), to: "campagne.yml")
    let run = run()
    #expect(run.status == status)
    #expect(run.messages.contains("[campaign.\(code)]"))
  }

  @Test(arguments: [["iris-2020.geojson"], [], ["a", "b", "--table", "t.csv"]])
  func `two contours or a table, nothing else`(arguments: [String]) {
    let run = run(["crosswalk"] + arguments)
    #expect(run.status == 2)
    #expect(run.messages.contains("[campaign.crosswalk-source]"))
  }
}
