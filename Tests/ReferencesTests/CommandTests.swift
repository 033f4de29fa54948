import TestSupport
import Testing

/// The commands, as a technician types them.
@Suite struct CommandTests {
  private let folder = TemporaryFolder()

  private func maille(_ arguments: String...) -> CommandRun {
    Command("maille").run(
      ["references"] + arguments, in: folder.path,
      environment: ["MAILLE_REFERENCES=\(folder.path("b"))"])
  }

  init() { folder.copy(projectFolder + "/Geodata", to: "Geodata") }

  @Test func `everything of Geodata is stored, and goes together`() {
    let year = maille(
      "ajouter", "--vintage", "2024", "Geodata/contours-iris-inventes.gpkg",
      "Geodata/v_commune_2024-inventees.csv", "Geodata/v_mvtcommune_2024-inventees.csv")
    let others = maille(
      "add", "Geodata/base-ic-evol-struct-pop-2022.CSV",
      "Geodata/meta_base-ic-evol-struct-pop-2022.CSV")
    let day = maille(
      "add", "--vintage", "2024-07", "Geodata/adresses-21-inventees.csv",
      "Geodata/laposte_hexasmal-inventees.csv")
    #expect([year.status, others.status, day.status] == [0, 0, 0])
    let check = maille("controler")
    #expect(check.status == 0)
    #expect(check.output.contains("6 jeu(x) de références"))
    #expect(check.output.contains("les 35 codes sont les mêmes"))
    #expect(!check.output.contains("manque"))
    #expect(maille("lister").output.contains("meta_") == false)
    #expect(maille("list", "--format", "json").output.hasPrefix("{\"library\":"))
  }

  @Test func `a partner's file is kept out, and no cell of it is said`() {
    let run = maille("add", "--vintage", "2026", "Geodata/recu/C2S_2025-invente.csv")
    #expect(run.status == 6)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("references."))
    #expect(listFolder(folder.path("b")) == [])
  }

  @Test func `one refused file does not keep the others out`() {
    folder.write("<!doctype html><p>404</p>", to: "rp-2022.zip")
    let run = maille("add", "rp-2022.zip", "Geodata/v_commune_2024-inventees.csv")
    #expect(run.status == 6)
    #expect(run.messages.contains("references.web-page"))
    #expect(run.output.contains("rangé : communes 2024"))
  }

  @Test func `a dry run says what it would store and stores nothing`() {
    let run = maille("add", "--a-blanc", "Geodata/v_commune_2024-inventees.csv")
    #expect(run.output.hasPrefix("à ranger : communes 2024"))
    #expect(listFolder(folder.path("b")) == [])
  }
}
