import Glibc
import TestSupport
import Testing

/// `run`, `submit`, `publish` and `verify`, one after the other, as the agreement wants them.
@Suite struct StageCommandTests {
  private let stamp = "DOCUMENT DE TRAVAIL"

  @Test func `figures go from files to everybody, and every step verifies`() {
    let world = StageWorld()
    #expect(world.run("run").status == 0)
    #expect(world.stages == ["received", "computed"])
    #expect(world.run("verify").output.contains("stade : calculé, journal de 2 étapes"))
    #expect(world.run("submit").status == 0)
    #expect(world.run("verify").output.contains("stade : soumis à l’analyse partagée"))
    #expect(world.text("sortie/current/atlas/index.html").contains(stamp))
    #expect(world.text("sortie/current/groupe/atlas/index.html").contains(stamp))
    world.comment()
    let published = world.publish()
    #expect(published.status == 0, "\(published.messages)")
    #expect(world.stages == ["received", "computed", "submitted", "commented", "published"])
    #expect(!world.text("sortie/current/atlas/index.html").contains(stamp))
    #expect(world.text("sortie/current/atlas/i-tx_c2s.html").contains("Le nord est jeune."))
    let verified = world.run("verify")
    #expect(verified.status == 0, "\(verified.messages)")
    #expect(verified.output.contains("stade : publié, public, avec l’accord du propriétaire"))
    // what the group was given stays, what was only computed goes
    #expect(world.versions.count == 2)
  }

  @Test(arguments: [
    ("group", "NON_PUBLIC", "réservé au groupe"),
    ("partners", "RESTRICTED", "réservé aux partenaires"),
    ("public", "PUBLIC", "public, avec l’accord du propriétaire des données (accord : lettre 12)"),
  ])
  func `the files say who may have them`(audience: String, right: String, words: String) {
    let world = StageWorld().submitted()
    #expect(world.text("sortie/current/LISEZMOI.txt").contains("document de travail"))
    #expect(world.publish(audience, accord: audience == "public" ? "lettre 12" : nil).status == 0)
    #expect(world.text("sortie/current/LISEZMOI.txt").contains(words))
    #expect(world.text("sortie/current/dcat.jsonld").contains("access-right/\(right)\""))
    #expect(world.text("sortie/current/manifest.json").contains("\"audience\":\"\(audience)\""))
  }

  /// What is spoilt, the audience, the accord and the refusal that follows.
  @Test(
    arguments: [
      ("nothing submitted", "group", nil, "stages.not-submitted"),
      ("no minutes", "group", nil, "stages.minutes-missing"),
      ("empty minutes", "group", nil, "stages.minutes-empty"),
      ("minutes as they were handed out", "group", nil, "stages.minutes-empty"),
      ("no comment", "group", nil, "stages.uncommented"),
      ("a comment with nothing but its head", "group", nil, "stages.uncommented"),
      ("nothing", "public", nil, "stages.accord-missing"),
      ("expired", "partners", nil, "stages.expired"),
      ("no dates", "partners", nil, "stages.validity-unknown"),
      ("other figures", "group", nil, "stages.changed-since-submission"),
      ("no annex", "public", "lettre 12", "stages.annex-unknown"),
    ] as [(String, String, String?, String)])
  func `what the agreement does not allow ends in exit code 7 and changes nothing`(
    spoilt: String, audience: String, accord: String?, code: String
  ) {
    let world = StageWorld()
    world.run("run")
    if spoilt != "nothing submitted" { world.run("submit") }
    world.comment()
    spoil(world, spoilt)
    let (journal, before) = (world.journal, world.current)
    let refused = world.publish(audience, accord: accord, day: spoilt == "expired" ? 400 : 285)
    #expect(refused.status == 7, "\(refused.messages)")
    #expect(refused.messages.contains("[\(code)]"), "\(refused.messages)")
    #expect(refused.messages.pieces(from: "[stages.", to: "]").count == 1)
    #expect(world.journal == journal && world.current == before)
  }

  private func spoil(_ world: StageWorld, _ how: String) {
    switch how {
    case "no minutes": unlink(world.folder.path("compte-rendu.txt"))
    case "empty minutes": world.comment(minutes: " \n\t")
    case "minutes as they were handed out":
      world.folder.write(
        world.text("sortie/current/groupe/compte-rendu.md"), to: "compte-rendu.txt")
    case "no comment": unlink(world.folder.path("comments/tx_c2s.md"))
    case "a comment with nothing but its head": world.comment(" ")
    case "no dates": world.edit([("  valid: { from: 2026-01-01, to: 2026-12-31 }\n", "")])
    case "no annex": world.edit([("  annex: [c2s]\n", "")])
    case "other figures":
      // everybody twice
      let rows = world.folder.read("c2s.csv") ?? []
      world.folder.write(rows + rows.drop { $0 != 0x0A }.dropFirst(), to: "c2s.csv")
      #expect(world.run("run").status == 0)
    default: break
    }
  }

  @Test func `an indicator outside the annex is refused by name before anything is read`() {
    let world = StageWorld([("annex: [c2s]", "annex: [ald]")])
    let run = world.run("run")
    #expect(run.status == 7)
    #expect(run.messages.contains("tx_c2s") && run.messages.contains("[campaign.outside-annex]"))
  }

  @Test func `a rehearsal says yes or no and writes nothing`() {
    let world = StageWorld()
    world.run("run")
    let (journal, versions) = (world.journal, world.versions)
    #expect(world.run("submit", ["--dry-run"]).output.contains("possible"))
    world.comment()
    let options = ["--audience", "groupe", "--minutes", "compte-rendu.txt", "--a-blanc"]
    #expect(world.run("publish", options).status == 7)
    #expect(world.journal == journal && world.versions == versions)
  }

  @Test func `a missed window and an expired agreement are told by the run, which goes on`() {
    let window = "  collection: { from: 2026-06-01, to: 2026-09-30 }\n  annex: [c2s]"
    let world = StageWorld([("  annex: [c2s]", window)])
    let run = world.run("run", day: 400)
    #expect(run.status == 0)
    #expect(run.messages.contains("[stages.outside-collection]"))
    #expect(run.messages.contains("[stages.not-valid-today]"))
    // files seen in time stay in time, whenever they are computed again
    let inTime = StageWorld([("  annex: [c2s]", window)])
    #expect(!inTime.run("run", day: 200).messages.contains("[stages."))
    #expect(!inTime.run("run", day: 300).messages.contains("[stages.outside-collection]"))
  }

  @Test func `minutes are named by their hash and never copied`() {
    let world = StageWorld().submitted()
    world.comment(minutes: "TÉMOIN-DU-COMPTE-RENDU")
    #expect(world.publish().status == 0)
    let said = world.current.filter {
      String(decoding: $0.value, as: UTF8.self).contains("TÉMOIN-DU")
    }
    #expect(said.map(\.key) == [])
    #expect(world.text("sortie/current/manifest.json").contains("\"role\":\"minutes\""))
  }

  /// Judged by `python3`'s own reader.
  @Test func `the group's package is one file that others open, the same each time`() throws {
    let worlds = [StageWorld(), StageWorld()]
    for world in worlds {
      world.run("run")
      #expect(world.run("submit").status == 0)
    }
    let name = "sortie/current/essai-2026-groupe.zip"
    #expect(worlds[0].folder.read(name) != nil)
    #expect(worlds[0].folder.read(name) == worlds[1].folder.read(name))
    let script =
      "import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip());"
      + "[print(n) for n in z.namelist() if not '/atlas/' in n]"
    guard let run = output(of: "python3", ["-c", script, worlds[0].folder.path(name)]) else {
      return
    }
    let top = "essai-2026-groupe/"
    #expect(
      run.output.split(separator: "\n").map(String.init) == [
        "None", top + "LISEZMOI.txt", top + "commentaires/tx_c2s.md", top + "compte-rendu.md",
      ], "\(run.messages)")
  }
}
