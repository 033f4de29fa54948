import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import Tables

@Suite struct BadInputTests {
  /// Made when the case runs: a test's arguments are described to the runner byte by byte.
  struct NoTable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let bytes: @Sendable () -> [UInt8]

    init(_ name: String, _ code: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
      testDescription = name
      self.code = code
      self.bytes = bytes
    }

    init(_ name: String, _ code: String, text: String) {
      self.init(name, code) { Array(text.utf8) }
    }
  }

  static let noTables = [
    NoTable("nothing", "tables.empty", text: ""),
    NoTable("numbers alone", "tables.no-header", text: "1;2;3\n4;5;6\n"),
    NoTable("empty lines", "tables.no-header", text: "\n\n\n"),
    NoTable("head of a .zip", "tables.damaged-archive", text: "PK\u{3}\u{4}rien"),
    NoTable("head of an old workbook", "tables.not-text") {
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]
    },
    NoTable("head of a PDF", "tables.not-text", text: "%PDF-1.7\n"),
    NoTable(
      "a page of a portal, called .xls", "tables.not-text",
      text: "\u{FEFF}\r\n<HTML><table><tr><td>NOM</td></tr><tr><td>SECRET</td></tr></table></HTML>"),
    NoTable(
      "the XML of Excel 2003", "tables.not-text",
      text: "<?xml version=\"1.0\"?>\n<Workbook><Data>SECRET;1</Data></Workbook>\n"),
    NoTable("the same in UTF-16", "tables.not-text") {
      [0xFF, 0xFE]
        + "<?xml version=\"1.0\"?>\n<a>SECRET;1</a>".utf16.flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
    },
    NoTable("zeros", "tables.not-text") { [UInt8](repeating: 0, count: 500) },
    NoTable("two megabytes of one letter", "tables.record-too-long") {
      [UInt8](repeating: 0x61, count: 2 << 20)
    },
  ]

  @Test(arguments: noTables)
  func `a file that cannot be a table is refused`(example: NoTable) {
    let problem = #expect(throws: Problem.self) { try TableReading(bytes: example.bytes()) }
    #expect(problem?.code == example.code)
    #expect(problem?.outcome == .inputRefused)
  }

  @Test func `a file that is not there is the system's problem`() {
    let problem = #expect(throws: Problem.self) { try DelimitedFile("/nonexistent/a.csv") }
    #expect(problem?.code == "files.missing")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: Int
    let setAside: Int
    let codes: [String]

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "header only", text: "a;b\n", rows: 0, setAside: 0, codes: ["tables.no-rows"]),
    Case(
      name: "header without line end", text: "a;b", rows: 0, setAside: 0,
      codes: ["tables.no-rows"]),
    Case(
      name: "one column", text: "code\nSECRET\nx\n", rows: 2, setAside: 0,
      codes: ["tables.one-column"]),
    Case(
      name: "rows that are quoted whole", text: "\"a;b\"\n\"SECRET;1\"\n\"x;2\"\n", rows: 2,
      setAside: 0,
      codes: ["tables.quoted-rows"]),
    Case(
      name: "zero bytes", text: "a;b\nSECRET\u{0};1\nx;2\n", rows: 2, setAside: 0,
      codes: ["tables.zero-byte"]),
    Case(
      name: "unclosed quote", text: "a;b\n\"SECRET;1\nx;2\n\"y\";3\n", rows: 2, setAside: 1,
      codes: ["tables.unclosed-quote"]),
    Case(
      name: "mixed line ends", text: "a;b\r\nSECRET;1\nx;2\ry;3\r\n", rows: 3, setAside: 0,
      codes: ["tables.mixed-line-ends"]),
    Case(
      name: "repeated names", text: "a;b;a;a\nSECRET;1;2;3\n", rows: 1, setAside: 0,
      codes: ["tables.repeated-column"]),
    Case(
      name: "empty names", text: "a;;c;d;e\nSECRET;1;2;3;4\n", rows: 1, setAside: 0,
      codes: ["tables.unnamed-column"]),
    Case(
      name: "ragged", text: "a;b;c\nSECRET;1\nx;1;2\ny;1;2;3\nz;1;2;\n", rows: 2, setAside: 2,
      codes: ["tables.ragged-row ×2"]),
    Case(
      name: "rows of nothing", text: "a;b\nSECRET;1\n;\n;\n\n\n", rows: 1, setAside: 2,
      codes: ["tables.blank-row ×2"]),
    Case(
      name: "notes under the table",
      text:
        "a;b;c\nSECRET;1;2\nx;1;\nSource : CNAF, 2024;;\n\"Note\u{A0}: l’effectif ; provisoire\";;\n"
        + "(1) hors régime agricole;;\n* provisoire;;\n",
      rows: 2, setAside: 4, codes: ["tables.note-row ×4"]),
    Case(
      name: "addresses that begin like notes",
      text: "a;b;c\nSource (rue de la) SECRET;;\nChamp;;\nNote : lot 2;1;\n(rue du) Champ;;\n",
      rows: 4, setAside: 0, codes: []),
    Case(name: "no last line end", text: "a;b\nSECRET;1\nx;2", rows: 2, setAside: 0, codes: []),
    Case(
      name: "quotes of all kinds", text: "a;b\n\"SE;CRET\";\"1\n2\"\n\"x \"\"y\"\"\";z\"t\n",
      rows: 2, setAside: 0, codes: []),
  ]

  @Test(arguments: cases)
  func `every data line ends as a row or a problem, and no cell is quoted`(example: Case) throws {
    for threads in 1...2 {
      let reading = try TableReading(text: example.text, threads: threads)
      #expect(reading.rows.count == example.rows)
      #expect(reading.setAsideCount == example.setAside)
      #expect(reading.codes == example.codes)
      #expect(!reading.messages.contains("SECRET"))
    }
  }

  /// Decimal commas cut the rows and not the header: a row must not be taken for the names.
  @Test(arguments: [
    "\"SECRET;850100,5;6700100,5\n", "SECRET;850100\n", "\"SECRET;1,5;1,5\nSECRET;2\n",
  ])
  func `in a small file with bad rows no cell becomes a column name`(bad: String) throws {
    let row = "SECRET;850100,5;6700100,5\n"
    for rows in 2...6 {
      let text = "id;x;y\n" + bad + String(repeating: row, count: rows)
      let reading = try TableReading(text: text)
      #expect(reading.columns == ["id", "x", "y"])
      #expect(!reading.messages.contains("SECRET") && !reading.messages.contains("850100"))
    }
  }

  @Test func `places are those of the file`() throws {
    let text = "Titre\na;b\n\"l1\nl2\";x\n\nseul\ny;z\n"
    let reading = try TableReading(text: text)
    #expect(reading.lines == [3, 7])
    #expect(reading.messages.contains("table.csv:6: 1 champ au lieu de 2 [tables.ragged-row]"))
  }

  /// A hole in a sparse file: nothing is written, everything would have to be read.
  @Test func `a line without end is refused by its number`() throws {
    let folder = TemporaryFolder()
    let rows = String(repeating: "1;2\n", count: 300_000)
    let path = folder.write("a;b\n\(rows)5;", to: "long.csv")
    try #require(truncate(path, 2 << 30) == 0)
    let file = try DelimitedFile(path)
    let problem = #expect(throws: Problem.self) { try file.countDataLines() }
    #expect(problem?.code == "tables.record-too-long")
    #expect(problem?.place.line == 300_002)
  }
}
