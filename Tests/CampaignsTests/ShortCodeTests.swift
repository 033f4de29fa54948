import Diagnostics
import TestSupport
import Testing

/// Codes that lost their zero: the page, the draft and the run say and do the same.
@Suite struct ShortCodeTests {
  private let maille = Command("maille")

  /// A town of Ain: four IRIS of 01053, a list of communes and postcodes where `isListed`.
  private func world(_ rows: String, isListed: Bool) -> FourIrisWorld {
    let world = FourIrisWorld([.init(x: 1, y: 1, women: 40, men: 30)])
    world.folder.write(rows, to: "codes_2024.csv")
    guard isListed else { return world }
    world.folder.write(
      "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n"
        + "COM,21931,,,,,,,,X,,\nCOM,01053,,,,,,,,Y,,\n", to: "v_commune_2024.csv")
    return world
  }

  private static let rows =
    "CODE_IRIS;SEXE\n219310102;H\n10530101;F\n99990101;H\n"
    + ["219310101", "219310102", "219310201", "219310202"].map {
      String(repeating: "\($0);F\n\($0);H\n", count: 30)
    }.joined()

  @Test func `lists beside decide, a code at a time, and the run follows them`() throws {
    let world = world(Self.rows, isListed: true)
    let check = world.run("check", "codes_2024.csv", "--write", "b.yml")
    #expect(check.output.contains("zéro de tête rétabli, 1 cellule (ligne 3)"), "\(check.output)")
    #expect(check.output.contains("inconnus, 1 cellule (ligne 4)"))
    #expect(check.messages.contains("recognition.unknown-code"))
    let draft = String(decoding: world.folder.read("b.yml") ?? [], as: UTF8.self)
    #expect(draft.contains("codes: [\"v_commune_2024.csv\"]"), "\(draft)")
    let run = world.run("run", "--a-blanc", "b.yml")
    #expect(
      run.output.contains("1 hors territoire + 1 non localisée"), "\(run.output)\(run.messages)")
    #expect(run.messages.contains("recognition.unknown-code"))
    #expect(run.messages.contains("codes_2024.csv:3:1"))
  }

  @Test func `without a list the width alone tells, and both say so`() throws {
    let world = world(Self.rows, isListed: false)
    let check = world.run("check", "codes_2024.csv", "--write", "b.yml")
    #expect(check.output.contains("jugés à leur seule longueur"), "\(check.output)")
    let draft = String(decoding: world.folder.read("b.yml") ?? [], as: UTF8.self)
    #expect(draft.contains("jugés à leur seule longueur") && draft.contains("# codes: ["))
  }

  @Test func `scripts get the counts and the first lines`() {
    let world = world(Self.rows, isListed: true)
    let json = world.run("check", "codes_2024.csv", "--format", "json").output
    #expect(json.contains("\"restored\":{\"count\":1,\"lines\":[3]}"), "\(json)")
    #expect(json.contains("\"unknown\":{\"count\":1,\"lines\":[4]}") && !json.contains("\"short\""))
  }

  @Test func `a column whose codes are none blocks`() {
    let world = world(
      "CODE_IRIS;SEXE\n99990101;F\n99990102;F\n219310102;H\n", isListed: true)
    let check = world.run("check", "codes_2024.csv")
    #expect(check.status == 3 && check.output.contains("n’existent dans aucune liste"))
  }
}
