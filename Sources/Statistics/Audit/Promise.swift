/// What a release promises to whoever is counted in it.
public struct Promise: Sendable, Hashable {
  /// Counts from 1 to this number minus one are secret: a withheld number must be able to reach it.
  public let threshold: Int
  /// Whether nobody is secret too: a withheld number must then be able to be 0, else 1.
  public let zerosAreWithheld: Bool
  /// Whether every withheld number must be able to be that small. A number known to reach the
  /// threshold is exempt: it is no secret, and was withheld for another's sake.
  public let demandsDepth: Bool

  /// A promise from its parts.
  public init(threshold: Int, zerosAreWithheld: Bool = false, demandsDepth: Bool = true) {
    precondition(threshold >= 1, "a threshold is at least 1")
    self.threshold = threshold
    self.zerosAreWithheld = zerosAreWithheld
    self.demandsDepth = demandsDepth
  }

  var floor: Int { zerosAreWithheld ? 0 : 1 }

  /// How an interval breaks the promise; `nil` when it keeps it.
  ///
  /// - Parameters:
  ///   - least: what the statuses alone say that the cell holds at least
  func breach(
    by finding: Attacker.Finding, role: LinearSystem.Role, least: Int = 0
  ) -> Breach.Kind? {
    let upper = finding.upper ?? .max
    if role == .implied {
      return upper < threshold && finding.lower >= floor ? .implied : nil
    }
    if upper == finding.lower { return .exact }
    if upper < threshold { return .belowThreshold }
    if demandsDepth && finding.lower > max(floor, least) && finding.lower < threshold {
      return .raised
    }
    return finding.isAttained ? nil : .undecided
  }
}
