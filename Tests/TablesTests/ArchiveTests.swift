import Diagnostics
import Tables
import TestSupport
import Testing

@Suite struct ArchiveTests {
  /// Three megabytes of everything: several blocks, quotes, accents, ragged lines.
  static let large: [UInt8] = {
    var chance = Seeded(seed: 5)
    var text = "id;nom;valeur\n"
    for id in 0..<60_000 {
      let name = ["Île", "\"a;b\"", "\"l1\nl2\"", "\"dit \"\"Léo\"\"\"", "rue du Bac", "\"ouvert"]
        .randomElement(using: &chance)
      text += "\(id);\(name ?? "");\(Double(Int.random(in: 0...9999, using: &chance)) / 100)"
      text += id % 997 == 0 ? ";trop\n" : "\n"
    }
    return Array(text.utf8)
  }()

  @Test func `a file reads the same plain, in .gz and in .zip, on one thread and on two`() throws {
    let plain = try TableReading(bytes: Self.large, threads: 1)
    #expect(plain.rows.count > 40_000)
    #expect(plain.setAsideCount > 5000)
    #expect(try TableReading(bytes: Self.large, threads: 2) == plain)
    let gzip = try TableReading(bytes: gzipped(Self.large), name: "table.csv")
    #expect(gzip == plain)
    let zip = zipped([("dossier/", []), ("dossier/table.CSV", Self.large)])
    let unzipped = try TableReading(bytes: zip, name: "table.zip", threads: 1)
    #expect(unzipped.rows == plain.rows)
    #expect(unzipped.lines == plain.lines)
    #expect(unzipped.codes == plain.codes)
  }

  @Test func `UTF-16 and Windows-1252 inside a .gz`() throws {
    let text = "nom;n\r\n" + String(repeating: "L'été;1\r\n", count: 100_000)
    let wide = gzipped(DialectTests.utf16(text, bigEndian: false, hasMark: true))
    let narrow = gzipped(DialectTests.windows(text))
    let expected = try TableReading(text: text)
    #expect(expected.rows.count == 100_000)
    #expect(try TableReading(bytes: wide) == expected)
    #expect(try TableReading(bytes: narrow) == expected)
  }

  @Test(arguments: [0, 10, 1000, 100_000])
  func `a truncated .gz is refused, never half read`(kept: Int) throws {
    let whole = gzipped(Self.large)
    let cut = kept == 0 ? Array(whole.dropLast(9)) : Array(whole.prefix(kept))
    let problem = #expect(throws: Problem.self) { try TableReading(bytes: cut) }
    #expect(problem?.code == "tables.damaged-archive")
  }

  @Test func `a damaged .zip member is refused`() throws {
    var zip = zipped([("a.csv", Self.large)])
    for index in 200_000..<200_064 { zip[index] ^= 0x55 }
    let problem = #expect(throws: Problem.self) { try TableReading(bytes: zip, name: "a.zip") }
    #expect(problem?.code == "tables.damaged-archive")
  }

  @Test func `of several members the table is chosen, or asked for`() throws {
    let table = Array("a;b\n1;2\n".utf8)
    let other = Array("c;d\n3;4\n".utf8)
    let insee = zipped([
      ("meta_base-ic-2022.CSV", other), ("base-ic-2022.CSV", table), ("lisez-moi.pdf", [1]),
      ("__MACOSX/._base-ic-2022.CSV", [0]),
    ])
    #expect(try TableReading(bytes: insee, name: "a.zip").columns == ["a", "b"])
    let two = zipped([("x/un.csv", table), ("x/deux.csv", other)])
    let problem = #expect(throws: Problem.self) { try TableReading(bytes: two, name: "a.zip") }
    #expect(problem?.code == "tables.which-member")
    #expect(problem?.remedy.text.contains("« x/deux.csv »") == true)
    let named = Declaration(member: "deux.csv")
    #expect(try TableReading(bytes: two, name: "a.zip", declared: named).columns == ["c", "d"])
    let absent = Declaration(member: "trois.csv")
    let missing = #expect(throws: Problem.self) {
      try TableReading(bytes: two, name: "a.zip", declared: absent)
    }
    #expect(missing?.code == "tables.missing-member")
  }

  @Test func `hostile names are only names`() throws {
    let folder = TemporaryFolder()
    let table = Array("a;b\n1;2\n".utf8)
    let zip = zipped([("../../../tmp/maille-evil.csv", table)])
    let reading = try TableReading(folder.write(zip, to: "evil.zip"))
    #expect(reading.rows == [["1", "2"]])
    #expect(folder.names == ["evil.zip"])
    #expect(readFile("/tmp/maille-evil.csv") == nil)
  }

  @Test func `a damaged workbook or a protected archive says what to do`() throws {
    let workbook = zipped([("xl/workbook.xml", [0x3C])])
    let problem = #expect(throws: Problem.self) { try TableReading(bytes: workbook) }
    #expect(problem?.code == "tables.damaged-workbook")
    let locked = zipped([("a.csv", Array("a;b\n1;2\n".utf8))], password: "x")
    let refused = #expect(throws: Problem.self) { try TableReading(bytes: locked) }
    #expect(refused?.code == "tables.encrypted-archive")
  }

  @Test func `a bomb is refused before it explodes`() throws {
    let bomb = gzipped(Array(repeating: 0x0A, count: 1000))
    #expect(throws: Problem.self) { try TableReading(bytes: bomb) }
  }

  /// The end of the directory alone may be missing: members would still read, but perhaps not all.
  @Test func `a .zip cut anywhere is refused`() {
    let whole = zipped([("a.csv", Array("a;b\n1;2\n".utf8)), ("lisez.md", [0x61])])
    for length in stride(from: 30, to: whole.count, by: 7) {
      let problem = #expect(throws: Problem.self, "\(length)") {
        try TableReading(bytes: Array(whole.prefix(length)), name: "a.zip")
      }
      #expect(problem?.code == "tables.damaged-archive", "\(length)")
    }
  }
}
