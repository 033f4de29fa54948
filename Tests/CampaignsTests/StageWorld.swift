import Glibc
import TestSupport

/// A small campaign with an agreement, walked through its stages by the command.
struct StageWorld {
  let folder = TemporaryFolder()
  private let maille = Command("maille")

  /// - Parameters:
  ///   - changes: old and new texts of the campaign's file
  init(_ changes: [(String, String)] = []) {
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    edit(
      [
        ("  annex: [c2s]", "  valid: { from: 2026-01-01, to: 2026-12-31 }\n  annex: [c2s]"),
        ("formats: [geojson, csv]", "formats: [geojson, csv, datapackage, atlas]"),
        // the moment of the tests is SOURCE_DATE_EPOCH, which would date the files too
        ("folder: sortie", "date: \"2026-07-01\", folder: sortie"),
      ] + changes)
  }

  /// Changes the campaign's file.
  func edit(_ changes: [(String, String)]) {
    var text = text("campagne.yml")
    for (old, new) in changes {
      precondition(text.contains(old), "\(old) is in the campaign")
      text = text.replacing(old, with: new)
    }
    folder.write(text, to: "campagne.yml")
  }

  /// The group's comment and minutes.
  func comment(_ words: String = "Le nord est jeune.", minutes: String = "Réunion du 12 octobre.") {
    mkdir(folder.path("comments"), 0o755)
    folder.write("auteur: groupe\n\n\(words)\n", to: "comments/tx_c2s.md")
    folder.write(minutes, to: "compte-rendu.txt")
  }

  /// Runs a verb on the campaign.
  ///
  /// - Parameters:
  ///   - day: of 2026, from 1 January
  @discardableResult
  func run(_ verb: String, _ options: [String] = [], day: Int = 280) -> CommandRun {
    let path = verb == "verify" ? "sortie" : "campagne.yml"
    return maille.run(
      [verb, path] + options, in: folder.path,
      environment: ["SOURCE_DATE_EPOCH=\(1_767_225_600 + (day - 1) * 86_400)"])
  }

  /// Publishes for everybody, as it should be done.
  @discardableResult
  func publish(_ audience: String = "public", accord: String? = "lettre 12", day: Int = 285)
    -> CommandRun
  {
    let reference = accord.map { ["--accord", $0] } ?? []
    return run(
      "publish", ["--audience", audience, "--minutes", "compte-rendu.txt"] + reference, day: day)
  }

  /// From the files to what the group has.
  func submitted() -> Self {
    run("run")
    run("submit")
    comment()
    return self
  }

  func text(_ name: String) -> String { String(decoding: folder.read(name) ?? [], as: UTF8.self) }

  var journal: [Substring] { text("sortie/journal.jsonl").split(separator: "\n") }

  /// The stages of the journal, in order.
  var stages: [String] {
    journal.map { line in
      line.pieces(from: "\"stage\":\"", to: "\",").first.map { String($0.dropFirst(9)) } ?? ""
    }
  }

  var versions: [String] { listFolder(folder.path("sortie/versions")) }

  /// Everything that a version shows, by name.
  var current: [String: [UInt8]] { files("sortie/current", "") }

  /// Everything in the world but the lock, by name.
  var everything: [String: [UInt8]] { files(".", "") }

  private func files(_ path: String, _ prefix: String) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in listFolder(folder.path(path)) {
      if listFolder(folder.path("\(path)/\(name)")).isEmpty {
        found[prefix + name] = folder.read("\(path)/\(name)")
      } else {
        found.merge(files("\(path)/\(name)", "\(prefix)\(name)/")) { first, _ in first }
      }
    }
    return found
  }
}
