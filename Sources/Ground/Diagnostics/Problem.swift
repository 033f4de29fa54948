/// Something wrong in the material or the world: what, where, and how to mend it.
///
/// Readers collect problems and go on, so that the user mends one list. A problem that is thrown is
/// one that stops.
///
/// - Confidential: no; `Prose` and `Place` have no way to hold a cell
public struct Problem: Error, Sendable, Hashable {
  /// What becomes of the work.
  public enum Effect: Int, Sendable, Hashable, Comparable {
    /// The figures stand; the user should know.
    case warns
    /// One row or feature is set aside, and counted.
    case dropsRow
    /// No result can be given.
    case stops

    /// From harmless to fatal.
    public static func < (left: Effect, right: Effect) -> Bool { left.rawValue < right.rawValue }
  }

  /// Stable name, `target.kebab-case`: what scripts may test.
  public let code: String
  /// What becomes of the work.
  public let effect: Effect
  /// Where it is.
  public let place: Place
  /// What was found and what was expected.
  public let fact: Prose
  /// What the user can do.
  public let remedy: Prose
  /// How a command that stops on it ends.
  public let outcome: Outcome

  /// A problem, worded by the target that found it.
  public init(
    _ code: StaticString, _ effect: Effect, at place: Place = .none, fact: Prose, remedy: Prose,
    outcome: Outcome = .inputRefused
  ) {
    self.code = code.description
    self.effect = effect
    self.place = place
    self.fact = fact
    self.remedy = remedy
    self.outcome = outcome
  }

  /// The same problem, said of another place (a reader that knows the line, its caller the file).
  public func moved(to place: Place) -> Problem {
    Problem(
      code: code, effect: effect, place: place, fact: fact, remedy: remedy, outcome: outcome)
  }

  /// The same problem, accepted by the user: it no longer stops.
  public func softened() -> Problem {
    Problem(code: code, effect: .warns, place: place, fact: fact, remedy: remedy, outcome: .done)
  }

  init(
    code: String, effect: Effect, place: Place, fact: Prose, remedy: Prose, outcome: Outcome
  ) {
    self.code = code
    self.effect = effect
    self.place = place
    self.fact = fact
    self.remedy = remedy
    self.outcome = outcome
  }
}

extension Problem: CustomStringConvertible {
  /// Two lines: place, fact and code; then the remedy.
  public var description: String {
    let start = place == .none ? "" : "\(place): "
    return "\(start)\(fact.text) [\(code)]\n  → \(remedy.text)"
  }
}
