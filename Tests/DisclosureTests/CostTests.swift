import Diagnostics
import Disclosure
import Rates
import Territory
import TestSupport
import Testing

@Suite struct CostTests {
  private let rule = ProtectionRule(threshold: 11)

  @Test func `a lower threshold gives cells back`() throws {
    let town = try Town(irises: 4)
    let table = town.table(town.tally([40, 10, 20, 30, 0].map { [Count($0)] }))
    let now = try Protection.cost(of: [table], rule: rule)
    #expect(now.withheld == 2 && now.lines[0].shareShown == 0.7)
    let then = try Protection.cost(of: [table], rule: rule, if: WhatIf("threshold=6"))
    #expect(then.withheld == 0 && then.lines[0].shareShown == 1)
    #expect(
      now.sentences.map(\.text) == [
        "« n » : 2 valeurs retenues sur 6 ; 70,0 % des personnes dans les IRIS montrés"
      ])
  }

  @Test func `IRIS published as one need not be withheld`() throws {
    let town = try Town(irises: 4)
    let table = town.table(
      town.tally([40, 10, 20, 30, 0].map { [Count($0)] }), population: [900, 400, 500, 700])
    let merge = try #require(WhatIf("merge=212310002+212310003"))
    let cost = try Protection.cost(of: [table], rule: rule, if: merge)
    #expect(cost.withheld == 0 && cost.lines[0].cells == 5)
  }

  @Test func `a breakdown is told what it costs the others`() throws {
    let town = try Town(irises: 3)
    let tally = town.tally(
      [[20, 30], [25, 4], [60, 70], [0, 0]].map { $0.map { Count($0) } }, labels: ["F", "H"])
    let tables = [town.table(tally, id: "tous"), town.table(tally, id: "hommes", of: ["H"])]
    let costs = try Protection.costOfEach(of: tables, rule: rule)
    #expect(costs.map(\.indicator) == ["tous", "hommes"])
    let dropped = try Protection.cost(of: tables, rule: rule, if: WhatIf("drop=hommes"))
    #expect(dropped.lines.map(\.indicator) == ["tous"] && dropped.withheld == 0)
    let sex = WhatIf("drop=sex", breakdowns: ["sex": ["hommes"]])
    #expect(sex == .drop(["hommes"]))
  }

  @Test(arguments: ["threshold=", "threshold=x", "merge=212310001", "merge=a+b", "sort=age", ""])
  func `a change that says nothing is none`(text: String) {
    #expect(WhatIf(text) == nil)
  }

  @Test(arguments: [
    ("CPAM de Côte-d'Or", 11), ("CAF 21", 5), ("Flores 2022", 3), ("mairie", 11),
  ])
  func `a partner's threshold is documented`(partner: String, threshold: Int) {
    #expect(PartnerThreshold.documented(for: partner).threshold == threshold)
  }

  /// Every partner of the project's reference table, under each of its names.
  @Test(.enabled(if: RealData.isPresent))
  func `partners have the thresholds of the reference table`() {
    var tried = 0
    for row in PublishedTable("../reference/thresholds.csv").rows {
      let groups = (row["partner"] ?? "").split(separator: ";").map {
        $0.split(separator: "/").map(Self.name)
      }
      let numbers = (row["K (1..K-1 masked)"] ?? "").split(separator: ";").map {
        Int(Self.name($0))
      }
      for (names, threshold) in zip(groups, numbers) {
        guard let threshold else { continue }
        for name in names where !name.hasPrefix("anything") {
          tried += 1
          #expect(PartnerThreshold.documented(for: name).threshold == threshold, "\(name)")
        }
      }
    }
    #expect(tried == 18)
  }

  /// « Flores (enterprises) » is Flores.
  private static func name(_ text: Substring) -> String {
    let plain = text.prefix { $0 != "(" }.drop { $0 == " " }
    return String(plain.reversed().drop { $0 == " " }.reversed())
  }
}
