import TestSupport
import Testing

/// A column of notes that says which rows are not delivered.
@Suite struct NoteTests {
  private let file = """
    iris;note;A;B
    219310101;0;12;5
    219310102;1;;
    219310201;0;30;
    219310202;2;;

    """

  @Test func `rows that a note declares are proposed as not delivered`() {
    let folder = TemporaryFolder()
    folder.write(file, to: "caf.csv")
    let check = Command("maille").run(["check", "caf.csv", "--write", "c.yml"], in: folder.path)
    let told =
      "lignes non transmises d’après « note » (à déclarer dans unavailable) : « 1 » ×1, « 2 » ×1"
    #expect(check.output.contains(told), "\(check.output)")
    let draft = String(decoding: folder.read("c.yml") ?? [], as: UTF8.self)
    #expect(draft.contains("unavailable: { \"note\": [\"1\", \"2\"] }"), "\(draft)")
  }

  @Test func `a note beside figures declares nothing`() {
    let folder = TemporaryFolder()
    folder.write(file.replacing("102;1;;", with: "102;1;4;"), to: "caf.csv")
    let check = Command("maille").run(["check", "caf.csv"], in: folder.path)
    #expect(check.output.contains("« 2 » ×1") && !check.output.contains("« 1 » ×1"))
  }
}
