import Glibc
import TestSupport
import Testing

/// Two years of an observatory, from the first file to the certificate: the lines of the README, one
/// after the other, and what happens between them.
@Suite struct TwoYearStoryTests {
  /// What is known of a line of the README.
  private struct Chapter: Sendable {
    let verb: String
    let day: String
    /// What happens before it.
    var before: @Sendable (Workshop) throws -> Void = { _ in }
    /// What it must say.
    var says: [String] = []
    /// What must be so after it.
    var after: @Sendable (Workshop) throws -> Void = { _ in }
  }

  /// A line of the README: what is typed, and the exit code when it is not 0.
  private struct Line: Sendable {
    let command: String
    let status: Int32

    init(_ text: String) {
      let parts = text.split(separator: "#", maxSplits: 1)
      command = parts.first?.trimmed ?? ""
      let word = parts.dropFirst().first?.split(separator: " ").first ?? ""
      status = Int32(word) ?? 0
    }
  }

  private static let lines: [Line] = {
    let readme = String(decoding: readFile(projectFolder + "/README.md") ?? [], as: UTF8.self)
    let section = readme.pieces(from: "## Deux années", to: "\n## ").first ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("maille ") }
      .map { Line(String($0)) }
  }()

  @Test func `two years go by as the README says`() throws {
    let chapters = Self.firstYear + Self.secondYear + Self.end
    try #require(Self.lines.count == chapters.count)
    let workshop = Workshop()
    for (line, chapter) in zip(Self.lines, chapters) {
      try #require(line.command.hasPrefix("maille \(chapter.verb)"))
      try chapter.before(workshop)
      let run = workshop.run(line.command, on: chapter.day)
      let told = run.output + run.messages
      try #require(run.status == line.status, "\(line.command)\n\(told)")
      #expect(chapter.says.filter { !told.contains($0) } == [], "\(line.command)\n\(told)")
      try chapter.after(workshop)
      for year in ["2026", "2027"] where line.command.contains("\(year)/") {
        guard !workshop.stages(year).isEmpty else { continue }
        let verified = workshop.run("maille verify \(year)/sortie", on: chapter.day)
        #expect(verified.status == 0, "\(line.command)\n\(verified.messages)")
        #expect(verified.output.contains("étapes, scellé\n"), "\(verified.output)")
      }
    }
  }
}

// MARK: - The first year

extension TwoYearStoryTests {
  private static let firstYear = [
    Chapter(
      verb: "run", day: "2026-09-15", says: ["tx_c2s : IRIS 27 publiés", "[campaign.no-ledger]"],
      after: { #expect($0.stages("2026") == ["received", "computed"]) }),
    Chapter(
      verb: "submit", day: "2026-10-01", says: ["soumis à l’analyse partagée", "-groupe.zip"],
      after: { workshop in
        let page = workshop.text("2026/sortie/current/groupe/atlas/index.html")
        #expect(page.contains("DOCUMENT DE TRAVAIL"))
      }),
    Chapter(
      verb: "publish", day: "2026-10-12",
      before: { workshop in
        workshop.meet("2026")
        for audience in ["group", "partners"] {
          let run = workshop.run(
            "maille publish 2026/campagne.yml --minutes 2026/compte-rendu.md --audience \(audience)",
            on: "2026-10-10")
          #expect(run.status == 0, "\(run.messages)")
        }
      }, says: ["[stages.accord-missing]", "CPAM inventée"],
      after: { #expect($0.stages("2026").last == "published") }),
    Chapter(
      verb: "publish", day: "2026-10-20", says: ["public, avec l’accord du propriétaire"],
      after: { workshop in
        let stages = ["received", "computed", "submitted", "commented"]
        #expect(workshop.stages("2026") == stages + Array(repeating: "published", count: 3))
        // the same figures for three audiences are one entry
        #expect(listFolder(workshop.folder.path("registre")).count == 1)
        let manifest = workshop.text("2026/sortie/current/manifest.json")
        #expect(manifest.contains("\"accord\":\"lettre-12\""))
      }),
  ]
}

// MARK: - The second year

extension TwoYearStoryTests {
  private static let secondYear = [
    Chapter(
      verb: "crosswalk", day: "2027-09-10", before: { try $0.receiveSecondYear() },
      says: ["30 inchangés, 1 divisés, 2 fusionnés, 2 redessinés"],
      after: { workshop in
        let table = workshop.text("2027/passage.csv")
        for code in ["219510604", "219510605", "219510206"] { #expect(table.contains(code)) }
      }),
    Chapter(
      verb: "replay", day: "2027-09-15",
      before: { workshop in
        let line =
          "maille geocode 2027/recu/demandeurs_2026-invente.csv --addresses 2027/references/adresses-21-2027-04.csv --postcodes 2026/laposte_hexasmal-inventees.csv -o rendu.csv --review revue.csv"
        let run = workshop.run(line, on: "2027-09-12")
        #expect(run.status == 0, "\(run.messages)")
        workshop.decide()
        unlink(workshop.folder.path("revue.csv"))
        unlink(workshop.folder.path("rendu.csv"))
      },
      says: [
        "IRIS inventés 2024 → IRIS inventés 2025", "BAN inventée 2026-07 → BAN inventée 2027-04",
        "P22_POP → P23_POP",
      ],
      after: { workshop in
        #expect(workshop.stages("2027") == ["received", "computed"])
        let certificate = workshop.text("2027/sortie/current/certificat.txt")
        #expect(certificate.contains("avec 1 antérieure"))
        let table = workshop.text("2027/sortie/current/abs-aubervelle-2027.csv")
        #expect(table.contains("219510604") && !table.contains("219510601"))
      }),
    Chapter(
      verb: "withdraw", day: "2027-09-20",
      says: ["registre ", "laissé, ses chiffres sont déjà remis"]),
    Chapter(
      verb: "withdraw", day: "2027-09-20", says: ["le reste est reproduit"],
      after: { workshop in
        #expect(workshop.stages("2027") == ["received", "computed", "withdrawn", "computed"])
        let traces = workshop.traces(
          of: ["tx_dem", "nb_dem"],
          but: [".yml", "journal.jsonl", "retrait-demandeurs", "registre/", "/comments/"])
        #expect(traces == [])
      }),
    Chapter(
      verb: "compare", day: "2027-09-21", says: ["tx_c2s"],
      after: { #expect(!listFolder($0.folder.path("ecarts")).isEmpty) }),
    Chapter(
      verb: "serie", day: "2027-09-21",
      after: { workshop in
        let table = workshop.text("serie.csv")
        #expect(table.contains("219510206") && !table.contains("219510203"))
      }),
  ]
}

// MARK: - The end

extension TwoYearStoryTests {
  private static let end = [
    Chapter(verb: "submit", day: "2027-09-28", says: ["soumis à l’analyse partagée"]),
    Chapter(
      verb: "publish", day: "2027-10-12", before: { $0.meet("2027") }, says: ["[stages.expired]"]),
    Chapter(
      verb: "publish", day: "2027-10-20",
      before: { workshop in
        workshop.edit(
          "2027/campagne.yml", [("\"2027-09-30\" }\n  # rejeu", "\"2027-12-31\" }\n  # rejeu")])
      }, says: ["réservé aux partenaires"],
      after: { #expect(listFolder($0.folder.path("registre")).count == 2) }),
    Chapter(
      verb: "purge", day: "2027-11-20", says: ["certificat : "],
      after: { workshop in
        #expect(listFolder(workshop.folder.path("2027/recu")) == [])
        #expect(
          listFolder(workshop.folder.path("2027/.maille/abs-aubervelle-2027")) == [
            "releases", "seal",
          ])
        let certificate = workshop.text("2027/sortie/effacement-2027-11-20.txt")
        #expect(certificate.contains("CERTIFICAT D’EFFACEMENT"))
        #expect(certificate.contains("demandeurs_2026-invente.csv"))
      }),
    Chapter(
      verb: "verify", day: "2027-11-20", says: ["tout est conforme", "journal de 8 étapes"],
      after: { workshop in
        #expect(
          workshop.stages("2027") == [
            "received", "computed", "withdrawn", "computed", "submitted", "commented", "published",
            "purged",
          ])
      }),
  ]
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
