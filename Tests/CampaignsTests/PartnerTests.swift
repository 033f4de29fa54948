import TestSupport
import Testing

/// Several partners in one campaign: each has its threshold, and each is an attacker of the others.
@Suite struct PartnerTests {
  private static let indicators = """
    indicators:
      - id: c2s
        title: Bénéficiaires
        numerator: c2s
        denominator_source: caf
      - id: caf
        title: Allocataires
        numerator: caf
    """

  /// - Parameters:
  ///   - c2s: lines of the first source that say whose it is
  ///   - caf: counts by IRIS of the second source
  private func world(
    c2s: String = "", owner: String = "CAF de l’essai", caf: [Int] = [160, 130, 12, 90],
    terms: String = "threshold: 5", disclosure: String = "threshold: 11"
  ) -> FourIrisWorld {
    let world = FourIrisWorld(
      [
        .init(x: 1, y: 1, women: 40, men: 30), .init(x: 8, y: 1, women: 30, men: 28),
        .init(x: 1, y: 7, women: 4, men: 3), .init(x: 8, y: 7, women: 14, men: 16),
      ], sections: Self.indicators, disclosure: disclosure)
    let codes = ["219310101", "219310102", "219310201", "219310202"]
    let rows = zip(codes, caf).map { "\($0);\($1)\r\n" }.joined()
    world.folder.write("IRIS;NB\r\n" + rows, to: "caf.csv")
    let text = String(decoding: world.folder.read("campagne.yml") ?? [], as: UTF8.self)
    let second = """
        - id: caf
          owner: \(owner)
          \(terms)
          file: caf.csv
          reference_date: "2025-12-31"
          unit: count
          count: NB
          iris: IRIS
      disclosure:
      """
    world.folder.write(
      text.replacing(
        "annex: [c2s]",
        with: "annex: [c2s, caf]\n  valid: { from: 2020-01-01, to: 2099-12-31 }"
      )
      .replacing("    unit: person\n", with: "    unit: person\n\(c2s)")
      .replacing("disclosure:", with: second), to: "campagne.yml")
    return world
  }

  private func certificate(_ world: FourIrisWorld, _ folder: String = "sortie/current") -> String {
    String(decoding: world.folder.read("\(folder)/certificat.txt") ?? [], as: UTF8.self)
  }

  @Test func `figures that mix two partners take the stricter threshold`() {
    let world = world()
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    let third = world.table("essai.csv").first { $0["code_iris"] == "219310201" }
    #expect(third?["c2s_st"] == "c")
    #expect(certificate(world).contains("Seuil : 11 ;"))
  }

  @Test func `a partner alone in its figures has its own threshold`() {
    let world = world(caf: [160, 130, 6, 90])
    let text = String(decoding: world.folder.read("campagne.yml") ?? [], as: UTF8.self)
    world.folder.write(
      text.replacing("denominator_source: caf", with: "denominator: [P22_POP]"),
      to: "campagne.yml")
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    let third = world.table("essai.csv").first { $0["code_iris"] == "219310201" }
    #expect(third?["caf_n"] == "6" && third?["caf_st"] == "")
    #expect(third?["c2s_st"] == "c")
    #expect(certificate(world).contains("Seuil : 11, 5 pour caf ;"))
    #expect(world.run("audit", "sortie").status == 0)
    #expect(world.run("verify", "sortie").status == 0)
  }

  @Test func `each partner is tried with its own counts, at every stage`() {
    let world = world()
    #expect(world.run("run", "campagne.yml").status == 0)
    let tried = "partenaires connaissant leurs propres effectifs : 1"
    #expect(certificate(world).contains(tried), "\(certificate(world))")
    let submitted = world.run("submit", "campagne.yml")
    #expect(submitted.status == 0, "\(submitted.messages)")
    #expect(certificate(world).contains(tried), "\(certificate(world))")
    #expect(!submitted.messages.contains("campaign.insiders-purged"))
  }

  @Test func `one partner needs no such attack`() {
    let world = world(owner: "CPAM de l’essai")
    #expect(world.run("run", "campagne.yml").status == 0)
    #expect(!certificate(world).contains("partenaires"))
  }

  @Test func `what insiders know is purged with the rows, and its absence is said`() {
    let world = world()
    #expect(world.run("run", "campagne.yml").status == 0)
    #expect(world.run("purge", "campagne.yml", "--maintenant").status == 0)
    let submitted = world.run("submit", "campagne.yml")
    #expect(submitted.status == 0, "\(submitted.messages)")
    #expect(submitted.messages.contains("campaign.insiders-purged"))
  }

  /// Who owns the second source, what its terms say, the campaign's; and what is told.
  @Test(arguments: [
    ("Mairie de l’essai", "threshold: 5", "zeros: shown", 0, "campaign.threshold-documented"),
    ("Mairie de l’essai", "reference_date: \"2025\"", "zeros: shown", 2, "campaign.missing-key"),
    ("CAF de l’essai", "threshold: 3", "threshold: 11", 0, "campaign.threshold-unusual"),
    ("CPAM du lieu", "threshold: 1", "threshold: 11", 2, "campaign.threshold-too-low"),
  ])
  func `a source without a threshold that somebody vouches for is not released`(
    owner: String, terms: String, disclosure: String, status: Int32, code: String
  ) {
    let world = world(owner: owner, terms: terms, disclosure: disclosure)
    if terms.hasPrefix("reference_date") {
      let text = String(decoding: world.folder.read("campagne.yml") ?? [], as: UTF8.self)
      world.folder.write(
        text.replacing("    reference_date: \"2025\"\n", with: ""), to: "campagne.yml")
    }
    let run = world.run("run", "campagne.yml")
    #expect(run.status == status, "\(run.messages)")
    #expect(run.messages.contains(code), "\(run.messages)")
  }
}
