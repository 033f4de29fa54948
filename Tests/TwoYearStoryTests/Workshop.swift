import Diagnostics
import Glibc
import Stages
import TestSupport
import Testing

/// The folder of an observatory: what partners, producers and the group bring into it, and what the
/// command makes of it on some day.
struct Workshop {
  let folder = TemporaryFolder()
  private let command = Command("maille")

  /// The first year's files: the invented town, an agreement kept from year to year, and a partner
  /// who is slow to follow new IRIS.
  init() {
    folder.copy("\(projectFolder)/Geodata", to: "2026")
    edit(
      "2026/campagne.yml",
      [
        ("disclosure: { threshold: 11 }", "disclosure: { threshold: 11, ledger: ../registre }"),
        ("[geojson, csv, xlsx, gpkg, datapackage, atlas]", "[geojson, csv, atlas]"),
        (
          "vintage: RP2022 }",
          "vintage: RP2022 }\n  crosswalks: [{ edition: \"IRIS inventés 2024\", file: contours-iris-inventes.gpkg }]"
        ),
        ("iris: [dc, iris]", "iris: [dc, iris]\n    edition: \"IRIS inventés 2024\""),
        (
          "postcode: CP, city: VILLE }",
          "postcode: CP, city: VILLE }\n    decisions: ../decisions.csv"
        ),
      ])
    folder.write(
      "voie;commune;lignes;proposition_1;proposition_2;proposition_3;decision\n",
      to: "decisions.csv")
  }

  /// Runs a line of the command on a day.
  func run(_ line: String, on day: String) -> CommandRun {
    let moment = Moment("\(day)T08:00:00Z")?.seconds ?? 0
    return command.run(
      Array(Self.words(of: line).dropFirst()), in: folder.path,
      environment: ["SOURCE_DATE_EPOCH=\(moment)", "MAILLE_REFERENCES=\(folder.path("b"))"])
  }

  /// Words of a line, those between quotes as one.
  private static func words(of line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
      index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }

  /// Changes every place of some texts in a file.
  func edit(_ name: String, _ changes: [(String, String)]) {
    var text = text(name)
    for (old, new) in changes {
      precondition(text.contains(old), "« \(old) » is in \(name)")
      text = text.replacing(old, with: new)
    }
    folder.write(text, to: name)
  }

  /// The group has met: a comment on each indicator, and minutes.
  func meet(_ year: String) {
    mkdir(folder.path("\(year)/comments"), 0o755)
    for id in ["tx_c2s", "tx_c2s_g", "tx_dem", "nb_dem", "tx_alloc", "tx_mono"] {
      folder.write(
        "auteur: groupe\ndate: \(year)-10-08\n\nVu en séance.\n", to: "\(year)/comments/\(id).md")
    }
    folder.write("Séance du 8 octobre \(year).\n", to: "\(year)/compte-rendu.md")
  }

  /// What has come for the second year: redrawn IRIS, their census, renamed streets, and the partners'
  /// files, with the old names and, for one of them, the old IRIS.
  func receiveSecondYear() throws {
    for name in ["2027", "2027/recu", "2027/references", "b"] { mkdir(folder.path(name), 0o755) }
    let town = try RedrawnTown()
    folder.write(try town.contours(), to: "2027/references/contours-iris-2025.gpkg")
    folder.write(try town.census(), to: "2027/references/base-ic-evol-struct-pop-2023.CSV")
    folder.write(RedrawnTown.addresses(), to: "2027/references/adresses-21-2027-04.csv")
    for (old, new) in [
      ("C2S_2025", "C2S_2026"), ("CAF_IRIS_2024", "CAF_IRIS_2025"),
      ("demandeurs_2025", "demandeurs_2026"),
    ] {
      let lines = (folder.read("2026/recu/\(old)-invente.csv") ?? []).split(
        separator: 0x0A, omittingEmptySubsequences: false)
      // fewer persons than last year; tables of counts stay whole
      let kept = lines.enumerated().filter { $0.offset < 40 || $0.offset % 25 != 0 }
      folder.write(
        Array(kept.map(\.element).joined(separator: [0x0A])), to: "2027/recu/\(new)-invente.csv")
    }
  }

  /// The technician says which new street each old name is, in the review that the command wrote.
  func decide() {
    let lines = text("revue.csv").split(separator: "\n").map { line -> String in
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      let typed = fields.first.map { $0.uppercased() } ?? ""
      let street = typed.contains("PUBLIQUE") ? 0 : typed.contains("CHARCOT") ? 1 : nil
      guard let street, fields.count == 7 else { return String(line) }
      return fields.dropLast().joined(separator: ";") + ";" + RedrawnTown.renamed[street].1
    }
    folder.write(lines.joined(separator: "\n") + "\n", to: "decisions.csv")
  }

  func text(_ name: String) -> String { String(decoding: folder.read(name) ?? [], as: UTF8.self) }

  /// The stages of a year's journal, in order.
  func stages(_ year: String) -> [String] {
    text("\(year)/sortie/journal.jsonl").split(separator: "\n").compactMap {
      JSONValue(parsing: Array($0.utf8))?["stage"]?.string
    }
  }

  /// Every file under the folder that holds one of some words, but for those named.
  func traces(of words: [String], but excepted: [String]) -> [String] {
    files("").filter { path in
      if excepted.contains(where: path.contains) { return false }
      let text = text(path)
      return words.contains { path.contains($0) || text.contains($0) }
    }
  }

  private func files(_ prefix: String) -> [String] {
    listFolder(folder.path(prefix)).flatMap { name -> [String] in
      let path = prefix + name
      // `current` leads to a version that is looked at under its own name
      if path.hasSuffix("/current") { return [] }
      let inside = files(path + "/")
      return inside.isEmpty ? [path] : inside
    }
  }
}
