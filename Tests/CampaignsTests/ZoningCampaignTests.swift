import TestSupport
import Testing

/// Campaigns that publish other zonings beside the IRIS.
@Suite struct ZoningCampaignTests {
  private static let indicators = """
    indicators:
      - id: c2s
        title: Bénéficiaires
        numerator: c2s
    zonings:
      - { id: quartiers, title: Quartiers, file: quartiers.csv, iris: IRIS, code: QUARTIER, name: NOM }
      - { id: qpv, title: Quartiers prioritaires, file: qpv.geojson, contours: true, code: code_qp, name: nom_qp }
    """

  /// Two IRIS half in the district; the north has two IRIS of its own.
  private func world(outside: Int) -> FourIrisWorld {
    FourIrisWorld(
      [
        .init(x: 3, y: 1, women: 30, men: 30), .init(x: 1, y: 1, women: 20, men: 20),
        .init(x: 6, y: 1, women: 25, men: 25), .init(x: 9, y: 1, women: outside, men: 0),
        .init(x: 1, y: 7, women: 30, men: 20), .init(x: 8, y: 8, women: 20, men: 20),
      ], sections: Self.indicators)
  }

  @Test func `areas have their figures, and what they are made of`() {
    let world = world(outside: 20)
    #expect(world.run("run", "campagne.yml").status == 0)
    let areas = world.table("essai_quartiers.csv")
    #expect(
      areas.map { [$0["code_zone"], $0["nom_zone"], $0["c2s_n"]] } == [
        ["N", "Nord", "90"], ["S", "Sud", "170"],
      ])
    #expect(world.table("essai_qpv.csv").map { $0["c2s_n"] } == ["110"])
    let passage = world.table("essai_qpv_passage.csv")
    #expect(
      passage.map { [$0["iris"], $0["code_zone"], $0["part"]] } == [
        ["219310101", "", "partiel"], ["219310101", "QN02101M", "partiel"],
        ["219310102", "", "partiel"], ["219310102", "QN02101M", "partiel"],
      ])
    #expect(world.run("verify", "sortie").status == 0)
    #expect(world.run("audit", "sortie").status == 0)
  }

  @Test func `three persons outside a district are not given away`() {
    let world = world(outside: 3)
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    let irises = world.table("essai.csv").map { $0["c2s_n"] }
    let district = world.table("essai_qpv.csv").map { [$0["c2s_n"], $0["c2s_st"]] }
    #expect(irises == ["100", "53", "50", "40"])
    #expect(district == [["", "c"]])
    #expect(world.run("audit", "sortie").status == 0)
  }

  /// What a careless release would hold: the attacker must refuse it.
  @Test(arguments: [
    ("essai_qpv.csv", ["110"], "audit.trace"), ("essai_qpv.csv", ["50", "110"], "audit."),
  ])
  func `an area that gives somebody away is refused`(
    file: String, numbers: [String], code: String
  ) throws {
    let world = world(outside: 3)
    #expect(world.run("run", "campagne.yml").status == 0)
    for name in ["essai_qpv.csv", "essai_qpv_excel.csv"] {
      let text = String(decoding: world.folder.read("sortie/\(name)") ?? [], as: UTF8.self)
      // 60 + 50 persons of the district, where 153 live in its two IRIS: 40 + 3 outside
      let forged =
        numbers.count == 1
        ? text.replacing("Gare;;c;", with: "Gare;110;c;")
        : text.replacing("Gare;;c;", with: "Gare;\(numbers[1]);;")
      #expect(forged != text)
      world.folder.write(forged, to: "sortie/\(name)")
    }
    let audit = world.run("audit", "sortie")
    #expect(audit.status == (numbers.count == 1 ? 4 : 0))
    #expect(audit.messages.contains(code) == (numbers.count == 1))
  }

  @Test(arguments: [
    ("219310101;S;Sud\r\n219310101;N;Nord\r\n", "campaign.zones-overlap", 3),
    ("219310101;S;Sud\r\n219399999;S;Sud\r\n", "campaign.zoning-empty", 6),
    ("bidon;S;Sud\r\n", "campaign.zoning-empty", 6),
  ])
  func `a zoning that is none is refused by name`(rows: String, code: String, status: Int32) {
    let world = world(outside: 20)
    world.folder.write("IRIS;QUARTIER;NOM\r\n" + rows, to: "quartiers.csv")
    let run = world.run("run", "campagne.yml")
    #expect(run.messages.contains(code) && run.status == status)
    #expect(!world.folder.names.contains("sortie") || listFolder(world.folder.path("sortie")) == [])
  }
}
