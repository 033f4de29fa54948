import Glibc
import TestSupport
import Testing

/// The journal is sealed by who holds the campaign; elsewhere that is said.
@Suite struct SealTests {
  private let folder = "sortie/journal.jsonl"

  /// The journal written anew from its first line, every hash right, by somebody without the key.
  private func forge(_ world: StageWorld) {
    let script = """
      import hashlib, json, sys
      path = sys.argv[1]
      previous, out = "0" * 64, []
      for line in open(path, encoding="utf-8"):
          entry = json.loads(line)
          entry["by"], entry["previous"] = "quelqu’un", previous
          seal = entry.pop("seal", None)
          entry.pop("hash")
          text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
          previous = entry["hash"] = hashlib.sha256(text.encode()).hexdigest()
          if seal: entry["seal"] = seal
          out.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))
      open(path, "w", encoding="utf-8").write("\\n".join(out) + "\\n")
      """
    _ = output(of: "python3", ["-c", script, world.folder.path(folder)])
  }

  @Test func `a journal that somebody writes anew is told to who has the key`() throws {
    let world = StageWorld().submitted()
    #expect(world.run("verify").output.contains("journal de 3 étapes, scellé"))
    let lines = world.journal
    forge(world)
    try #require(world.journal.count == lines.count && world.journal != lines)
    let verified = world.run("verify")
    #expect(verified.status == 4)
    #expect(verified.messages.contains("[stages.seal-broken]"))
    for run in [world.publish(), world.run("run"), world.run("submit")] {
      #expect(run.status == 4 && run.messages.contains("[stages.seal-broken]"), "\(run.messages)")
    }
  }

  @Test func `carried elsewhere, the seal is said not to be looked at`() throws {
    let world = StageWorld().submitted()
    let other = TemporaryFolder()
    _ = output(of: "cp", ["-a", world.folder.path("sortie"), other.path("")])
    let verified = Command("maille").run(["verify", "sortie"], in: other.path)
    #expect(verified.status == 0, "\(verified.messages)")
    #expect(verified.output.contains("sceau non contrôlé (la clé de la campagne n’est pas ici)"))
    let version = try #require(listFolder(other.path("sortie/versions")).first)
    _ = output(of: "cp", ["-a", other.path("sortie/versions/\(version)"), other.path("remis")])
    let alone = Command("maille").run(["verify", "remis"], in: other.path)
    #expect(alone.output.contains("sans journal ici"), "\(alone.output)")
  }

  @Test func `a key that was lost is made again, and stands for the lines before it`() {
    let world = StageWorld().submitted()
    _ = output(of: "rm", ["-r", world.folder.path(".maille")])
    #expect(world.run("verify").output.contains("sceau non contrôlé"))
    #expect(world.run("run", ["--sans-cache"]).status == 0)
    #expect(world.publish().status == 0)
    let verified = world.run("verify")
    #expect(verified.status == 0, "\(verified.messages)")
    #expect(verified.output.contains("scellé depuis l’étape 4"))
  }

  @Test func `a purge deletes the key of the rows and leaves the seal`() {
    let world = StageWorld().submitted()
    #expect(world.run("purge", ["--maintenant"]).status == 0)
    #expect(world.folder.read(".maille/essai-2026/key") == nil)
    #expect(world.run("verify").output.contains(", scellé"))
    #expect(world.publish().status == 0)
    #expect(world.run("verify").output.contains(", scellé"))
  }
}
