import Stages
import Testing

@testable import Campaigns

@Suite struct RetentionTests {
  /// From 31 January 2026, midnight.
  @Test(arguments: [
    ("30 days", "2026-03-02"), ("30 jours", "2026-03-02"), ("0 days", "2026-01-31"),
    ("0 jour", "2026-01-31"), ("1 jour", "2026-02-01"), ("2 semaines", "2026-02-14"),
    ("1 mois", "2026-03-03"), ("2 months", "2026-03-31"), ("1 an", "2027-01-31"),
    ("5 Years", "2031-01-31"), ("  3   mois ", "2026-05-01"),
  ])
  func `an agreement's words are a day`(text: String, day: String) throws {
    let retention = try #require(Retention(text))
    #expect(Moment(seconds: retention.end(from: 1_769_817_600)).day.text == day)
  }

  @Test(arguments: [
    "", "30", "jours", "-1 jours", "trente jours", "30 lunes", "1.5 mois", "30 jours ouvrés",
    "99999999999 jours",
  ])
  func `other words are refused`(text: String) { #expect(Retention(text) == nil) }
}
