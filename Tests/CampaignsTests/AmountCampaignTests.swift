import TestSupport
import Testing

/// A source of amounts, from the file to the certificate.
@Suite struct AmountCampaignTests {
  private static let sections = """
    indicators:
      - id: ij
        title: Indemnités journalières
        numerator: ij
        measure: amount
        breakdown: { sexe: { f: F, h: H } }
      - id: ij_b
        title: Bénéficiaires d’indemnités
        numerator: ij
    """

  /// - Parameters:
  ///   - people: crowds, and what each of their persons gets, in turn
  private func world(
    _ people: [(x: Int, y: Int, amounts: [String])], source: String = "",
    sections: String = sections
  ) -> FourIrisWorld {
    let world = FourIrisWorld([])
    var rows: [String] = ["ID;X;Y;SEXE;MONTANT"]
    for crowd in people {
      for (index, amount) in crowd.amounts.enumerated() {
        let place = "\(850_000 + 100 * crowd.x + 25);\(6_700_000 + 100 * crowd.y + 25)"
        rows.append("P\(rows.count);\(place);\(index % 2 == 0 ? "F" : "H");\(amount)")
      }
    }
    world.folder.write(rows.map { $0 + "\r\n" }.joined(), to: "ij.csv")
    let campaign = FourIrisWorld.campaign(sections, "threshold: 5")
      .replacing("annex: [c2s]", with: "annex: [ij]")
    let start = campaign.firstRange(of: "  - id: c2s")
    let end = campaign.firstRange(of: "disclosure:")
    guard let start, let end else { return world }
    let own = """
        - id: ij
          file: ij.csv
          reference_date: "2025-12-31"
          unit: amount
          amount: MONTANT
          decimal: ","
          key: ID
          position: { x: X, y: Y, crs: "EPSG:2154" }
          categories: { sexe: SEXE }
      \(source)

      """
    world.folder.write(
      String(campaign[..<start.lowerBound]) + own + String(campaign[end.lowerBound...]),
      to: "campagne.yml")
    return world
  }

  private func many(_ count: Int, _ amount: String) -> [String] {
    Array(repeating: amount, count: count)
  }

  private var people: [(x: Int, y: Int, amounts: [String])] {
    [
      (1, 1, many(20, "100,40")), (8, 1, many(20, "250")), (1, 7, many(16, "300,5")),
      (8, 7, many(19, "1") + ["9000"]),
    ]
  }

  @Test func `totals, persons and means are published, the dominated IRIS is not`() throws {
    let world = world(people)
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    let rows = world.table("essai.csv")
    let first = rows.first
    #expect(first?["ij_n"] == "2000" && first?["ij_d"] == "20")
    #expect(first?["ij_moy"] == "100.00" || first?["ij_moy"] == "100")
    let last = rows.last
    #expect(last?["ij_st"] == "c" && last?["ij_n"] == "" && last?["ij_moy"] == "")
    #expect(rows.filter { $0["ij_st"] == "c" }.count >= 2)
    let audit = world.run("audit", "sortie")
    #expect(audit.status == 0, "\(audit.messages)")
    #expect(audit.output.contains("Montants secrets"))
    #expect(world.run("verify", "sortie").status == 0)
  }

  @Test(arguments: [
    ("count: NB", "campaign.not-with-amounts"), ("duplicates: keep", "campaign.not-with-amounts"),
    ("masked: { nd: missing }", "campaign.not-with-amounts"),
    ("edition: IRIS 2020", "campaign.not-with-amounts"),
  ])
  func `what would hide the persons behind a sum is refused`(line: String, code: String) {
    let run = world(people, source: "    " + line).run("run", "campagne.yml")
    #expect(run.status == 2)
    #expect(run.messages.contains(code), "\(run.messages)")
  }

  @Test func `two rows of one person are refused`() {
    let world = world(people)
    let text = String(decoding: world.folder.read("ij.csv") ?? [], as: UTF8.self)
    world.folder.write(text.replacing("P2;", with: "P1;"), to: "ij.csv")
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 3 && run.messages.contains("intake.repeated-key"), "\(run.messages)")
  }

  @Test func `an amount that cannot be read makes its IRIS and the commune unknown`() {
    var people = people
    people[0].amounts[3] = "-12"
    let world = world(people)
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0 && run.messages.contains("intake.unreadable-amount"))
    #expect(world.table("essai.csv").first?["ij_st"] == "m")
    #expect(!run.messages.contains("-12") && !run.output.contains("9000"))
  }
}
