import Glibc
import TestSupport
import Testing

/// Partner files as bad as they come, given to `maille run`: refused or read by place and count,
/// nothing quoted, the outputs of before untouched.
@Suite struct BadSourceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let status: Int32
    let code: String

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ status: Int32, _ code: String) {
      self.init(name, bytes: Array(text.utf8), status, code)
    }

    init(_ name: String, bytes: [UInt8], _ status: Int32, _ code: String) {
      self.name = name
      self.bytes = bytes
      self.status = status
      self.code = code
    }
  }

  private static let header = "ID;X;Y;SEXE\n"
  private static let row = "SECRET;850100,5;6700100,5;F\n"

  /// A file read all the same has two persons at most: protection leaves nothing to show, and nothing is
  /// released.
  static let cases = [
    Case("0 bytes", "", 3, "tables.empty"),
    Case("header only", header, 0, "tables.no-rows"),
    Case("one column", "X\nSECRET\n", 3, "tables.unknown-column"),
    Case("NUL bytes", bytes: [UInt8](repeating: 0, count: 400), 3, "tables.not-text"),
    Case("one NUL", header + "SEC\u{0}RET;850100,5;6700100,5;F\n", 4, "tables.zero-byte"),
    Case(
      "unclosed quote", header + "\"SECRET;850100,5;6700100,5;F\n" + row, 4,
      "tables.unclosed-quote"),
    Case(
      "mixed line ends", header + "SECRET;850100,5;6700100,5;F\r\n" + row, 4,
      "tables.mixed-line-ends"),
    Case("ragged", header + row + "SECRET;850100,5\n", 4, "tables.ragged-row"),
    Case("not a table", "%PDF-1.7\nSECRET", 3, "tables.not-text"),
    Case("cut .zip", "PK\u{3}\u{4}SECRET", 3, "tables.damaged-archive"),
    Case(
      "coordinates exchanged", header + "SECRET;6700100,5;850100,5;F\n", 3,
      "intake.swapped-coordinates"),
    Case("degrees in metres", header + "SECRET;4,95;47,37;F\n", 3, "intake."),
  ]

  @Test(arguments: cases)
  func `a bad partner file is told, and nothing of it`(example: Case) throws {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    let maille = Command("maille")
    try #require(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
    let names = listFolder(folder.path("sortie/current"))
    let before = names.map { folder.read("sortie/current/\($0)") }
    folder.write(example.bytes, to: "c2s.csv")
    let run = maille.run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == example.status, "\(run.messages)")
    #expect(run.messages.contains("[\(example.code)"), "\(run.messages)")
    for secret in ["SECRET", "850100", "6700100", "47,37"] {
      #expect(!(run.messages + run.output).contains(secret))
    }
    #expect(listFolder(folder.path("sortie/current")) == names)
    if example.status != 0 {
      #expect(names.map { folder.read("sortie/current/\($0)") } == before)
    }
  }

  /// A hole in a sparse file: a line of 2 GB costs no disk.
  @Test func `a line of two gigabytes is refused by its number`() throws {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    let path = folder.write(
      Self.header + String(repeating: Self.row, count: 60_000) + "5;", to: "c2s.csv")
    try #require(truncate(path, 2 << 30) == 0)
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == 3)
    #expect(run.messages.contains("c2s.csv:60002"))
    #expect(run.messages.contains("[tables.record-too-long]"))
    #expect(listFolder(folder.path("sortie")).isEmpty)
  }
}
