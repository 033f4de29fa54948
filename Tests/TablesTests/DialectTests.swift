import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct DialectTests {
  static func utf16(_ text: String, bigEndian: Bool, hasMark: Bool) -> [UInt8] {
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  /// « é », « € » and « ’ » in Windows-1252.
  static func windows(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "€": 0x80
      case "’": 0x92
      case "œ": 0x9C
      default: UInt8(scalar.value)
      }
    }
  }

  static let text = "nom;prix;note\r\nL’été;12 €;cœur\r\nÎle;3 €;œuf 😀\r\n"
  static let plain = "nom;prix;note\r\nL’été;12 €;cœur\r\nÎle;3 €;œuf\r\n"

  @Test(arguments: [
    (Array(text.utf8), TextEncoding.utf8, false),
    (Array("\u{FEFF}\(text)".utf8), .utf8, true),
    (utf16(text, bigEndian: false, hasMark: true), .utf16LittleEndian, true),
    (utf16(text, bigEndian: true, hasMark: true), .utf16BigEndian, true),
    (utf16(text, bigEndian: false, hasMark: false), .utf16LittleEndian, false),
    (utf16(text, bigEndian: true, hasMark: false), .utf16BigEndian, false),
  ])
  func `encodings are detected`(bytes: [UInt8], encoding: TextEncoding, hasMark: Bool) throws {
    let folder = TemporaryFolder()
    let path = folder.write(bytes, to: "a.txt")
    let file = try DelimitedFile(path)
    #expect(file.dialect.encoding == encoding)
    #expect(file.dialect.hasByteOrderMark == hasMark)
    let reading = try TableReading(path)
    #expect(reading.columns == ["nom", "prix", "note"])
    #expect(reading.rows == [["L’été", "12 €", "cœur"], ["Île", "3 €", "œuf 😀"]])
    #expect(reading.codes == [])
  }

  @Test func `Windows-1252 is what is left, and its bytes are counted`() throws {
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write(Self.windows(Self.plain), to: "a.csv"))
    #expect(file.dialect.encoding == .windows1252)
    #expect(file.dialect.evidence == .invalidSequences(8))
    #expect(file.dialect.description.hasPrefix("Windows-1252 (déduit : 8 octets > 0x7F"))
    let reading = try TableReading(file.path)
    #expect(reading.rows == [["L’été", "12 €", "cœur"], ["Île", "3 €", "œuf"]])
  }

  @Test func `Mac Roman is read when declared`() throws {
    let bytes = Array("a;b\n".utf8) + [0x8E, 0x3B, 0x88, 0x0A]
    let reading = try TableReading(bytes: bytes, declared: Declaration(encoding: .macRoman))
    #expect(reading.rows == [["é", "à"]])
  }

  @Test func `a byte that means nothing is reported by its line`() throws {
    let bytes = Array("a;b\nx;y\n".utf8) + [0xE9, 0x3B, 0x81, 0x0A]
    let reading = try TableReading(bytes: bytes)
    #expect(reading.rows == [["x", "y"], ["é", "\u{FFFD}"]])
    #expect(reading.codes == ["tables.undefined-byte"])
    #expect(reading.messages.contains("table.csv:3"))
  }

  @Test func `a Windows line in a UTF-8 file is read as such and reported`() throws {
    let filler = String(repeating: "été;1\n", count: 200_000)
    let bytes = Array("nom;n\n\(filler)".utf8) + Self.windows("été;2\n") + Array("fin;3\n".utf8)
    let reading = try TableReading(bytes: bytes)
    #expect(reading.rows.suffix(2) == [["été", "2"], ["fin", "3"]])
    #expect(reading.rows.count == 200_002)
    #expect(reading.codes == ["tables.invalid-utf8"])
    #expect(reading.messages.contains(":200002:"))
  }

  @Test func `what a spreadsheet encoded twice is counted`() throws {
    let reading = try TableReading(text: "nom;n\nSaint-Ã‰tienne;1\nChÃ¢teau;2\n")
    #expect(reading.codes == ["tables.double-encoding"])
  }

  @Test(arguments: [
    (";", "a;b;c\n1;2,5;3\n4;5,5;6\n"),
    (",", "a,b,c\n1,\"x;y\",3\n4,5;5,6\n"),
    ("\t", "a\tb\tc\n1;2\t3\t4\n5\t6\t7\n"),
    ("|", "a|b|c\n1|2|3\n"),
    (";", "a;b\n1,5;2,5\n3,5;4,5\n"),
    (";", "a\n1\n2\n"),
    (";", "nom;ville\nDupont, Jean;Dijon\nDurand, Zoé;Lyon\n"),
  ])
  func `separators are detected`(separator: String, text: String) throws {
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write(text, to: "a.csv"))
    #expect(file.dialect.separator == separator.utf8.first)
  }

  @Test(arguments: [
    ("a;b\n1;2\n", 1, nil, 2),
    ("Titre\n\nSource : INSEE\na;b\n1;2\n3;4\n", 4, nil, 5),
    ("Titre;;\n;;\na;b;c\n1;2;3\n", 3, nil, 4),
    ("a;b;c\nCode de la zone;Nombre total;Nombre moyen\n01;2;3\n02;3;4\n", 1, 2, 3),
    ("a;b;c\nTotal;nd;nd\n01;2;3\n02;3;4\n", 1, nil, 2),
    ("code;2019;2020\n01;5;6\n02;7;8\n", 1, nil, 2),
    ("\"Un titre\nsur deux lignes\";\nx;y\n1;2\n", 3, nil, 4),
    ("1\n2\n3\n4\n5\n6\n7\n8\na;b;c\n1;2;3\n4;5;6\n", 9, nil, 10),
    ("a;b\n1;2;\n3;4;\n", 1, nil, 2),
  ])
  func `titles, header and labels are told apart`(
    text: String, header: Int, label: Int?, data: Int
  ) throws {
    let folder = TemporaryFolder()
    let dialect = try DelimitedFile(folder.write(text, to: "a.csv")).dialect
    #expect(dialect.headerLine == header)
    #expect(dialect.labelLine == label)
    #expect(dialect.firstDataLine == data)
  }

  @Test func `what is declared is obeyed`() throws {
    let text = "x;y\nLibellé de x;Libellé de y\na;b\n"
    let declared = Declaration(separator: 0x3B, headerLine: 2, hasLabelRow: false)
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write(text, to: "a.csv"), declared: declared)
    #expect(file.columns == ["Libellé de x", "Libellé de y"])
    let labelled = try DelimitedFile(file.path, declared: Declaration(hasLabelRow: true))
    #expect(labelled.labels == ["Libellé de x", "Libellé de y"])
  }

  @Test(arguments: [
    ("a;b\n1;2\n", Dialect.LineEnd.lf), ("a;b\r\n1;2\r\n", .crlf), ("a;b\r1;2\r", .cr),
    ("a;b\r\n1;2\n", .mixed), ("a;b\n1;2\r3;4\n", .mixed), ("a;b\r\n\"x\ny\";2\r\n", .crlf),
    ("a;b", .lf),
  ])
  func `line ends are those of the records`(text: String, lineEnd: Dialect.LineEnd) throws {
    let folder = TemporaryFolder()
    #expect(try DelimitedFile(folder.write(text, to: "a.csv")).dialect.lineEnd == lineEnd)
  }

  @Test(arguments: [
    ("NOM", 0), (" nom ", 0), ("Âge", 2), ("âge", 2), ("Nb", 3), ("nb", 4),
  ])
  func `a column is found by its name`(name: String, index: Int) throws {
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write("nom; x ;Âge;Nb;nb\nA;b;1;2;3\n", to: "a.csv"))
    #expect(try file.index(of: name) == index)
  }

  @Test(arguments: [
    ("NB", "tables.ambiguous-column"), ("nomm", "tables.unknown-column"),
    ("", "tables.unknown-column"), ("z", "tables.ambiguous-column"),
  ])
  func `a column that is not there, or there twice, is refused`(name: String, code: String) throws {
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write("nom;Nb;nb;z;z;\nA;1;2;3;4;\n", to: "a.csv"))
    let problem = #expect(throws: Problem.self) { try file.index(of: name) }
    #expect(problem?.code == code)
    if name == "nomm" { #expect(problem?.remedy.text == "peut-être « nom »") }
  }
}
