import Diagnostics
import TestSupport
import Testing

@testable import Stages

/// The agreement's refusals, one row each: a wish that would be granted, spoilt in one place.
@Suite struct AuthorisationTests {
  /// What happened, in one letter: Computed, Submitted, Withdrawn; `c` computes other figures.
  private static func journal(_ story: String) throws -> Journal {
    var journal = Journal(campaign: "essai")
    for letter in story {
      let stage: Stage =
        switch letter {
        case "S": .submitted
        case "W": .withdrawn
        default: .computed
        }
      journal = try journal.appending(
        Step(
          stage, version: "v", at: Moment(seconds: 1_790_000_000), by: "maille",
          details: [("release", .text(letter == "c" ? "autre" : "chiffres"))]))
    }
    return journal
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var story = "CS"
    var goal = Wish.Goal.publication(.public)
    var day = "2026-10-15"
    var valid: Period? = Period(from: Day("2026-01-01"), to: Day("2026-12-31"))
    var annex = ["c2s"]
    var minutes = Wish.Minutes.recorded
    var uncommented: [String] = []
    var accord: String? = "courrier du 12/10/2026"
    var codes: [String] = []
    var testDescription: String { "\(goal) \(story) \(codes)" }

    init(_ change: (inout Case) -> Void, _ codes: String...) {
      change(&self)
      self.codes = codes.map { "stages." + $0 }
    }
  }

  static let cases = [
    Case({ _ in }),
    Case({ $0.goal = .submission }),
    Case({ ($0.goal, $0.story) = (.submission, "") }, "not-computed"),
    Case({ ($0.goal, $0.story) = (.submission, "CW") }, "not-computed"),
    Case({ ($0.goal, $0.story) = (.submission, "CWC") }),
    Case({ $0.story = "" }, "not-computed", "not-submitted"),
    Case({ $0.story = "C" }, "not-submitted"),
    Case({ $0.story = "CSW" }, "not-computed", "not-submitted"),
    Case({ $0.story = "CSWC" }, "not-submitted"),
    Case({ $0.story = "CSc" }, "changed-since-submission"),
    Case({ $0.story = "CSC" }),
    Case({ $0.story = "CScS" }),
    Case({ $0.minutes = .absent }, "minutes-missing"),
    Case({ $0.minutes = .empty }, "minutes-empty"),
    Case({ $0.uncommented = ["tx_c2s"] }, "uncommented"),
    Case({ $0.accord = nil }, "accord-missing"),
    Case({ $0.accord = " \t" }, "accord-missing"),
    Case({ ($0.accord, $0.goal) = (nil, .publication(.partners)) }),
    Case({ ($0.accord, $0.goal) = (nil, .publication(.group)) }),
    Case({ $0.valid = nil }, "validity-unknown"),
    Case({ $0.day = "2025-12-31" }, "not-yet-valid"),
    Case({ $0.day = "2026-01-01" }),
    Case({ $0.day = "2026-12-31" }),
    Case({ $0.day = "2027-01-01" }, "expired"),
    Case({ ($0.day, $0.goal) = ("2027-01-01", .submission) }, "expired"),
    Case({ $0.annex = [] }, "annex-unknown"),
    Case({ $0.annex = ["ald"] }, "outside-annex"),
    Case({ $0.annex = ["tx_c2s"] }),
    Case(
      {
        ($0.story, $0.minutes, $0.accord, $0.day) = ("C", .absent, nil, "2027-01-01")
        ($0.uncommented, $0.annex) = (["tx_c2s"], ["ald"])
      }, "not-submitted", "minutes-missing", "uncommented", "accord-missing", "expired",
      "outside-annex"),
  ]

  private func refusals(_ example: Case) throws -> [Problem] {
    let terms = Terms(
      owner: "la CPAM", holder: "le CCAS", valid: example.valid, collection: nil,
      annex: example.annex)
    var wish = Wish(
      example.goal, journal: try Self.journal(example.story), terms: terms,
      indicators: [("tx_c2s", ["c2s"])], on: try #require(Day(example.day)))
    (wish.minutes, wish.uncommented) = (example.minutes, example.uncommented)
    wish.accord = example.accord
    return Authorisation.refusals(of: wish).groups.compactMap(\.first.first)
  }

  @Test(arguments: cases)
  func `a wish is granted or refused for all its reasons`(example: Case) throws {
    let refusals = try refusals(example)
    #expect(refusals.map(\.code) == example.codes)
    #expect(refusals.allSatisfy { $0.outcome == .stageRefused && $0.effect == .stops })
  }

  /// Who can give what is missing: a name of the agreement, or the command that the technician runs.
  @Test func `each refusal says who can give what is missing`() throws {
    let givers = ["le CCAS", "la CPAM", "maille", "groupe", "campagne", "annex"]
    for example in Self.cases {
      for refusal in try refusals(example) {
        #expect(givers.contains { refusal.remedy.text.contains($0) }, "\(refusal.code)")
      }
    }
  }

  @Test(arguments: [
    ("2026-05-31", 1), ("2026-06-01", 0), ("2026-09-30", 0), ("2026-10-01", 1),
  ])
  func `a window that was missed is a warning`(day: String, count: Int) throws {
    let window = Period(from: Day("2026-06-01"), to: Day("2026-09-30"))
    let terms = Terms(owner: "", holder: "", valid: nil, collection: window, annex: [])
    let warning = terms.lateness(of: try #require(Day(day)))
    #expect([warning].compactMap(\.self).count == count)
    #expect(warning.map { $0.effect == .warns } ?? true)
  }
}
