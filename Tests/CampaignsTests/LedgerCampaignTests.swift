import Diagnostics
import Disclosure
import Glibc
import TestSupport
import Testing

@testable import Campaigns

/// Several releases are one disclosure problem.
@Suite struct LedgerCampaignTests {
  /// 5 men in the second IRIS; the third has the fewest women, the fourth the fewest men.
  private let crowds = [
    FourIrisWorld.Crowd(x: 1, y: 1, women: 90, men: 60), .init(x: 8, y: 1, women: 60, men: 5),
    .init(x: 1, y: 7, women: 30, men: 39), .init(x: 8, y: 8, women: 45, men: 30),
  ]

  private func indicators(_ part: String, _ label: String) -> String {
    """
    indicators:
      - { id: tous, title: Tous, numerator: c2s }
      - { id: \(part), title: Partie, numerator: c2s, where: { sexe: \(label) } }
    """
  }

  private func campaign(
    in world: FourIrisWorld, _ sections: String, ledger: Bool, folder: String = "sortie"
  ) -> String {
    let text = FourIrisWorld.campaign(
      sections, "threshold: 11" + (ledger ? ", ledger: registre" : ""))
    return world.folder.write(
      text.replacing("folder: sortie", with: "folder: \(folder)"), to: "c.yml")
  }

  /// Publishes the men into the ledger, as `maille publish` does.
  private func world(_ crowds: [FourIrisWorld.Crowd]? = nil) throws -> FourIrisWorld {
    let world = FourIrisWorld(crowds ?? self.crowds)
    let path = campaign(
      in: world, indicators("hommes", "H"), ledger: false, folder: "avant")
    mkdir(world.folder.path("registre"), 0o755)
    var run = CampaignRun(
      try #require(try CampaignReader.read(path).0), progress: SilentProgress())
    let version = try #require(try run.publish(at: RunMoment.now).version)
    rename(world.folder.path("avant/versions/\(version)"), world.folder.path("registre/2025"))
    world.folder.write(try #require(run.released).archived, to: "registre/2025/diffusion.json")
    return world
  }

  private func withheld(_ world: FourIrisWorld, _ column: String) -> [Bool] {
    world.table("essai.csv").map { $0["\(column)_st"] == "c" }
  }

  @Test func `the women of this year would give last year's men away`() throws {
    let world = try world()
    _ = campaign(in: world, indicators("femmes", "F"), ledger: false)
    #expect(world.run("run", "c.yml").status == 0)
    #expect(world.run("audit", "sortie").status == 0)
    let audit = world.run("audit", "sortie", "--ledger", "registre")
    #expect(audit.status == 4 && audit.messages.contains("audit.exact"))
  }

  @Test func `a run that knows the ledger hides what must be hidden together`() throws {
    let world = try world()
    _ = campaign(in: world, indicators("femmes", "F"), ledger: true)
    let run = world.run("run", "c.yml")
    #expect(run.status == 0, "\(run.messages)")
    #expect(withheld(world, "femmes") == [false, true, false, true])
    #expect(world.run("audit", "sortie", "--ledger", "registre").status == 0)
    let certificate = String(
      decoding: world.folder.read("sortie/current/certificat.txt") ?? [], as: UTF8.self)
    #expect(certificate.contains("avec 1 antérieure"))
  }

  @Test func `without the archive the attacker still refuses`() throws {
    let world = try world()
    unlink(world.folder.path("registre/2025/diffusion.json"))
    _ = campaign(in: world, indicators("femmes", "F"), ledger: true)
    let run = world.run("run", "c.yml")
    #expect(run.status == 4 && run.messages.contains("campaign.no-archive"))
    #expect(listFolder(world.folder.path("sortie/versions")) == [])
    #expect(listFolder(world.folder.path("sortie/current")) == [])
  }

  /// The same ground under the name of another commune.
  @Test func `the ledger of another campaign is told`() throws {
    let world = try world()
    let map = String(decoding: world.folder.read("iris.geojson") ?? [], as: UTF8.self)
    world.folder.write(map.replacing("21931", with: "21999"), to: "iris.geojson")
    let path = campaign(in: world, indicators("hommes", "H"), ledger: true)
    let text = String(decoding: readFile(path) ?? [], as: UTF8.self)
    world.folder.write(text.replacing("21931", with: "21999"), to: "c.yml")
    let run = world.run("run", "c.yml")
    #expect(
      run.status == 0 && run.messages.contains("[campaign.other-territory]"), "\(run.messages)")
  }

  @Test func `a first year has no ledger yet`() {
    let world = FourIrisWorld(crowds)
    _ = campaign(in: world, indicators("femmes", "F"), ledger: true)
    let run = world.run("run", "c.yml")
    #expect(run.status == 0 && run.messages.contains("campaign.no-ledger"))
  }

  /// The first IRIS is cut in two: what last year hid beside the small one must stay hidden.
  @Test func `redrawn IRIS are protected with last year's`() throws {
    let world = try world()
    try cutFirstIris(in: world)
    world.write(crowds + [.init(x: 3, y: 2, women: 0, men: 0)])
    _ = campaign(in: world, indicators("hommes", "H"), ledger: true)
    let run = world.run("run", "c.yml")
    #expect(run.status == 0, "\(run.messages)")
    #expect(world.run("audit", "sortie", "--ledger", "registre").status == 0)
    let rows = world.table("essai.csv")
    #expect(rows.map { $0["hommes_st"] == "c" } == [false, true, false, false, true])
  }

  /// Last year 60 men of the first IRIS were shown, of whom 4 live in its western half: the eastern one,
  /// though large, must go with it.
  @Test func `last year's whole does not give away a half of this year`() throws {
    let halves = [FourIrisWorld.Crowd(x: 1, y: 1, women: 40, men: 4)]
    let world = try world(
      halves + [.init(x: 3, y: 1, women: 50, men: 56)] + crowds.dropFirst())
    try cutFirstIris(in: world)
    _ = campaign(in: world, indicators("hommes", "H"), ledger: true)
    let run = world.run("run", "c.yml")
    #expect(run.status == 0, "\(run.messages)")
    #expect(world.run("audit", "sortie", "--ledger", "registre").status == 0)
    #expect(withheld(world, "hommes") == [true, true, true, false, true])
  }

  private func cutFirstIris(in world: FourIrisWorld) throws {
    let map = String(decoding: world.folder.read("iris.geojson") ?? [], as: UTF8.self)
    let old =
      "[[[[850000, 6700000], [850500, 6700000], [850500, 6700500], [850000, 6700500], [850000, 6700000]]]]"
    let west =
      "[[[[850000, 6700000], [850200, 6700000], [850200, 6700500], [850000, 6700500], [850000, 6700000]]]]"
    let east =
      "[[[[850200, 6700000], [850500, 6700000], [850500, 6700500], [850200, 6700500], [850200, 6700000]]]]"
    let feature = map.firstRange(of: "{\"type\": \"Feature\"").map { start in
      map[start.lowerBound...].prefix(
        upTo: map.firstRange(of: ", {\"type\": \"Feature\"")?.lowerBound ?? map.endIndex)
    }
    let copy = String(try #require(feature))
    let second = copy.replacing(old, with: east).replacing("\"219310101\"", with: "\"219310103\"")
      .replacing("\"0101\"", with: "\"0103\"")
    let redrawn = map.replacing(copy, with: copy.replacing(old, with: west) + ", " + second)
    #expect(redrawn != map)
    world.folder.write(redrawn, to: "iris.geojson")
  }
}
