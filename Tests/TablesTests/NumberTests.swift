import Glibc
import TestSupport
import Testing

@testable import Tables

@Suite struct NumberTests {
  static func parsed(_ text: String, _ mark: DecimalMark = .point) -> Double? {
    Array(text.utf8).withUnsafeBytes { Field(bytes: $0).double(mark) }
  }

  @Test(arguments: [UInt64](1...4))
  func `numbers are those of the C library, bit by bit`(seed: UInt64) {
    var chance = Seeded(seed: seed)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let text = Self.number(&chance)
      if Self.parsed(text)?.bitPattern != strtod(text, nil).bitPattern { wrong.append(text) }
    }
    #expect(wrong == [])
  }

  private static func number(_ chance: inout Seeded) -> String {
    let sign = ["", "-", "+"].randomElement(using: &chance) ?? ""
    let whole = digits(Int.random(in: 0...20, using: &chance), &chance)
    let isWhole = Int.random(in: 0...3, using: &chance) == 0 && !whole.isEmpty
    let fraction = isWhole ? "" : "." + digits(Int.random(in: 1...25, using: &chance), &chance)
    let hasExponent = Int.random(in: 0...9, using: &chance) == 0
    return sign + whole + fraction
      + (hasExponent ? "e\(Int.random(in: -30...30, using: &chance))" : "")
  }

  private static func digits(_ count: Int, _ chance: inout Seeded) -> String {
    String((0..<count).map { _ in "0123456789".randomElement(using: &chance) ?? "0" })
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "-.", "e5", "1e", "1e+", "1 234", "1,5", "12%", "0x10", "inf", "nan",
    "1.2.3", "1e400", "--1", "1-", "\u{0}", "1\u{0}",
  ])
  func `anything else is no number`(text: String) { #expect(Self.parsed(text) == nil) }

  @Test(arguments: [
    ("12,5", 12.5), (",5", 0.5), ("-0,25", -0.25), (" 3,14\u{A0}", 3.14), ("\u{202F}7\t", 7),
    ("2,1231E+04", 21231), ("5,", 5),
  ])
  func `the comma is a mark where it is declared`(text: String, value: Double) {
    #expect(Self.parsed(text, .comma) == value)
  }

  @Test(arguments: [
    ("12", 12), ("-3", -3), ("+4", 4), (" 5 ", 5), ("0007", 7), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("", nil), ("-", nil),
    ("1.0", nil), ("1 2", nil),
  ])
  func `whole numbers`(text: String, value: Int?) {
    #expect(Array(text.utf8).withUnsafeBytes { Field(bytes: $0).integer } == value)
  }

  @Test(arguments: [
    ("12", 12), ("1 234", 1234), ("1\u{202F}234\u{A0}567", 1_234_567), ("12,0", 12), ("12.00", 12),
    ("1 234,0", 1234), ("-1 234", -1234), ("12 34", nil), ("1 2345", nil), ("1234 567", nil),
    ("1  234", nil), ("12,5", nil), ("12,", nil), ("1.234,0", nil), (",0", nil), ("", nil),
    ("1 234 rue", nil), ("un", nil),
  ])
  func `counts as they are typed`(text: String, value: Int?) {
    #expect(Array(text.utf8).withUnsafeBytes { Field(bytes: $0).count } == value)
  }

  @Test(arguments: [
    ("12,5", 12.5), ("1 234,50", 1234.5), ("1\u{202F}234,50 €", 1234.5), ("7€", 7), ("12 34", nil),
    ("1 234,5 0", nil), ("€", nil), ("", nil), ("12 $", nil),
  ])
  func `amounts as they are typed`(text: String, value: Double?) {
    #expect(Array(text.utf8).withUnsafeBytes { Field(bytes: $0).amount(.comma) } == value)
  }

  static func libraryText(_ value: Double, _ decimals: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    let count = withVaList([Int32(decimals), value]) { vsnprintf(&buffer, 400, "%.*f", $0) }
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The C library rounds exact halves to even and keeps the sign of zero: both are left out here.
  @Test(arguments: 0...15)
  func `decimals are rounded as the C library rounds them`(decimals: Int) {
    var chance = Seeded(seed: UInt64(decimals))
    var wrong: [Double] = []
    for _ in 0..<3000 {
      let scale = pow(10, Double.random(in: -8...12, using: &chance))
      let raw = Double.random(in: -1...1, using: &chance) * scale
      let value = Bool.random(using: &chance) ? raw : (raw * 1000).rounded() / 1000
      let expected = Self.libraryText(value, decimals)
      let isZero = !expected.contains { "123456789".contains($0) }
      if isZero || Self.isExactHalf(value, decimals) { continue }
      if DecimalText.text(value, decimals: decimals) != expected { wrong.append(value) }
    }
    #expect(wrong == [])
  }

  private static func isExactHalf(_ value: Double, _ decimals: Int) -> Bool {
    let digits = libraryText(value, decimals + 60).suffix(60)
    return digits.first == "5" && digits.dropFirst().allSatisfy { $0 == "0" }
  }

  @Test(arguments: [
    (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (2.5, 0, "3"), (0.5, 0, "1"), (-0.004, 2, "0.00"),
    (1.005, 2, "1.00"), (1.115, 2, "1.11"), (0, 3, "0.000"), (99.995, 1, "100.0"),
    (1e15, 2, "1000000000000000.00"),
    (1e22, 1, "10000000000000000000000.0"), (12, 7, "12.0000000"),
  ])
  func `known roundings`(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.text(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (12.5, "12.5"), (12, "12.0"), (0, "0.0"), (0.1234567, "0.1234567"), (100, "100.0"),
    (-3.25, "-3.25"),
  ])
  func `trimmed zeros leave one decimal`(value: Double, text: String) {
    #expect(DecimalText.text(value, decimals: 7, trimsZeros: true) == text)
  }

  @Test func `whole numbers of every length are written`() {
    for value in [0, 9, 10, 99, 100, 12_345, Int.max, Int.min, -7] {
      var bytes: [UInt8] = []
      DecimalText.append(value, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == String(value))
    }
  }

  @Test func `a written number reads as itself`() {
    var chance = Seeded(seed: 9)
    var wrong: [Double] = []
    for _ in 0..<2000 {
      let value = (Double.random(in: 0...1e6, using: &chance) * 1e4).rounded() / 1e4
      if Self.parsed(DecimalText.text(value, decimals: 4)) != value { wrong.append(value) }
    }
    #expect(wrong == [])
  }
}
