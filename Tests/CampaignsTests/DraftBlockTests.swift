import Campaigns
import Diagnostics
import TestSupport
import Testing

/// « rien ne bloque » is said of files whose drafted campaign runs, and of no other.
@Suite struct DraftBlockTests {
  private let maille = Command("maille")

  private func check(
    _ text: String, as name: String, options: [String] = []
  ) -> (folder: TemporaryFolder, run: CommandRun) {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Geodata", to: "ville")
    folder.write(text, to: "ville/recu/\(name)")
    let arguments = ["check", "recu/\(name)", "--write", "b.yml"] + options
    return (folder, maille.run(arguments, in: folder.path("ville")))
  }

  private static let irises = ["0101", "0102", "0103", "0104", "0201", "0202"].map { "21951\($0)" }

  private static func byIris(_ header: String, _ cell: (Int) -> String) -> String {
    let rows = irises.indices.map { "\(irises[$0]);\(cell($0))\n" }
    return "CODE_IRIS;\(header)\n" + rows.joined()
  }

  @Test(arguments: [
    ("CODE_INSEE;NB\n21951;50\n21952;20\n", "la commune seule", true),
    (
      "ADRESSE;ADRESSE;CP;VILLE\n1 rue Monge;;21960;Aubervelle\n", "plusieurs colonnes « ADRESSE »",
      true
    ),
    (byIris("NB") { "\(-5 + $0)" }, "effectifs négatifs dans « NB » : 5 (lignes 2, 3, 4)", false),
    (
      "CODE_IRIS;NB\n" + String(repeating: "2,1951E+08;5\n", count: 6), "codes perdus", true
    ),
    (byIris("AA;BB") { "\(10 + $0);\(20 + $0)" }, "choisir count : « AA », « BB »", true),
    (byIris("TAUX;SOLDE") { "\(10 + $0);\(20 + $0)" }, "aucun effectif reconnu", true),
    (byIris("ANNEE;NB") { "\(2023 + $0 % 2);\(20 + $0)" }, "2 périodes dans « ANNEE »", true),
    ("IRIS;NB\n0101;5\n0102;7\n", "sans le code de la commune", true),
    ("X;Y;SEXE\n829124;6735458;F\n829125;6735459;M\n", "territoire inconnu", true),
  ])
  func `what would stop the campaign is said`(text: String, told: String, stopsRun: Bool) {
    let (folder, run) = check(text, as: "f_2024.csv")
    #expect(run.status == 3)
    #expect(run.output.contains("bloquant : "), "\(run.output)")
    #expect(run.output.contains(told), "\(run.output)")
    #expect(!run.output.contains("rien ne bloque"))
    if stopsRun {
      let campaign = maille.run(["run", "--a-blanc", "b.yml"], in: folder.path("ville"))
      #expect(campaign.status != 0, "\(campaign.output)")
    }
  }

  @Test func `without a date nothing runs`() {
    let (folder, run) = check(Self.byIris("NB") { "\(10 + $0)" }, as: "effectifs.csv")
    #expect(run.status == 3 && run.output.contains("compléter reference_date"))
    let campaign = maille.run(["run", "--a-blanc", "b.yml"], in: folder.path("ville"))
    #expect(campaign.status == 2 && campaign.messages.contains("reference_date"))
  }

  @Test(arguments: [
    ("DATE_REF;NB", "31/12/2024;", "période : 2024-12-31", "reference_date: \"2024-12-31\""),
    ("MOIS;NB", "202403;", "période : 2024-03", "reference_date: \"2024-03\""),
    ("NB", "", "période : 2023, d’après le nom du fichier", "reference_date: \"2023\""),
  ])
  func `a date is found and the campaign runs`(
    header: String, cell: String, told: String, drafted: String
  ) {
    let (folder, run) = check(Self.byIris(header) { "\(cell)\(20 + $0)" }, as: "f_2023.csv")
    #expect(run.status == 0 && run.output.contains("rien ne bloque"), "\(run.output)")
    #expect(run.output.contains(told), "\(run.output)")
    let draft = String(decoding: folder.read("ville/b.yml") ?? [], as: UTF8.self)
    #expect(draft.contains(drafted), "\(draft)")
    let campaign = maille.run(["run", "--a-blanc", "b.yml"], in: folder.path("ville"))
    #expect(campaign.status == 0, "\(campaign.messages)")
  }

  @Test func `a title dates the rows and the header's line is drafted`() {
    let text = "Situation au 31/12/2024;\n" + Self.byIris("NB") { "\(20 + $0)" }
    let (folder, run) = check(text, as: "effectifs.csv")
    #expect(run.output.contains("période : 2024-12-31, d’après un titre"), "\(run.output)")
    let draft = String(decoding: folder.read("ville/b.yml") ?? [], as: UTF8.self)
    #expect(draft.contains("header_line: 2"), "\(draft)")
    let campaign = maille.run(["run", "--a-blanc", "b.yml"], in: folder.path("ville"))
    #expect(campaign.status == 0, "\(campaign.messages)")
  }

  @Test func `the other periods are proposed for exclusion`() {
    let text = Self.byIris("ANNEE;NB") { "\(2023 + $0 % 2);\(20 + $0)" }
    let (folder, _) = check(text, as: "f.csv")
    let draft = String(decoding: folder.read("ville/b.yml") ?? [], as: UTF8.self)
    #expect(draft.contains("# exclude: { \"ANNEE\": [\"2023\"] }"), "\(draft)")
  }

  @Test func `missing references alone are told by their own code`() {
    let folder = TemporaryFolder()
    folder.write(Self.byIris("NB") { "\(20 + $0)" }, to: "f_2024.csv")
    let run = maille.run(["check", "f_2024.csv"], in: folder.path)
    #expect(run.status == 6 && run.output.contains("aucun contour"), "\(run.output)")
  }

  @Test func `the schema lies beside the draft that names it`() throws {
    let (folder, run) = check(Self.byIris("NB") { "\(20 + $0)" }, as: "f_2024.csv")
    #expect(run.status == 0)
    let schema = try #require(folder.read("ville/campagne.schema.json"))
    #expect(String(decoding: schema, as: UTF8.self) == "\(CampaignSchema.json)\n")
  }

  @Test func `sixty telephones make a short line`() {
    let names = (0..<60).map { "TEL_\($0)" }.joined(separator: ";")
    let cells = Array(repeating: "0612345678", count: 60).joined(separator: ";")
    let (_, run) = check("\(names)\n\(cells)\n\(cells)\n", as: "f_2024.csv")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.utf8.count < 900 }, "\(run.output)")
  }

  @Test func `scripts get what the page says`() {
    let rows = (0..<20).map { "2195101\(10 + $0);\($0 == 2 ? "?x" : "7")\n" }
    let text = "CODE_IRIS;NB\n" + rows.joined()
    let (_, run) = check(text, as: "f_2024.csv", options: ["--format", "json"])
    for member in [
      "\"encoding\":\"UTF-8\"", "\"separator\":\";\"", "\"header_line\":1", "\"unit\":\"count\"",
      "\"count\":\"NB\"", "\"periods\":[\"2024\"]", "\"odd\":{\"count\":1,\"lines\":[4]}",
    ] {
      #expect(run.output.contains(member), "\(member) \(run.output)")
    }
    #expect(!run.output.contains("?x"))
  }
}
