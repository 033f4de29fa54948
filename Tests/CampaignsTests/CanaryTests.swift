import Glibc
import TestSupport
import Testing

/// Every command on a file whose every cell is marked: what people and programs get to read, but for
/// the confidential results themselves, holds no mark and no small count.
@Suite struct CanaryTests {
  /// In names, streets, towns, labels and the decimals of coordinates.
  private static let marks = ["CANARI", "57319", "91373"]

  /// Row by row or by IRIS, for their owner alone; and what a campaign keeps for itself.
  private static let confidential: Set = [
    "rendu.csv", "effectifs.csv", "adresses-rendues.csv", "revue.csv", "cout.csv",
  ]

  private static let commands = [
    "check c2s.csv", "check adresses.csv", "check c2s.csv --format json",
    "check c2s.csv --write brouillon.yml", "check campagne.yml", "run campagne.yml --a-blanc",
    "run campagne.yml", "run campagne.yml", "run campagne.yml --sans-cache --format json",
    "run refusee.yml", "verify sortie", "audit sortie/current", "request campagne.yml -o demande",
    "schema",
    "locate c2s.csv --contours iris.geojson --x X --y Y --crs EPSG:2154 --decimal , -o rendu.csv",
    "locate c2s.csv --contours iris.geojson --x NOM --y Y --crs EPSG:2154 -o rendu.csv",
    "locate c2s.csv --contours iris.geojson --x X --y Y --crs EPSG:2154 --decimal , --counts -o effectifs.csv",
    "geocode adresses.csv --addresses ban.csv --contours iris.geojson -o adresses-rendues.csv --review revue.csv",
    "cost campagne.yml --each --journal cout.csv",
    "submit campagne.yml", "submit campagne.yml --format json",
    "publish campagne.yml --minutes compte-rendu.txt --audience public",
    "publish campagne.yml --minutes compte-rendu.txt --audience group --format json",
    "verify sortie --format json",
    "references add pop.CSV iris.geojson ban.csv c2s.csv --library b --vintage 2024",
    "references list --library b", "references check --library b",
    "references fetch --commune 21931 --vintage 2024 --library b --a-blanc",
    "replay --from 2025 --to 2026 --library b --a-blanc",
    "replay --from 2025 --to 2026 --library b --reference-date c2s=2026-12-31 --format json",
    "crosswalk iris.geojson 2025/iris.geojson --old-edition IRIS-2024 --new-edition IRIS-2025 -o passage.csv",
    "compare sortie 2026/sortie", "compare campagne.yml 2026/campagne.yml -o ecarts --format json",
    "series sortie 2026/sortie -o serie.csv",
    "doctor campagne.yml", "withdraw campagne.yml --source c2s --a-blanc",
    "withdraw campagne.yml --source c2s", "verify sortie", "purge campagne.yml --a-blanc",
    "purge campagne.yml --maintenant",
    "purge campagne.yml --maintenant --recus --format json",
  ]

  /// 127, 90, 37 and 7 persons in the four IRIS, and lines that are wrong in several ways.
  private static func rows() -> String {
    var rows = ["NOM;ADRESSE;X;Y;SEXE"]
    let corners = [
      (850_000, 6_700_000, 127), (850_500, 6_700_000, 90), (850_000, 6_700_500, 37),
      (850_500, 6_700_500, 7),
    ]
    for (x, y, count) in corners {
      for number in 0..<count {
        let place = "\(x + 100 + number),57319;\(y + 150 + number),91373"
        rows.append(
          "CANARINOM \(number);\(number) rue CANARIVOIE;\(place);CANARISEXE\(number % 2)")
      }
    }
    return
      (rows + [
        "CANARINOM;CANARIVOIE;CANARIX;CANARIY;CANARISEXE1", "CANARINOM;CANARIVOIE",
        "\"CANARINOM;CANARIVOIE;850100,57319;6700100,91373;CANARISEXE0", "CANARINOM;;;;",
        "CANARINOM;CANARIVOIE;1,57319;2,91373;CANARISEXE0",
      ]).joined(separator: "\n") + "\n"
  }

  private func world() -> TemporaryFolder {
    let folder = TemporaryFolder()
    let cases = "\(projectFolder)/Tests/GoldenTests/Cases"
    folder.copy("\(cases)/run-four-iris/in", to: ".")
    folder.write(readFile("\(cases)/geocode-rows/in/ban.csv") ?? [], to: "ban.csv")
    folder.write(Self.rows(), to: "c2s.csv")
    folder.write(
      "NOM;NUMERO;VOIE;CP;VILLE\n"
        + (0..<30).map { "CANARINOM;\($0);RUE CANARIVOIE;21930;CANARIVILLE\n" }.joined(),
      to: "adresses.csv")
    let campaign = String(decoding: folder.read("campagne.yml") ?? [], as: UTF8.self)
    folder.write(campaign.replacing("x: X,", with: "x: NOM,"), to: "refusee.yml")
    folder.write(
      campaign.replacing(
        "  annex: [c2s]",
        with: "  annex: [c2s]\n  retention: 30 days\n  valid: { from: 2020-01-01, to: 2199-12-31 }"),
      to: "campagne.yml")
    mkdir(folder.path("comments"), 0o755)
    folder.write("auteur: groupe\n\nVu.\n", to: "comments/tx_c2s.md")
    folder.write("CANARIMINUTES", to: "compte-rendu.txt")
    addYears(to: folder)
    return folder
  }

  /// The same campaign a year ago, and what has come since.
  private func addYears(to folder: TemporaryFolder) {
    for name in ["2025", "2026", "2026/recu"] { mkdir(folder.path(name), 0o755) }
    for name in ["campagne.yml", "iris.geojson", "pop.CSV", "c2s.csv"] {
      folder.write(folder.read(name) ?? [], to: "2025/\(name)")
    }
    folder.write(Self.rows(), to: "2026/recu/c2s.csv")
  }

  /// Its verbs as the command itself lists them: a new one without a line here is told.
  @Test func `every command is run on the marked file`() {
    let group = "references"
    let named = Self.verbs([]).filter { $0 != group } + Self.verbs([group]).map { "\(group) \($0)" }
    #expect(named.count > 20)
    let forgotten = named.filter { verb in
      !Self.commands.contains { $0.hasPrefix(verb + " ") || $0 == verb }
    }
    #expect(forgotten == [])
  }

  private static func verbs(_ command: [String]) -> [String] {
    let help = Command("maille").run(command + ["--help"], in: "/").output
    let list = help.split(separator: "COMMANDES :").last ?? ""
    return list.split(separator: "\n").filter { line in
      line.hasPrefix("  ") && line.dropFirst(2).first?.isLowercase == true
    }.map { line in String(line.dropFirst(2).prefix { $0.isLetter || $0 == "-" }) }
  }

  @Test func `nothing that is written holds a mark or a small count`() {
    let folder = world()
    let given = Set(Self.files(under: folder.path))
    var leaks: [String] = []
    for command in Self.commands {
      let run = Command("maille").run(
        command.split(separator: " ").map(String.init), in: folder.path)
      // 2 is a line of this list that no longer runs
      if [1, 2].contains(run.status) || run.status >= 128 {
        leaks.append("\(command) ended with \(run.status)")
      }
      let text = run.output + run.messages
      for mark in Self.marks where text.contains(mark) { leaks.append("\(command) says \(mark)") }
      // seven persons live in one IRIS; no other number of this world is 7
      if Self.words(of: run.messages).contains("7") { leaks.append("\(command) tells the count") }
    }
    for name in Self.files(under: folder.path).filter({ !given.contains($0) }) {
      let text = String(decoding: folder.read(name) ?? [], as: UTF8.self)
      for mark in Self.marks where text.contains(mark) { leaks.append("\(name) holds \(mark)") }
    }
    #expect(leaks == [])
    #expect(folder.read("c2s.csv") == nil)
  }

  private static func words(of text: String) -> [Substring] {
    text.split { !$0.isNumber && !$0.isLetter && $0 != "," && $0 != "." && $0 != ":" }
  }

  /// Names relative to the folder, without those that are confidential.
  private static func files(under folder: String, in prefix: String = "") -> [String] {
    listFolder("\(folder)/\(prefix)").flatMap { name -> [String] in
      let path = prefix + name
      if name == ".maille" || confidential.contains(name) { return [] }
      let inside = files(under: folder, in: path + "/")
      return inside.isEmpty ? [path] : inside
    }
  }
}
