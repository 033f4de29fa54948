/// What a release promises to whoever is counted in it.
public struct Promise: Sendable, Hashable {
  /// Counts from 1 to this number minus one are secret: a withheld number must be able to reach it.
  public let threshold: Int
  /// By indicator, where its sources have another threshold.
  public let thresholds: [String: Int]
  /// Whether nobody is secret too: a withheld number must then be able to be 0, else 1.
  public let zerosAreWithheld: Bool
  /// Whether every withheld number must be able to be that small. A number known to reach the
  /// threshold is exempt: it is no secret, and was withheld for another's sake.
  public let demandsDepth: Bool

  /// How far apart the ends of a withheld amount must be, as a share of the upper one: nobody's amount,
  /// the largest least of all, is then known better than that.
  ///
  /// - Source: INSEE, manuel de protection des tableaux, dominance of 85 %
  public static let shareOfAmounts = 0.15

  /// A promise from its parts.
  public init(
    threshold: Int, thresholds: [String: Int] = [:], zerosAreWithheld: Bool = false,
    demandsDepth: Bool = true
  ) {
    precondition(threshold >= 1, "a threshold is at least 1")
    self.threshold = threshold
    self.thresholds = thresholds
    self.zerosAreWithheld = zerosAreWithheld
    self.demandsDepth = demandsDepth
  }

  var floor: Int { zerosAreWithheld ? 0 : 1 }

  /// The threshold of an indicator's counts.
  public func threshold(of indicator: String) -> Int { thresholds[indicator] ?? threshold }

  /// The largest of all.
  var strictest: Int { thresholds.values.reduce(threshold, max) }

  /// How the interval of an amount breaks the promise; `nil` when it keeps it.
  func breach(ofAmountBy finding: Attacker.Finding, role: LinearSystem.Role) -> Breach.Kind? {
    guard role == .withheld, let upper = finding.upper else { return nil }
    if upper == finding.lower { return .exact }
    let width = Double(upper) - Double(finding.lower)
    if width < Self.shareOfAmounts * Double(upper) - 1e-6 { return .narrow }
    return finding.isAttained ? nil : .undecided
  }

  /// How an interval breaks the promise; `nil` when it keeps it.
  ///
  /// - Parameters:
  ///   - least: what the statuses alone say that the cell holds at least
  func breach(
    by finding: Attacker.Finding, of indicator: String = "", role: LinearSystem.Role,
    least: Int = 0
  ) -> Breach.Kind? {
    let threshold = threshold(of: indicator)
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
