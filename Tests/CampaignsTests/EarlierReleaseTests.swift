import Glibc
import Stages
import TestSupport
import Testing

@testable import Campaigns

/// Which earlier releases may be drawn beside new figures, and where those are written.
@Suite struct EarlierReleaseTests {
  @Test(arguments: [
    (Audience.public, Audience.public, true), (.public, .group, true), (.partners, .group, true),
    (.partners, .public, false), (.group, .partners, false), (.group, .group, true),
  ])
  func `only those see last year's figures who could see them then`(
    then: Audience, now: Audience, isShown: Bool
  ) {
    let before = LedgerContext(audience: then, edition: "2024", mention: "m")
    #expect(
      before.mayStand(beside: LedgerContext(audience: now, edition: "2024", mention: "m"))
        == isShown)
    #expect(!before.mayStand(beside: LedgerContext(audience: now, edition: "2025", mention: "m")))
    #expect(!before.mayStand(beside: LedgerContext(audience: now, edition: "2024", mention: "n")))
  }

  @Test func `last year is in the portraits of this year, where the ledger says who has it`() throws
  {
    let threshold = "disclosure: { threshold: 11"
    let world = StageWorld([(threshold, threshold + ", ledger: registre")]).submitted()
    #expect(world.publish("partners", accord: nil).status == 0)
    let entry = try #require(listFolder(world.folder.path("registre")).first)
    world.edit([
      ("reference_date: \"2025-12-31\"", "reference_date: \"2026-12-31\""),
      ("campaign: essai-2026", "campaign: essai-2027"), ("folder: sortie", "folder: sortie-2027"),
    ])
    let atlas = "sortie-2027/current/atlas"
    #expect(world.run("run", day: 290).status == 0)
    #expect(world.text("\(atlas)/p-219310101.html").contains("Situation précédente : 31/12/2025"))
    #expect(world.text("\(atlas)/planches.html").contains("Évolution, du 31/12/2025 au 31/12/2026"))
    unlink(world.folder.path("registre/\(entry)/contexte.json"))
    world.edit([("date: \"2026-07-01\"", "date: \"2026-07-02\"")])
    #expect(world.run("run", day: 291).status == 0)
    #expect(!world.text("\(atlas)/p-219310101.html").contains("Situation précédente"))
  }

  @Test func `an output in a Git checkout is told`() {
    let world = StageWorld()
    #expect(!world.run("run").messages.contains("campaign.inside-checkout"))
    mkdir(world.folder.path(".git"), 0o755)
    let run = world.run("run")
    #expect(run.status == 0 && run.messages.contains("[campaign.inside-checkout]"))
  }
}
