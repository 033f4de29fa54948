import TestSupport
import Testing

@testable import Stages

/// Days and seconds, judged by `date` of coreutils.
@Suite struct MomentTests {
  @Test(arguments: [
    ("2026-01-31", true), ("2026-02-28", true), ("2026-02-29", false), ("2024-02-29", true),
    ("2000-02-29", true), ("1900-02-29", false), ("2026-04-31", false), ("2026-13-01", false),
    ("2026-00-01", false), ("2026-01-00", false), ("26-01-01", false), ("2026-1-1", false),
    ("2026/01/01", false), ("", false), ("２０２６-01-01", false),
  ])
  func `a day exists or not`(text: String, exists: Bool) {
    #expect((Day(text) != nil) == exists)
  }

  @Test func `seconds and texts agree with another program`() throws {
    var chance = Seeded(seed: 3)
    let known = [0, 951_782_399, 951_782_400, 1_709_164_800, 253_402_300_799]
    let seconds = known + (0..<40).map { _ in Int.random(in: 0...4_000_000_000, using: &chance) }
    let wrong = seconds.filter { number in
      let moment = Moment(seconds: number)
      guard let judge = output(of: "date", ["-u", "-d", "@\(number)", "+%Y-%m-%dT%H:%M:%SZ"]) else {
        return false
      }
      return judge.output != moment.text + "\n" || Moment(moment.text) != moment
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    "2026-01-31T24:00:00Z", "2026-01-31T23:60:00Z", "2026-01-31T23:59:60Z", "2026-01-31 23:59:59Z",
    "2026-01-31T23:59:59", "2026-02-30T00:00:00Z", "1969-12-31T23:59:59Z", "",
  ])
  func `what is no moment is none`(text: String) { #expect(Moment(text) == nil) }

  @Test(arguments: [
    ("2026-01-01", "2026-12-31", "2026-01-01", true),
    ("2026-01-01", "2026-12-31", "2026-12-31", true),
    ("2026-01-01", "2026-12-31", "2025-12-31", false),
    ("2026-01-01", "2026-12-31", "2027-01-01", false),
    ("", "2026-12-31", "1990-01-01", true), ("2026-01-01", "", "2090-01-01", true),
  ])
  func `a period holds both its ends`(from: String, to: String, day: String, isIn: Bool) throws {
    let period = Period(from: Day(from), to: Day(to))
    #expect(period.contains(try #require(Day(day))) == isIn)
  }
}
