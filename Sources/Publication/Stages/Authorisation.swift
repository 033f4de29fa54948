public import Diagnostics

/// What somebody asks for, with everything that decides whether he gets it.
public struct Wish: Sendable {
  /// What is asked for.
  public enum Goal: Sendable, Hashable {
    /// The package for the shared analysis.
    case submission
    /// Figures without the stamp, for somebody.
    case publication(Audience)
  }

  /// The minutes of the shared analysis, as they were found.
  public enum Minutes: Sendable, Hashable {
    case absent, empty, recorded
  }

  /// What is asked for.
  public let goal: Goal
  /// What was done until now.
  public let journal: Journal
  /// The agreement.
  public let terms: Terms
  /// Indicators of the release with the sources that they count.
  public let indicators: [(id: String, sources: [String])]
  /// Today.
  public let day: Day
  /// Of the shared analysis; not asked of a submission.
  public var minutes = Minutes.absent
  /// Indicators without the group's comment; not asked of a submission.
  public var uncommented: [String] = []
  /// Reference of the owner's accord; `nil` when none was given.
  public var accord: String?

  /// A wish from what decides it.
  public init(
    _ goal: Goal, journal: Journal, terms: Terms, indicators: [(id: String, sources: [String])],
    on day: Day
  ) {
    self.goal = goal
    self.journal = journal
    self.terms = terms
    self.indicators = indicators
    self.day = day
  }
}

/// The agreement as a table: who may not do what, why, and who can give what is missing.
public enum Authorisation {
  /// One reason to refuse.
  private struct Rule: Sendable {
    /// To whom it applies.
    let concerns: @Sendable (Wish.Goal) -> Bool
    /// Whether what it asks for is missing.
    let isBroken: @Sendable (Wish) -> Bool
    /// What is missing and who can give it.
    let refusal: @Sendable (Wish) -> Problem

    init(
      _ concerns: @escaping @Sendable (Wish.Goal) -> Bool,
      unless holds: @escaping @Sendable (Wish) -> Bool,
      _ refusal: @escaping @Sendable (Wish) -> Problem
    ) {
      self.concerns = concerns
      isBroken = { !holds($0) }
      self.refusal = refusal
    }
  }

  private static let rules = [
    Rule(anybody, unless: { $0.computed != nil }, Wording.notComputed),
    Rule(publication, unless: { $0.submitted != nil }, Wording.notSubmitted),
    Rule(publication, unless: { !$0.hasChanged }, Wording.changedSinceSubmission),
    Rule(publication, unless: { $0.minutes != .absent }, Wording.minutesAbsent),
    Rule(publication, unless: { $0.minutes != .empty }, Wording.minutesEmpty),
    Rule(publication, unless: { $0.uncommented.isEmpty }, Wording.uncommented),
    Rule(everybody, unless: { $0.hasAccord }, Wording.accordMissing),
    Rule(anybody, unless: { $0.terms.valid != nil }, Wording.validityUnknown),
    Rule(anybody, unless: { $0.hasBegun }, Wording.notYetValid),
    Rule(anybody, unless: { !$0.hasExpired }, Wording.expired),
    Rule(anybody, unless: { !$0.terms.annex.isEmpty }, Wording.annexUnknown),
    Rule(anybody, unless: { $0.terms.annex.isEmpty || $0.outside.isEmpty }, Wording.outsideAnnex),
  ]

  private static let anybody: @Sendable (Wish.Goal) -> Bool = { _ in true }
  private static let publication: @Sendable (Wish.Goal) -> Bool = { $0 != .submission }
  private static let everybody: @Sendable (Wish.Goal) -> Bool = { $0 == .publication(.public) }

  /// Everything that stands in the way; nothing for a wish that may be granted.
  ///
  /// - Returns: problems that stop, with outcome stage refused, in the order of the table
  public static func refusals(of wish: Wish) -> ProblemLog {
    ProblemLog(
      rules.filter { $0.concerns(wish.goal) && $0.isBroken(wish) }.map { $0.refusal(wish) })
  }
}

extension Wish {
  /// The last computation that still stands.
  var computed: Entry? { standing(.computed) }

  /// The last submission that still stands.
  var submitted: Entry? { standing(.submitted) }

  /// Whether figures were computed since the submission that are not those submitted.
  var hasChanged: Bool {
    guard let computed, let submitted, computed.number > submitted.number else { return false }
    return computed.release != submitted.release
  }

  var hasAccord: Bool { accord.map { $0.contains { !$0.isWhitespace } } ?? false }

  var hasBegun: Bool { terms.valid?.from.map { $0 <= day } ?? true }

  var hasExpired: Bool { terms.valid?.to.map { $0 < day } ?? false }

  /// Indicators that the annex does not name.
  var outside: [String] {
    indicators.filter { !terms.cover($0.id, of: $0.sources) }.map(\.id)
  }

  /// An entry that no withdrawal follows.
  private func standing(_ stage: Stage) -> Entry? {
    guard let entry = journal.last(stage) else { return nil }
    return entry.number > journal.last(.withdrawn)?.number ?? 0 ? entry : nil
  }
}

extension Entry {
  /// The archive of the figures that the step is about; `nil` when it says none.
  public var release: String? { step.details["release"]?.string }
}
