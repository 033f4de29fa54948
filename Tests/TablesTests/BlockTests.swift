import Diagnostics
import Tables
import TestSupport
import Testing

@Suite struct BlockTests {
  /// Several blocks of coordinates.
  static func coordinates(rows: Int, seed: UInt64) -> (text: String, sum: Double) {
    var chance = Seeded(seed: seed)
    var text = "id;x;y;nb\r\n"
    var sum = 0.0
    for id in 0..<rows {
      let x = Double(Int.random(in: 0...99_999_999, using: &chance)) / 100
      let isBlank = id % 10 == 3
      if !isBlank { sum += x }
      text += "\(id);\(isBlank ? "" : DecimalText.text(x, decimals: 2));\(id % 7),5;1\r\n"
    }
    return (text, sum)
  }

  @Test func `columns of numbers come in the order of the file, blanks as NaN`() throws {
    let (text, sum) = Self.coordinates(rows: 70_000, seed: 3)
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write(text, to: "a.csv"))
    let columns = [try file.index(of: "y"), try file.index(of: "x"), try file.index(of: "y")]
    var alone: [Double] = []
    for threads in 1...3 {
      let (blocks, problems) = try file.mapBlocks(reading: columns, threads: threads) { block in
        var values: [[Double]] = [[], [], []]
        block.doubles(0, mark: .comma, into: &values[0])
        block.doubles(1, mark: .point, into: &values[1])
        block.doubles(2, mark: .comma, into: &values[2])
        return values
      }
      #expect(blocks.count > 2)
      #expect(problems.isEmpty)
      let x = blocks.flatMap { $0[1] }
      #expect(x.count == 70_000)
      #expect(x.indices.allSatisfy { x[$0].isNaN == ($0 % 10 == 3) })
      #expect(abs(x.filter { !$0.isNaN }.reduce(0, +) - sum) < 1)
      #expect(blocks.allSatisfy { $0[0] == $0[2] })
      #expect(blocks.flatMap { $0[0] }.prefix(8) == [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 0.5])
      if threads == 1 { alone = x.filter { !$0.isNaN } }
      #expect(x.filter { !$0.isNaN } == alone)
    }
  }

  @Test func `the first failure in the order of the file is the one thrown`() throws {
    let folder = TemporaryFolder()
    let file = try DelimitedFile(
      folder.write(Self.coordinates(rows: 100_000, seed: 4).text, to: "a.csv"))
    for _ in 0..<5 {
      let problem = #expect(throws: Problem.self) {
        try file.mapBlocks(reading: [0]) { block throws(Problem) -> Int in
          if block.index == 0 { return 0 }
          throw Problem(
            "test.failure", .stops, at: file.place(line: block.line(of: 0)), fact: "échec",
            remedy: "aucun")
        }
      }
      let lines = try file.mapBlocks(reading: [0], threads: 1) { $0.line(of: 0) }.results
      #expect(problem?.place.line == lines[1])
    }
  }

  @Test func `no column at all counts the lines`() throws {
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write("a;b\n1;2\n3\n\n;\n4;5", to: "a.csv"))
    #expect(try file.countDataLines() == 4)
  }

  @Test(arguments: [
    ("", true), (" \u{A0}\u{202F}\t", true), ("\u{A0}", true), ("x", false), (" 0 ", false),
    ("\u{C2}", false),
  ])
  func `spaces of all kinds are blank`(text: String, isBlank: Bool) throws {
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write("a;b\n\(text);1\n", to: "a.csv"))
    let blanks = try file.mapBlocks(reading: [0]) { block in
      [block.field(0, 0).isBlank, block.field(0, 0).trimmed.text.isEmpty]
    }
    #expect(blanks.results == [[isBlank, isBlank]])
  }

  @Test func `cells compare with texts and bytes`() throws {
    let folder = TemporaryFolder()
    let file = try DelimitedFile(folder.write("a;b\n\"x\"\"y\";été\n", to: "a.csv"))
    let same = try file.mapBlocks(reading: [1, 0]) { block in
      [
        block.field(0, 1).equals("x\"y"), block.field(0, 0).equals("été"),
        block.field(0, 0).equals(Array("été".utf8)), block.field(0, 0).equals("ét"),
        block.field(0, 1).equals("x"),
      ]
    }
    #expect(same.results == [[true, true, true, false, false]])
  }
}
