import Campaigns
import Diagnostics
import Geocoding
import Intake
import Territory
import TestSupport
import Testing

/// What a campaign file may say, from a good one changed in one place.
@Suite struct CampaignReaderTests {
  private static let good = """
    version: 1
    campaign: abs-exemple-2026
    agreement:
      owner: CPAM de l’exemple
      holder: CCAS de l’exemple
      mention: "Source CPAM"
      annex: [c2s]
    territory: { communes: ["21931"] }
    references:
      boundaries: { file: iris.gpkg, edition: "IRIS GE 2024" }
      population: { file: pop.CSV, vintage: RP2022 }
    sources:
      - id: c2s
        file: recu/c2s.csv
        reference_date: 2025-12-31
        unit: person
        position: { x: X, y: Y, crs: EPSG:2154 }
        categories: { sexe: SEXE }
    indicators:
      - id: tx_c2s
        title: Bénéficiaires
        numerator: c2s
        denominator: [P22_POP]
        per: 100
        method: wilson
    disclosure: { threshold: 11 }
    outputs: { formats: [geojson, csv], folder: sortie }

    """

  private func read(_ text: String) throws -> (Campaign?, ProblemLog) {
    let folder = TemporaryFolder()
    return try CampaignReader.read(folder.write(text, to: "campagne.yml"))
  }

  @Test func `the good one is read whole, its paths seen from its folder`() throws {
    let folder = TemporaryFolder()
    let (read, problems) = try CampaignReader.read(folder.write(Self.good, to: "campagne.yml"))
    let campaign = try #require(read)
    #expect(problems.isEmpty)
    #expect(campaign.communes.map(\.code) == ["21931"])
    #expect(campaign.references.boundaries.file == folder.path("iris.gpkg"))
    #expect(campaign.outputs.folder == folder.path("sortie"))
    #expect(campaign.indicators.map(\.denominator) == [.census(["P22_POP"])])
    #expect(campaign.sources.first?.layout.columns == ["X", "Y", "SEXE"])
  }

  /// Old text, new text, the code and the line of the problem that it makes.
  @Test(arguments: [
    ("version: 1", "version: 2", "campaign.wrong-version", 1),
    ("  owner:", "  ownr:", "campaign.unknown-key", 4),
    ("campaign: abs-exemple-2026", "campaign: Été 2026", "campaign.bad-identifier", 2),
    ("communes: [\"21931\"]", "communes: [01004]", "campaign.unquoted-code", 8),
    ("communes: [\"21931\"]", "communes: [\"2193\"]", "campaign.bad-commune", 8),
    ("communes: [\"21931\"]", "communes: []", "campaign.missing-key", 8),
    ("edition: \"IRIS GE 2024\"", "editions: \"x\"", "campaign.unknown-key", 10),
    ("vintage: RP2022", "vintage: 2022", "campaign.bad-vintage", 11),
    ("method: wilson", "bounds: [10, 5]", "campaign.wrong-type", 26),
    ("method: wilson", "bounds: [1, 2, 3, 4, 5]", "campaign.wrong-type", 26),
    ("method: wilson", "bounds: [bas]", "campaign.wrong-type", 26),
    ("folder: sortie", "folder: sortie, classes: jenk", "campaign.unknown-value", 28),
    ("reference_date: 2025-12-31", "reference_date: fin 2025", "campaign.bad-date", 15),
    ("reference_date: 2025-12-31", "reference_date: 31/12/2025", "campaign.bad-date", 15),
    ("reference_date: 2025-12-31", "reference_date: 2025-02-30", "campaign.bad-date", 15),
    ("reference_date: 2025-12-31", "reference_date: 2025-13", "campaign.bad-date", 15),
    ("reference_date: 2025-12-31", "reference_date: 25", "campaign.bad-date", 15),
    ("folder: sortie", "folder: sortie, date: 2026-02-30", "campaign.bad-date", 28),
    ("annex: [c2s]", "valid: { from: 2026 }", "campaign.bad-date", 7),
    ("unit: person", "unit: personne", "campaign.unknown-value", 16),
    ("unit: person", "unit: count", "campaign.missing-key", 13),
    ("crs: EPSG:2154", "crs: Lambert", "campaign.unknown-system", 17),
    ("x: X, ", "", "campaign.missing-key", 17),
    ("position:", "iris: CODE\n    position:", "campaign.several-routes", 18),
    (
      "position: { x: X, y: Y, crs: EPSG:2154 }", "address: { city: VILLE }",
      "campaign.address-without-street", 17
    ),
    (
      "position: { x: X, y: Y, crs: EPSG:2154 }", "address: { street: VOIE, city: VILLE }",
      "campaign.addresses-missing", 9
    ),
    (
      "position: { x: X, y: Y, crs: EPSG:2154 }", "address: { street: VOIE, in_commune: 21931 }",
      "campaign.unquoted-code", 17
    ),
    (
      "position: { x: X, y: Y, crs: EPSG:2154 }", "address: { street: VOIE }\n    apportion: poids",
      "campaign.unknown-value", 18
    ),
    ("outputs:", "quality: { placed: 95 }\noutputs:", "campaign.bad-share", 27),
    ("numerator: c2s", "numerator: c2ss", "campaign.unknown-value", 22),
    ("numerator: c2s", "numerator: c2s\n    where: { age: [\"0\"] }", "campaign.unknown-value", 23),
    ("method: wilson", "method: wald", "campaign.unknown-value", 25),
    ("per: 100", "per: beaucoup", "campaign.wrong-type", 24),
    ("id: tx_c2s", "id: TX-C2S", "campaign.bad-identifier", 20),
    ("annex: [c2s]", "annex: [ald]", "campaign.outside-annex", 20),
    ("threshold: 11", "threshold: 1", "campaign.threshold-too-low", 26),
    ("formats: [geojson, csv]", "formats: [shapefile]", "campaign.unknown-value", 27),
    ("sources:\n", "source:\n", "campaign.unknown-key", 13),
    ("per: 100", "per: 100\n    per: 10", "campaign.repeated-key", 24),
    ("version: 1", "version: [", "campaign.not-yaml", 2),
  ])
  func `each mistake is told with its line`(
    old: String, new: String, code: String, line: Int
  ) throws {
    let text = Self.good.replacing(old, with: new, maxReplacements: 1)
    try #require(text != Self.good)
    var told: [Problem] = []
    do {
      let (campaign, problems) = try read(text)
      #expect(campaign == nil)
      told = problems.groups.flatMap(\.first)
    } catch { told = [try #require(error as? Problem)] }
    let matching = told.first { $0.code == code }
    #expect(matching != nil, "told instead: \(told.map(\.code))")
    #expect(matching?.place.line.map { abs($0 - line) <= 1 } == true, "\(told)")
  }

  @Test func `an address is read part by part`() throws {
    let folder = TemporaryFolder()
    let text = Self.good.replacing(
      "position: { x: X, y: Y, crs: EPSG:2154 }",
      with: "address: { street: VOIE, number: [N, BIS], city: VILLE }\n    apportion: weights"
    ).replacing(
      "  population:",
      with: "  addresses: { files: [ban.csv], edition: \"BAN 2026-07\" }\n  population:")
    let (read, problems) = try CampaignReader.read(
      folder.write(text + "quality: { placed: 0.95 }\n", to: "campagne.yml"))
    let campaign = try #require(read, "\(problems)")
    guard case .address(let route) = try #require(campaign.sources.first).layout.route else {
      Issue.record("an address route")
      return
    }
    #expect(route.columns.names == ["N", "BIS", "VOIE", "VILLE"])
    #expect(route.isApportioned)
    #expect(campaign.leastPlaced == 0.95)
    #expect(campaign.references.addresses?.files.sources.addresses == [folder.path("ban.csv")])
    #expect(campaign.references.addresses?.files.contours == folder.path("iris.gpkg"))
    #expect(campaign.sources.first?.layout.columns == ["N", "BIS", "VOIE", "VILLE", "SEXE"])
  }

  @Test func `an address base that nobody needs is told`() throws {
    let text = Self.good.replacing(
      "  population:", with: "  addresses: { files: [ban.csv], edition: BAN }\n  population:")
    let (campaign, problems) = try read(text)
    #expect(campaign != nil)
    #expect(problems.count(of: "campaign.addresses-unused") == 1)
  }

  @Test func `the nearest legal key is offered`() throws {
    let (_, problems) = try read(Self.good.replacing("threshold: 11", with: "treshold: 11"))
    #expect(problems.description.contains("écrire « threshold » ?"))
  }

  @Test func `all mistakes are told at once`() throws {
    let text = Self.good.replacing("owner", with: "ownr").replacing("per: 100", with: "per: x")
    let (_, problems) = try read(text)
    #expect(problems.count(of: "campaign.unknown-key") == 1)
    #expect(problems.count(of: "campaign.missing-key") == 1)
    #expect(problems.count(of: "campaign.wrong-type") == 1)
  }
}
