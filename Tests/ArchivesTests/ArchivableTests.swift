import Archives
import TestSupport
import Testing

@Suite struct ArchivableTests {
  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 31, .max, .min])
  func `a number comes back`(number: Int) throws {
    #expect(try Int(archived: number.archived) == number)
  }

  @Test(arguments: [0.0, -0.0, 1.5, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity])
  func `a double comes back bit by bit`(number: Double) throws {
    #expect(try Double(archived: number.archived).bitPattern == number.bitPattern)
  }

  @Test(arguments: [[], [""], ["é", "a\nb", "\u{0}"]] as [[String]])
  func `texts come back`(texts: [String]) throws {
    #expect(try [String](archived: texts.archived) == texts)
  }

  @Test func `what may be missing comes back`() throws {
    let values: [Int?] = [3, nil, -7]
    #expect(try [Int?](archived: values.archived) == values)
  }

  @Test func `small numbers take one byte`() {
    #expect((-64...63).allSatisfy { $0.archived.count == 1 })
  }

  /// Each is too long, too short, or no such value.
  @Test(
    arguments: [
      [], [0x80], [UInt8](repeating: 0xFF, count: 11), [2, 2],
      [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 2],
    ] as [[UInt8]])
  func `bytes that are no number are damage`(bytes: [UInt8]) {
    #expect(throws: ArchiveDamage.self) { try Int(archived: bytes) }
  }

  @Test func `a list cannot promise more than there are bytes`() {
    #expect(throws: ArchiveDamage.self) { try [Int](archived: Int.max.archived + [0, 0]) }
    #expect(throws: ArchiveDamage.self) { try String(archived: 5.archived + Array("abc".utf8)) }
  }

  @Test func `text that is not UTF-8 is damage`() {
    #expect(throws: ArchiveDamage.self) { try String(archived: 1.archived + [0xFF]) }
  }

  /// Whatever the bytes, an answer and no crash.
  @Test func `seeded bytes give a value or damage`() {
    var chance = Seeded(seed: 7)
    var read = 0
    for length in 0..<400 {
      let bytes = (0..<(length % 20)).map { _ in UInt8.random(in: 0...255, using: &chance) }
      if (try? [String?](archived: bytes)) != nil { read += 1 }
    }
    #expect(read < 400)
  }
}
