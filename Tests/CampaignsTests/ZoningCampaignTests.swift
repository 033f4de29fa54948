import Glibc
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

  private static let rate = "  - { id: tx, title: Taux, numerator: c2s, denominator: [P22_POP] }\n"
  private static let everything = [
    ("formats: [geojson, csv]", "formats: [geojson, csv, xlsx, gpkg, datapackage, atlas]")
  ]

  /// A world that writes every format, with analyses.
  private func fullWorld() -> FourIrisWorld {
    let world = world(outside: (40, 20))
    let text = String(decoding: world.folder.read("campagne.yml") ?? [], as: UTF8.self)
    world.folder.write(
      text.replacing(Self.everything[0].0, with: Self.everything[0].1)
        .replacing("zonings:", with: Self.rate + "zonings:") + """

          analyses:
            - { indicator: tx, methods: [bayes-marshall, entonnoir] }
          """, to: "campagne.yml")
    return world
  }

  @Test func `zonings and analyses are in every format, and everywhere the same`() throws {
    let world = fullWorld()
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    let verdict = world.run("verify", "sortie")
    #expect(verdict.status == 0, "\(verdict.messages)")
    let package = world.folder.path("sortie/current/essai.gpkg")
    let areas = output(
      of: "sqlite3", [package, "SELECT code_zone, c2s_n, length(geom) > 100 FROM zonage_quartiers"])
    if let areas { #expect(areas.output == "N|90|1\nS|170|1\n") }
    if let drawn = output(of: "ogrinfo", ["-al", "-so", package, "zonage_qpv"]) {
      #expect(
        drawn.output.contains("Extent: (850250.000000, 6700000.000000) - (850750.000000, 6700400"))
      #expect(!drawn.output.contains("ERROR"))
    }
    let page = String(
      decoding: world.folder.read("sortie/current/atlas/z-qpv.html") ?? [], as: UTF8.self)
    #expect(page.contains("(en partie)") && page.contains("Gare"))
    let stamp = "NE PAS DIFFUSER"
    let iso = world.folder.read("sortie/current/iso19139.xml") ?? []
    #expect(String(decoding: iso, as: UTF8.self).contains(stamp))
  }

  /// One damage to what zonings and analyses write, and the name that it is found by.
  @Test(arguments: [
    ("atlas/z-qpv.html", "data-v=\"110", "data-v=\"111", "formats-differ"),
    ("atlas/z-qpv.html", "data-de=\"qpv QN", "data-de=\"qpv QM", "formats-differ"),
    ("atlas/z-quartiers.html", "data-st=\"\"", "data-st=\"c\"", "withheld-value"),
    (
      "atlas/p-219310101.html", "<tr data-st=\"\" data-colonnes=\"c2s\" data-v=\"",
      "<tr data-st=\"\" data-colonnes=\"c2s\" data-v=\"9", "formats-differ"
    ),
    (
      "atlas/p-219310101.html", "data-de=\"quartiers S\"", "data-de=\"quartiers N\"",
      "formats-differ"
    ),
    (
      "atlas/i-tx.html", "data-methode=\"bayes-marshall\" data-v=\"",
      "data-methode=\"bayes-marshall\" data-v=\"9", "formats-differ"
    ),
    (
      "atlas/i-tx.html", "data-methode=\"entonnoir\" data-v=\"",
      "data-methode=\"entonnoir\" data-v=\"9", "formats-differ"
    ),
    ("atlas/i-tx.html", "<desc id=\"f-tx-d\">De ", "<desc id=\"f-tx-d\">De 9", "summary"),
    ("atlas/i-tx.html", "ANALYSE PARTAGÉE — NE PAS DIFFUSER</text>", "</text>", "no-stamp"),
    ("essai_analyses.csv", "entonnoir;", "entonnoir;9", "formats-differ"),
    ("essai_analyses.csv", "bayes-marshall", "bayes-local", "formats-differ"),
    ("atlas/i-tx.html", "). Commune : ", "). Commune : 9", "summary"),
    ("atlas/i-tx.html", " (Gare) à ", " (Gare) à 9", "summary"),
    ("atlas/i-tx.html", "2\u{A0}IRIS sous secret", "3\u{A0}IRIS sous secret", "summary"),
    (
      "atlas/i-tx.html", "data-methode=\"entonnoir\" data-v=\"", "data-methode=\"\" data-v=\"",
      "formats-differ"
    ),
    ("atlas/z-quartiers.html", "data-zonage=\"quartiers\"", "data-zonage=\"x\"", "formats-differ"),
    (
      "atlas/z-quartiers.html", "data-i=\"N\" data-st=\"\" data-v=\"",
      "data-i=\"N\" data-st=\"\" data-v=\"9", "formats-differ"
    ),
    (
      "atlas/z-quartiers.html", "data-i=\"N\" data-st=\"\"", "data-i=\"N\" data-st=\"n\"",
      "formats-differ"
    ),
    ("atlas/z-quartiers.html", "<desc id=\"f-c2s-d\">De ", "<desc id=\"f-c2s-d\">De 9", "summary"),
    ("atlas/z-quartiers.html", "0\u{A0}zone sous secret", "1\u{A0}zone sous secret", "summary"),
    ("atlas/z-quartiers.html", "> (2)</tspan>", "> (3)</tspan>", "legend"),
    ("iso19139.xml", "NE PAS DIFFUSER", "…", "no-stamp"),
    ("iso19139.xml", "Source CPAM", "Source", "no-mention"),
    ("csv-metadata.json", "Source CPAM", "Source", "no-mention"),
  ])
  func `damage to zonings and analyses is found`(
    file: String, old: String, new: String, code: String
  ) throws {
    let world = Self.sound
    let copy = TemporaryFolder()
    copy.copy(world.folder.path("sortie/current") + "/.", to: "a")
    let text = String(decoding: copy.read("a/\(file)") ?? [], as: UTF8.self)
    try #require(text.contains(old), "\(old) in \(file)")
    let times = file.hasSuffix("xml") ? Int.max : 1
    copy.write(text.replacing(old, with: new, maxReplacements: times), to: "a/\(file)")
    for sums in ["a/SHA256SUMS", "a/atlas/SHA256SUMS", "a/manifest.json"] {
      unlink(copy.path(sums))
    }
    let run = Command("maille").run(["verify", "a"], in: copy.path)
    #expect(run.status == 4 && run.messages.contains("[verification.\(code)]"), "\(run.messages)")
  }

  /// Written once for all damages.
  private static let sound: FourIrisWorld = {
    let world = ZoningCampaignTests().fullWorld()
    precondition(world.run("run", "campagne.yml").status == 0, "a sound world")
    return world
  }()

  @Test(arguments: [
    ("UPDATE zonage_qpv SET c2s_n = 111", "formats-differ"),
    ("UPDATE zonage_qpv SET source = 'x'", "no-mention"),
    ("UPDATE zonage_quartiers SET c2s_st = 'c'", "withheld-value"),
    ("DELETE FROM layer_styles WHERE f_table_name = 'zonage_qpv'", "no-style"),
    (
      "UPDATE layer_styles SET styleQML = replace(styleQML, ' (2)\"', ' (3)\"') WHERE f_table_name = 'zonage_quartiers'",
      "legend"
    ),
    ("UPDATE gpkg_metadata SET metadata = replace(metadata, 'NE PAS DIFFUSER', '')", "no-stamp"),
  ])
  func `damage to a layer of a zoning is found`(statement: String, code: String) throws {
    let copy = TemporaryFolder()
    copy.copy(Self.sound.folder.path("sortie/current") + "/.", to: "a")
    for sums in ["a/SHA256SUMS", "a/atlas/SHA256SUMS", "a/manifest.json"] {
      unlink(copy.path(sums))
    }
    let triggers = ["zonage_qpv", "zonage_quartiers"].flatMap { layer in
      ["insert", "update1", "update2", "update3", "update4", "delete"].map {
        "DROP TRIGGER IF EXISTS rtree_\(layer)_geom_\($0);"
      }
    }
    guard
      let run = output(
        of: "sqlite3", [copy.path("a/essai.gpkg"), triggers.joined() + statement])
    else { return }
    #expect(run.status == 0, "\(run.messages)")
    let verdict = Command("maille").run(["verify", "a"], in: copy.path)
    #expect(
      verdict.status == 4 && verdict.messages.contains("[verification.\(code)]"),
      "\(verdict.messages)")
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
