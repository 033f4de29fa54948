import TestSupport
import Testing

@testable import Exports

@Suite struct CoordinateTextTests {
  @Test(arguments: [
    (0, "0.0"), (1, "0.0000001"), (-1, "-0.0000001"), (10, "0.000001"), (30_000_000, "3.0"),
    (50_412_345, "5.0412345"), (483_000_100, "48.30001"), (-611_234_560, "-61.123456"),
    (1_800_000_000, "180.0"), (-1_799_999_999, "-179.9999999"), (99_999_999, "9.9999999"),
    (100_000_000, "10.0"), (1_000_000_000, "100.0"),
  ])
  func `ten-millionths are written as degrees`(value: Int32, text: String) {
    #expect(CoordinateText.text(value) == text)
  }

  @Test func `every text reads back as its number and ends without a needless zero`() {
    var chance = Seeded(seed: 20_260_601)
    let failures = (0..<20_000).map { _ in
      Int32.random(in: -1_800_000_000...1_800_000_000, using: &chance)
    }.filter { value in
      let text = CoordinateText.text(value)
      let back = Double(text).map { Int32(($0 * 1e7).rounded()) }
      return back != value || (text.hasSuffix("0") && !text.hasSuffix(".0")) || text.count > 14
    }
    #expect(failures == [])
  }

  @Test func `rounding takes halves away from zero and refuses what is no longitude`() {
    let position = RoundedPosition(longitude: 0.000_000_06, latitude: -0.000_000_06)
    #expect(position == RoundedPosition(x: 1, y: -1))
    #expect(RoundedPosition(longitude: 180.5, latitude: 0) == nil)
    #expect(RoundedPosition(longitude: 0, latitude: .nan) == nil)
    #expect(RoundedPosition(longitude: .infinity, latitude: 0) == nil)
  }
}
