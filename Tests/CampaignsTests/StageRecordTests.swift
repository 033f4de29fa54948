import Glibc
import TestSupport
import Testing

/// What the output folder keeps: the same again for the same, and signs of every touch.
@Suite struct StageRecordTests {
  @Test func `the same again writes nothing and says so`() {
    let world = StageWorld()
    world.run("run", day: 200)
    let (journal, before) = (world.journal, world.current)
    let again = world.run("run", day: 201)
    #expect(again.output.contains("inchangé"))
    #expect(world.journal == journal && world.current == before)
    for _ in 0..<2 { #expect(world.run("submit", day: 202).status == 0) }
    #expect(world.stages == ["received", "computed", "submitted"])
    // figures that are with the group are not taken from it by the same run
    #expect(world.run("run", day: 203).output.contains("inchangé"))
    #expect(world.run("verify").output.contains("soumis"))
    world.comment()
    for _ in 0..<2 { #expect(world.publish().status == 0) }
    #expect(world.stages.count == 5)
    #expect(world.publish("group", accord: nil).status == 0)
    #expect(world.stages.last == "published" && world.stages.count == 6)
    #expect(world.run("verify").status == 0)
  }

  /// The key is the campaign's; everything else is the day's doing.
  @Test func `two runs give the same bytes but for the declared time`() throws {
    let worlds = [StageWorld(), StageWorld()]
    worlds[0].run("run", day: 200)
    for path in [".maille", ".maille/essai-2026"] { mkdir(worlds[1].folder.path(path), 0o700) }
    let key = ".maille/essai-2026/key"
    worlds[1].folder.write(try #require(worlds[0].folder.read(key)), to: key)
    worlds[1].run("run", day: 210)
    #expect(worlds[0].versions == worlds[1].versions)
    let (first, second) = (worlds[0].current, worlds[1].current)
    let different = first.keys.filter { first[$0] != second[$0] }.sorted()
    #expect(different == ["manifest.json", "ro-crate-metadata.json"])
    let undated = { (files: [String: [UInt8]], day: String) in
      // the seal and the tie to the journal follow from the day
      String(decoding: files["manifest.json"] ?? [], as: UTF8.self)
        .replacing(day, with: "JOUR").split(separator: ",")
        .filter { !$0.contains("\"seal\"") && !$0.contains("\"previous\"") }
    }
    #expect(undated(first, "2026-07-19") == undated(second, "2026-07-29"))
  }

  @Test func `the work folder is its owner's alone`() {
    let world = StageWorld()
    world.run("run")
    for (path, mode) in [
      (".maille/essai-2026", 0o700), (".maille/essai-2026/key", 0o600),
      (".maille/essai-2026/releases", 0o700),
    ] as [(String, mode_t)] {
      var status = stat()
      #expect(
        stat(world.folder.path(path), &status) == 0 && status.st_mode & 0o777 == mode, "\(path)")
    }
  }

  /// Lines left of a journal of five, from 0; an edit turns one word of a line.
  @Test(arguments: [[0, 1, 2, 3], [0, 1, 2, 4], [1, 2, 3, 4], [0, 2, 1, 3, 4], []])
  func `a removed or moved step shows, the last one too`(left: [Int]) {
    let world = StageWorld().submitted()
    #expect(world.publish().status == 0)
    let lines = world.journal
    world.folder.write(left.map { lines[$0] + "\n" }.joined(), to: "sortie/journal.jsonl")
    #expect(world.run("verify").status == 4)
  }

  @Test func `an edited step stops every command`() {
    let world = StageWorld().submitted()
    let text = world.text("sortie/journal.jsonl")
    world.folder.write(
      text.replacing("\"submitted\"", with: "\"published\""), to: "sortie/journal.jsonl")
    for run in [world.run("verify"), world.run("run"), world.run("submit"), world.publish()] {
      #expect(run.status == 4)
      #expect(run.messages.contains("[stages.journal-edited]"), "\(run.messages)")
    }
  }

  @Test func `a manifest edited by hand shows, and nothing is made of it`() {
    let world = StageWorld().submitted()
    let text = world.text("sortie/current/manifest.json")
    world.folder.write(
      text.replacing("\"threshold\":11", with: "\"threshold\":5"),
      to: "sortie/current/manifest.json")
    #expect(world.run("verify").messages.contains("[manifests.edited]"))
    #expect(world.publish().status == 4)
  }

  @Test func `a file of a version that was changed shows`() {
    let world = StageWorld().submitted()
    let name = "sortie/current/essai-2026.csv"
    world.folder.write(world.text(name).replacing("c2s", with: "C2S"), to: name)
    let run = world.run("verify")
    #expect(run.status == 4 && run.messages.contains("[manifests.changed-file]"))
  }

  @Test func `an output folder of another campaign is refused`() {
    let world = StageWorld()
    world.run("run")
    world.edit([("campaign: essai-2026", "campaign: autre-2026")])
    #expect(world.run("run").messages.contains("[stages.other-campaign]"))
    #expect(world.text("sortie/current/essai-2026.csv") != "")
  }

  @Test func `a clock that went backwards stops for the time being`() {
    let world = StageWorld()
    world.run("run", day: 200)
    let run = world.run("submit", day: 199)
    #expect(run.status == 75)
    #expect(run.messages.contains("[stages.clock-backwards]"))
    #expect(world.stages.count == 2)
  }

  /// As a run leaves it that was killed after its folder had its name, or after its line was written.
  @Test func `a run ended between two steps is mended by the next one`() {
    let world = StageWorld()
    world.run("run", day: 200)
    let (version, journal) = (world.versions, world.journal)
    unlink(world.folder.path("sortie/current"))
    #expect(world.run("verify").status == 4)
    world.run("run", day: 201)
    #expect(world.run("verify").status == 0)
    #expect(world.journal == journal)
    unlink(world.folder.path("sortie/current"))
    unlink(world.folder.path("sortie/journal.jsonl"))
    world.run("run", day: 202)
    #expect(world.run("verify").status == 0)
    #expect(world.versions == version && world.stages == ["received", "computed"])
  }

  @Test func `a publication enters the ledger once, with what attacker and suppressor read`() throws
  {
    let threshold = "disclosure: { threshold: 11"
    let world = StageWorld([(threshold, threshold + ", ledger: registre")]).submitted()
    #expect(world.publish("group", accord: nil).status == 0)
    #expect(world.publish("public").status == 0)
    let entries = listFolder(world.folder.path("registre"))
    let entry = try #require(entries.first)
    #expect(entries.count == 1 && entry.hasPrefix("essai-2026-"))
    let names = listFolder(world.folder.path("registre/\(entry)"))
    #expect(Set(names).isSuperset(of: ["diffusion.json", "essai-2026.csv", "essai-2026.geojson"]))
    // the widest audience that has the figures
    #expect(
      world.text("registre/\(entry)/contexte.json").contains(
        "{\"audience\":\"public\",\"edition\":"))
    // the same figures again contradict nothing, and take nothing from the public
    #expect(world.run("run", day: 290).output.contains("inchangé"))
    #expect(world.run("verify").output.contains("stade : publié, public"))
  }

  @Test func `contours that changed since are not drawn with the figures of before`() {
    let world = StageWorld().submitted()
    world.folder.write(world.text("iris.geojson") + "\n", to: "iris.geojson")
    let run = world.publish()
    #expect(run.status == 6 && run.messages.contains("[campaign.contours-changed]"))
  }

  @Test func `an archive that is gone or damaged is told`() throws {
    for damaged in [false, true] {
      let world = StageWorld().submitted()
      let folder = ".maille/essai-2026/releases"
      let name = try #require(listFolder(world.folder.path(folder)).first)
      if damaged {
        world.folder.write("{}", to: "\(folder)/\(name)")
      } else {
        unlink(world.folder.path("\(folder)/\(name)"))
      }
      #expect(world.publish().status == (damaged ? 4 : 7))
    }
  }
}
