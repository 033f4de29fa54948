import TestSupport
import Testing

@testable import Tables

@Suite struct RowTests {
  /// Every text of a length over an alphabet.
  static func texts(_ alphabet: [Character], length: Int) -> [String] {
    (0..<length).reduce([""]) { texts, _ in
      texts.flatMap { text in alphabet.map { text + String($0) } }
    }
  }

  /// Rows of a width that hold something; excess fields must be empty.
  ///
  /// Rows without any content are left out: the scanner sets those of empty unquoted fields aside.
  static func filled(_ records: [[String]], width: Int) -> [[String]] {
    records.filter { $0.count >= width && $0.dropFirst(width).allSatisfy(\.isEmpty) }
      .map { Array($0.prefix(width)) }.filter { $0.contains { !$0.isEmpty } }
  }

  @Test(arguments: 1...6)
  func `every small well formed text is read as RFC 4180 says`(length: Int) {
    var wrong: [String] = []
    for text in Self.texts(["a", ";", "\"", "\n"], length: length) {
      guard let records = ReferenceCSV.records(text) else { continue }
      for width in 1...3 {
        let found = Self.filled(Scan(text, width: width, grammar: .semicolon).rows, width: width)
        if found != Self.filled(records, width: width) {
          wrong.append("\(width) \(text.debugDescription)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: 1...6)
  func `every small text gives the same rows in blocks as in one`(length: Int) {
    var wrong: [String] = []
    for text in Self.texts(["a", ";", "\"", "\n"], length: length) {
      let whole = Scan(text, width: 2, grammar: .semicolon)
      for target in [1, 3]
      where Scan(text, width: 2, grammar: .semicolon, blocksOf: target) != whole {
        wrong.append("\(target) \(text.debugDescription)")
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: 1...6)
  func `line ends of all kinds may be mixed`(length: Int) {
    var wrong: [String] = []
    for text in Self.texts(["a", ";", "\r", "\n"], length: length) {
      let whole = Scan(text, width: 2, grammar: .anyLineEnd)
      let unix = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      let lines = unix.flatMap { $0.split(separator: "\r", omittingEmptySubsequences: false) }
      let rows = lines.map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      }
      .filter { $0.contains { !$0.isEmpty } }
      if whole.rows != Self.filled(rows, width: 2) { wrong.append(text.debugDescription) }
      if Scan(text, width: 2, grammar: .anyLineEnd, blocksOf: 2) != whole {
        wrong.append("blocks \(text.debugDescription)")
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [UInt64](1...40))
  func `long texts with seeded chance are the same in blocks and to the reference`(seed: UInt64) {
    var chance = Seeded(seed: seed)
    let isWild = seed % 2 == 0
    var text = ""
    for _ in 0..<60 {
      text += (0..<3).map { _ in Self.cell(&chance, isWild: isWild) }.joined(separator: ";")
      text += ["\n", "\r\n"].randomElement(using: &chance) ?? "\n"
    }
    let whole = Scan(text, width: 3, grammar: .semicolon)
    for target in [1, 17, 64, 65, 1000] {
      #expect(Scan(text, width: 3, grammar: .semicolon, blocksOf: target) == whole, "\(target)")
    }
    guard !isWild, let records = ReferenceCSV.records(text) else { return #expect(isWild) }
    #expect(whole.rows == records)
  }

  static func cell(_ chance: inout Seeded, isWild: Bool) -> String {
    let plain = ["x", "12,5", "rue du Bac, 3", String(repeating: "é", count: 40), "0"]
    let quoted = ["\"a;b\"", "\"dit \"\"Léo\"\"\"", "\"l1\nl2\"", "\"\"", "\"l1\r\nl2;\""]
    let wild = ["\"", "a\"b", "\"a\" b", "\"\"x", "", ";"]
    let choice = plain + quoted + (isWild ? wild : [])
    return choice.randomElement(using: &chance) ?? "x"
  }

  @Test(
    arguments: [
      ("a;b", [["a", "b"]], []),
      ("a;b\r\n\r\n\nc;d\n", [["a", "b"], ["c", "d"]], []),
      ("a;\nb;c", [["a", ""], ["b", "c"]], []),
      ("a;b;\n", [["a", "b"]], []),
      ("a\"b\";c\n", [["a\"b\"", "c"]], []),
      ("\"a\" ;b\n", [["a", "b"]], []),
      ("\"a \"b\" c\";d\n", [["a \"b\" c", "d"]], []),
      ("a;b;c\n1;2\n", [["1", "2"]], [RowScanner.SetAside(line: 1, reason: .fieldCount(3))]),
      (";\n1;2\n", [["1", "2"]], [RowScanner.SetAside(line: 1, reason: .blank)]),
      (
        "a;\"b\nc;d\n", [["c", "d"]],
        [RowScanner.SetAside(line: 1, reason: .unclosedQuote(column: 2))]
      ),
      (
        "1;2\n\"a;b\n\"c\";d\n", [["1", "2"], ["c", "d"]],
        [RowScanner.SetAside(line: 2, reason: .unclosedQuote(column: 1))]
      ),
      (
        "\"l1\nl2\";x\nseul\n", [["l1\nl2", "x"]],
        [RowScanner.SetAside(line: 3, reason: .fieldCount(1))]
      ),
    ] as [(String, [[String]], [RowScanner.SetAside])])
  func `rows of two fields`(text: String, rows: [[String]], setAside: [RowScanner.SetAside]) {
    let scan = Scan(text, width: 2, grammar: .semicolon)
    #expect(scan.rows == rows)
    #expect(scan.setAside == setAside)
  }

  @Test func `many quotes that never close cost one search`() {
    let text = String(repeating: "a;\"\"x\n", count: 20_000)
    let scan = Scan(text, width: 2, grammar: .semicolon)
    #expect(scan.setAside.count == 20_000)
    #expect(Scan(text, width: 2, grammar: .semicolon, blocksOf: 5000) == scan)
  }
}
