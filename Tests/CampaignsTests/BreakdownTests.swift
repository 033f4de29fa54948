import TestSupport
import Testing

/// Breakdowns, what they cost, and what is computed from their classes.
@Suite struct BreakdownTests {
  private static let indicators = """
    indicators:
      - id: c2s
        title: Bénéficiaires
        numerator: c2s
        denominator: [P22_POP]
        breakdown:
          sexe: { f: F, h: H }
          age:
            jeune: { labels: 18-59, denominator: P22_POP0014 }
            aine: { labels: 60+, denominator: P22_POP }
        crossed: true
    analyses:
      - indicator: c2s
        methods: [bayes-marshall, bayes-marshall-local, moran-contiguite, lisa-contiguite, entonnoir, dobson, fay-feuer, indirect]
        reference: "France, RP2022"
        standard:
          jeune: { inhabitants: 600, rate: 0.05 }
          aine: { inhabitants: 400, rate: 0.1 }
    """

  private func world() -> FourIrisWorld {
    FourIrisWorld(
      [
        .init(x: 1, y: 1, women: 90, men: 60), .init(x: 8, y: 1, women: 60, men: 60),
        .init(x: 1, y: 7, women: 44, men: 40),
      ], sections: Self.indicators)
  }

  /// Two IRIS have few, which takes others with them; parts by age only, which leave something to show.
  private func withheldWorld() -> FourIrisWorld {
    let byAge = Self.indicators.replacing("sexe: { f: F, h: H }", with: "")
      .replacing("crossed: true", with: "crossed: false")
    return FourIrisWorld(
      [
        .init(x: 1, y: 1, women: 90, men: 60), .init(x: 8, y: 1, women: 60, men: 60),
        .init(x: 1, y: 7, women: 10, men: 0), .init(x: 8, y: 7, women: 10, men: 0),
      ], sections: byAge)
  }

  @Test func `parts and their crossings are indicators that add up`() {
    let world = world()
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    let first = world.table("essai.csv").first
    #expect(first?["c2s_f_n"] == "90" && first?["c2s_h_n"] == "60")
    #expect(first?.keys.filter { $0.hasSuffix("_st") }.count == 9)
    #expect(world.run("audit", "sortie").status == 0)
  }

  @Test func `what is computed beside the rates leaves withheld areas out`() {
    let world = withheldWorld()
    #expect(world.run("run", "campagne.yml").status == 0)
    let withheld = world.table("essai.csv").filter { $0["c2s_st"] == "c" }
      .compactMap { $0["code_iris"] }
    let lines = world.table("essai_analyses.csv")
    #expect(!withheld.isEmpty)
    #expect(lines.filter { withheld.contains($0["zone"] ?? "") } == [])
    let methods = Set(lines.compactMap { $0["methode"] })
    #expect(methods.isSuperset(of: ["bayes-marshall", "entonnoir", "dobson", "indirect"]))
    #expect(lines.allSatisfy { $0["source"]?.isEmpty == false })
  }

  @Test func `an analysis of a withheld area is refused`() {
    let world = withheldWorld()
    #expect(world.run("run", "campagne.yml").status == 0)
    let name = "sortie/current/essai_analyses.csv"
    let text = String(decoding: world.folder.read(name) ?? [], as: UTF8.self)
    let line = text.split(separator: "\r\n").first {
      $0.hasPrefix("c2s;c2s;219310101;bayes-marshall;")
    }
    #expect(line != nil)
    let copy = (line.map(String.init) ?? "").replacing("219310101", with: "219310201")
    world.folder.write(text + copy + "\r\n", to: name)
    let audit = world.run("audit", "sortie")
    #expect(audit.status == 4 && audit.messages.contains("audit.trace"))
    // the same by who reads every file, for a neighbourhood too
    for forged in [copy, copy.replacing("bayes-marshall", with: "lisa-contiguite")] {
      world.folder.write(text + forged + "\r\n", to: name)
      let verdict = world.run("verify", "sortie")
      #expect(verdict.status == 4, "\(forged)")
      #expect(verdict.messages.contains("[verification.withheld-value]"), "\(verdict.messages)")
    }
  }

  @Test func `the cost of each choice is told without writing`() {
    let world = world()
    let journal = world.folder.path("journal.csv")
    let cost = world.run(
      "cost", "campagne.yml", "--what-if", "threshold=5", "--what-if", "drop=age", "--what-if",
      "merge=219310201+219310202", "--each", "--journal", journal)
    #expect(cost.status == 0, "\(cost.messages)")
    for line in ["seuil 11 : ", "threshold=5 : ", "drop=age : ", "drop=c2s_f : ", "merge=2193"] {
      #expect(cost.output.contains(line), "\(cost.output)")
    }
    #expect(!cost.output.contains("primaire"))
    #expect(!world.folder.names.contains("sortie"))
    let text = String(decoding: world.folder.read("journal.csv") ?? [], as: UTF8.self)
    #expect(text.hasPrefix("indicateur;cellules;publiees;primaires;secondaires"))
  }

  /// The change is weighed in the same world: earlier releases, zonings and levels with it.
  @Test func `a change to what already is costs nothing`() {
    let kept = Self.indicators.replacing("crossed: true", with: "crossed: true\n    level: commune")
    let cost = FourIrisWorld(
      [
        .init(x: 1, y: 1, women: 90, men: 60), .init(x: 8, y: 1, women: 60, men: 60),
        .init(x: 1, y: 7, women: 44, men: 40),
      ], sections: kept
    ).run("cost", "campagne.yml", "--what-if", "threshold=11")
    #expect(cost.output.contains("comme sans ce changement"), "\(cost.output)")
    #expect(cost.output.contains("« c2s » : 3 valeurs retenues sur 6"), "\(cost.output)")
  }

  @Test(arguments: [
    ("threshold=x", "campaign.bad-change"), ("threshold=1", "campaign.threshold-too-low"),
    ("drop=ages", "campaign.unknown-in-change"),
    ("merge=010040101+010040102", "campaign.unknown-in-change"),
  ])
  func `a change that says nothing is refused`(change: String, code: String) {
    let cost = world().run("cost", "campagne.yml", "--what-if", change)
    #expect(cost.status == 2 && cost.messages.contains(code))
  }

  @Test(arguments: [
    ("sexe: { f: F, g: F }", "campaign.overlapping-parts"),
    ("genre: { f: F }", "campaign.unknown-value"), ("sexe: F", "campaign.wrong-type"),
    ("sexe: { un_suffixe_bien_trop_long: F }", "campaign.bad-identifier"),
  ])
  func `a breakdown that is none is refused`(text: String, code: String) {
    let world = FourIrisWorld(
      [], sections: "indicators:\n  - { id: c2s, title: B, numerator: c2s, breakdown: { \(text) } }"
    )
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 2 && run.messages.contains(code))
  }
}
