package import Disclosure
internal import Rates

/// What is withheld for itself, as the files say it.
package struct StatedThreshold: Sendable, Hashable {
  /// Of most indicators.
  let usual: Int
  /// By indicator, where another holds.
  let own: [String: Int]
  /// Whether euros are shown, which have a rule of their own.
  let hasAmounts: Bool

  /// What holds in a release.
  package init(_ release: Release) {
    let all = zip(release.indicators, release.thresholds)
    usual = release.threshold
    own = all.reduce(into: [:]) { own, pair in
      if pair.1 != release.threshold { own[pair.0.id] = pair.1 }
    }
    hasAmounts = release.indicators.contains(where: \.isAmount)
  }

  /// What holds for one of its indicators.
  package init(_ release: Release, of indicator: Int) {
    usual = release.thresholds[indicator]
    own = [:]
    hasAmounts = release.indicators[indicator].isAmount
  }

  /// The exceptions, sorted.
  var exceptions: [(id: String, threshold: Int)] {
    own.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
