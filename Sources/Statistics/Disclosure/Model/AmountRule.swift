/// When an amount, or a count of enterprises, must not be seen.
///
/// - Source: INSEE, manuel de protection des tableaux, regles.qmd; thresholds.csv
package struct AmountRule: Sendable, Hashable {
  /// Why it must not.
  package enum Reason: String, Sendable, Hashable {
    /// Too few contribute.
    case few = "A"
    /// One contributes nearly all.
    case dominated = "B"
  }

  /// Fewer contributors than this are too few.
  package let threshold: Int
  /// The largest contributor's share above which it can be guessed.
  package let dominance: Double

  package init(threshold: Int, dominance: Double = 0.85) {
    precondition(threshold >= 1 && dominance > 0 && dominance <= 1, "a threshold and a share")
    self.threshold = threshold
    self.dominance = dominance
  }

  /// Why an amount must not be seen; few wins over dominated. `nil` when it may.
  package func reason(contributors: Int, largest: Double, total: Double) -> Reason? {
    if contributors > 0 && contributors < threshold { return .few }
    return contributors > 0 && largest > dominance * total ? .dominated : nil
  }
}
