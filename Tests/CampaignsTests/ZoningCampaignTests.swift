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

  /// Two IRIS that the district cuts, so many outside it in each; two more in the north.
  private func world(outside: (west: Int, east: Int)) -> FourIrisWorld {
    FourIrisWorld(
      [
        .init(x: 3, y: 1, women: 30, men: 30), .init(x: 1, y: 1, women: outside.west, men: 0),
        .init(x: 6, y: 1, women: 25, men: 25), .init(x: 9, y: 1, women: outside.east, men: 0),
        .init(x: 1, y: 7, women: 30, men: 20), .init(x: 8, y: 8, women: 20, men: 20),
      ], sections: Self.indicators)
  }

  @Test func `areas have their figures, and what they are made of`() {
    let world = world(outside: (40, 20))
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

  @Test func `seven persons outside a district are not given away`() {
    let world = world(outside: (4, 3))
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    #expect(world.table("essai.csv").map { $0["c2s_n"] } == ["64", "53", "50", "40"])
    #expect(world.table("essai_qpv.csv").map { [$0["c2s_n"], $0["c2s_st"]] } == [["", "c"]])
    #expect(world.run("audit", "sortie").status == 0)
  }

  /// What a careless release would hold: 110 persons of the district, where 117 live in its two IRIS.
  @Test(arguments: [("Gare;110;c;", "audit.trace"), ("Gare;110;;", "audit.implied")])
  func `an area that gives somebody away is refused`(forged: String, code: String) {
    let world = world(outside: (4, 3))
    #expect(world.run("run", "campagne.yml").status == 0)
    for name in ["sortie/current/essai_qpv.csv", "sortie/current/essai_qpv_excel.csv"] {
      let text = String(decoding: world.folder.read(name) ?? [], as: UTF8.self)
      #expect(text.contains("Gare;;c;"))
      world.folder.write(text.replacing("Gare;;c;", with: forged), to: name)
    }
    let audit = world.run("audit", "sortie")
    #expect(audit.status == 4 && audit.messages.contains(code), "\(audit.messages)")
  }

  @Test(arguments: [
    ("219310101;S;Sud\r\n219310101;N;Nord\r\n", "campaign.zones-overlap", 3),
    ("219310101;S;Sud\r\n219399999;S;Sud\r\n", "campaign.zoning-empty", 6),
    ("bidon;S;Sud\r\n", "campaign.zoning-empty", 6),
  ])
  func `a zoning that is none is refused by name`(rows: String, code: String, status: Int32) {
    let world = world(outside: (40, 20))
    world.folder.write("IRIS;QUARTIER;NOM\r\n" + rows, to: "quartiers.csv")
    let run = world.run("run", "campagne.yml")
    #expect(run.messages.contains(code) && run.status == status)
    #expect(!world.folder.names.contains("sortie") || listFolder(world.folder.path("sortie")) == [])
  }
}
