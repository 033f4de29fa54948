import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import Layers

@Suite struct DecimalNumberTests {
  /// The bits of a number as our reader finds them.
  private func bits(_ text: String) -> UInt64? {
    Array(text.utf8).withUnsafeBytes { bytes in
      var cursor = JSONCursor(bytes, place: .none)
      let double = try? cursor.readDouble()
      return cursor.offset == bytes.count ? double?.bitPattern : nil
    }
  }

  private func disagreements(_ texts: some Sequence<String>) -> [String] {
    texts.filter { bits($0) != strtod($0, nil).bitPattern }
  }

  @Test(arguments: [
    "0", "-0", "0.0", "1", "-1", "0.1", "9007199254740993", "9007199254740993.0", "1e22", "1e23",
    "3.8681178", "43.647649578706812", "0.0000000000000000001", "18446744073709551615",
    "1844674407370955161.5", "9999999999999999999", "9223372036854775807", "9223372036854775808",
    "1.00000000000000011102230246251565404", "2.2250738585072011e-308", "4.9e-324", "2e-324",
    "1.7976931348623157e308", "1e400", "-1e400", "1e-400", "1e99999999999999999999",
    "1.0000000000000002220446", "0.500000000000000166533453693773481063544750213623046875",
    "6929495644600919.5", "3.7455744005952583e15", "1e-19", "1234567890123456789e-19",
  ])
  func `awkward numbers are the doubles of strtod`(text: String) {
    #expect(disagreements([text]) == [])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `numbers by chance are the doubles of strtod`(seed: UInt64) {
    var chance = Seeded(seed: seed)
    let texts = (0..<20_000).map { _ -> String in
      let digits =
        UInt64.random(in: 0...(.max), using: &chance) >> UInt64.random(in: 0...60, using: &chance)
      let whole = String(digits)
      let point = Int.random(in: 0...whole.count, using: &chance)
      let head = String(whole.prefix(point)), tail = String(whole.dropFirst(point))
      let sign = Bool.random(using: &chance) ? "-" : ""
      return sign + (head.isEmpty || head.hasPrefix("0") ? "0" : head)
        + (tail.isEmpty ? "" : "." + tail)
    }
    #expect(disagreements(texts) == [], "graine \(seed)")
  }

  @Test func `halfway cases go to the even neighbour`() {
    var chance = Seeded(seed: 4)
    let texts = (0..<5_000).flatMap { _ -> [String] in
      let even = UInt64.random(in: 1 << 52..<1 << 53, using: &chance)
      let quarter = even >> 2
      return ["\(quarter).5", "\(quarter).25", "\(quarter).75", "\(even).5", "\(even | 1).5"]
    }
    #expect(disagreements(texts) == [])
  }

  @Test(arguments: ["", "-", "01", "1.", ".5", "1e", "1e+", "+1", "-a", "0x1"])
  func `what is not a JSON number is refused`(text: String) {
    #expect(bits(text) == nil)
  }
}
