import TestSupport
import Testing

/// An indicator most of whose IRIS are small, given to the command: refused by name, and released once
/// it is kept to the commune, joined or left out.
@Suite struct RareIndicatorTests {
  /// Twelve IRIS of the invented town: the first `small` of them have few of label B.
  private func world(small: Int, keys: String) -> TemporaryFolder {
    let folder = TemporaryFolder()
    let codes = Self.irises.prefix(12)
    let rows = codes.enumerated().map { place, code in
      "\(code);\(120 + 7 * place);A\r\n\(code);\(place < small ? 2 + place % 5 : 60 + place);B\r\n"
    }
    folder.write("IRIS;NB;TYPE\r\n" + rows.joined(), to: "caf.csv")
    folder.write(
      """
      version: 1
      campaign: rare
      agreement:
        owner: CAF inventée
        holder: CCAS d’Aubervelle
        mention: "Source CAF inventée – essai"
        annex: [caf]
      territory: { communes: ["21951"] }
      references:
        boundaries: { file: "\(projectFolder)/Geodata/contours-iris-inventes.gpkg", edition: "IRIS inventés 2024" }
      sources:
        - id: caf
          file: caf.csv
          reference_date: "2025-12-31"
          unit: count
          count: NB
          iris: IRIS
          categories: { type: TYPE }
      indicators:
        - id: n
          title: Allocataires
          numerator: caf
      \(keys.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
      disclosure: { threshold: 11 }
      outputs: { formats: [geojson, csv], folder: sortie }
      """, to: "campagne.yml")
    return folder
  }

  private static let irises: [String] = {
    let text = String(
      decoding: readFile("\(projectFolder)/Geodata/contours-iris-inventes.geojson") ?? [],
      as: UTF8.self)
    return text.split(separator: "\"code_iris\": \"").dropFirst().map { String($0.prefix(9)) }
      .sorted()
  }()

  private static let parts = "breakdown: { type: { a: [A], b: [B] } }"

  struct Case: Sendable, CustomTestStringConvertible {
    let story: String
    let small: Int
    let keys: String
    /// What the message names; empty where all is released.
    var names: [String] = []

    var testDescription: String { story }
  }

  static let cases = [
    Case(
      story: "58 % of the IRIS are small in one part of a breakdown", small: 7, keys: parts,
      names: ["« n_b »", "breakdown « type »", "breakdown_level: commune"]),
    Case(
      story: "58 % are small in an indicator of its own", small: 7,
      keys: "where: { type: [B] }", names: ["« n »", "level: commune"]),
    Case(story: "half of them are small", small: 6, keys: parts),
    Case(
      story: "the parts are kept to the commune", small: 7,
      keys: parts + "\nbreakdown_level: commune"),
    Case(
      story: "the indicator is kept to the commune", small: 7,
      keys: "where: { type: [B] }\nlevel: commune"),
    Case(story: "the breakdown is left out", small: 7, keys: ""),
    Case(story: "its parts are joined", small: 7, keys: "breakdown: { type: { tous: [A, B] } }"),
  ]

  @Test(arguments: cases)
  func `a rare indicator is refused by name, never released in part`(example: Case) {
    let folder = world(small: example.small, keys: example.keys)
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    guard example.names.isEmpty else {
      #expect(run.status == 4, "\(run.messages)")
      #expect(run.messages.contains("[campaign.rare-indicator]"), "\(run.messages)")
      for name in example.names { #expect(run.messages.contains(name), "\(run.messages)") }
      #expect(listFolder(folder.path("sortie")) == [])
      return
    }
    #expect(run.status == 0, "\(run.messages)")
    #expect(Command("maille").run(["audit", "sortie"], in: folder.path).status == 0)
    #expect(Command("maille").run(["verify", "sortie"], in: folder.path).status == 0)
  }

  @Test func `what is kept to the commune shows its total and no IRIS that counts somebody`() throws
  {
    let folder = world(small: 7, keys: "where: { type: [B] }\nlevel: commune")
    #expect(Command("maille").run(["run", "campagne.yml"], in: folder.path).status == 0)
    let irises = try column("n_n", of: "rare.csv", in: folder)
    #expect(irises.count == 32)
    #expect(Set(irises) == ["", "0"])
    #expect(irises.count { $0.isEmpty } == 12)
    let total = (0..<12).reduce(0) { $0 + ($1 < 7 ? 2 + $1 % 5 : 60 + $1) }
    #expect(try column("n_n", of: "rare_communes.csv", in: folder) == ["0", "\(total)"])
  }

  /// A commune that is one IRIS: its total is the IRIS, which is shown or refused as a whole.
  @Test(arguments: [(40, Int32(0)), (4, 4), (0, 0)])
  func `a commune of one IRIS is released whole or refused`(count: Int, status: Int32) {
    let folder = world(small: 0, keys: "")
    let text = String(decoding: folder.read("campagne.yml") ?? [], as: UTF8.self)
    folder.write(text.replacing("\"21951\"", with: "\"21952\""), to: "campagne.yml")
    folder.write("IRIS;NB;TYPE\r\n219520000;\(count);A\r\n", to: "caf.csv")
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == status, "\(run.messages)")
    #expect(run.messages.contains("campaign.nothing-shown") == (status == 4))
    if status == 4 { #expect(listFolder(folder.path("sortie")) == []) }
  }

  private func column(
    _ name: String, of table: String, in folder: TemporaryFolder
  ) throws -> [String] {
    let bytes = try #require(folder.read("sortie/current/\(table)"))
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let place = try #require(rows.first?.firstIndex(of: name))
    return rows.dropFirst().map { $0[place] }
  }
}
