internal import Glibc

/// The columns of one indicator in one row, as printed.
package struct PublicFigure: Sendable, Hashable {
  /// Endings of the columns that hold a number or a word about the count.
  static let endings = [
    "n", "d", "moy", "t", "bas", "haut", "b998", "h998", "comp", "meth", "evol",
  ]
  /// Those that say something of the count even without it.
  static let telling = ["n", "moy", "t", "bas", "haut", "b998", "h998", "comp", "evol"]

  /// Empty, c, n, x, m or e.
  package var status = ""
  /// What is printed, by ending; nothing for an empty cell.
  package var printed: [String: String] = [:]

  /// The count, where it is printed.
  package var count: Int? { printed["n"].flatMap { Int($0) } }

  /// The denominator, where it is printed.
  package var base: Double? { printed["d"].flatMap { Double($0) } }

  /// Whether something is printed beside a status that says that nothing is.
  var hasTrace: Bool {
    switch status {
    case "c", "m", "e", "x": Self.telling.contains { printed[$0] != nil }
    case "n": ["t", "bas", "haut", "b998", "h998", "comp"].contains { printed[$0] != nil }
    default: false
    }
  }

  /// The counts that the printed rate and bounds allow over the printed denominator.
  func counts(_ indicator: PublicIndicator) -> ClosedRange<Int>? {
    guard let base, base > 0 else { return nil }
    var least = 0
    var most = LinearSystem.box
    for figure in derived(indicator) {
      guard let range = figure.counts(over: base) else { continue }
      (least, most) = (max(least, range.lowerBound), min(most, range.upperBound))
    }
    return least <= most ? least...most : nil
  }

  /// The denominators that the printed rate allows over the printed count.
  func bases(_ indicator: PublicIndicator) -> ClosedRange<Int>? {
    guard base == nil, let count, let rate = derived(indicator).first(where: { $0.kind == .rate })
    else { return nil }
    return rate.bases(under: count)
  }

  private func derived(_ indicator: PublicIndicator) -> [DerivedFigure] {
    let isShare = printed["meth"].map { $0 == "wilson" } ?? indicator.isShare
    let kinds: [(String, DerivedFigure.Kind, Double)] = [
      ("t", .rate, 0), ("bas", isShare ? .wilsonLower : .byarLower, 1.959963984540054),
      ("haut", isShare ? .wilsonUpper : .byarUpper, 1.959963984540054),
      ("b998", isShare ? .wilsonLower : .byarLower, 3.0902323061678132),
      ("h998", isShare ? .wilsonUpper : .byarUpper, 3.0902323061678132),
    ]
    return kinds.compactMap { ending, kind, deviate in
      guard let text = printed[ending], let number = Double(text) else { return nil }
      return DerivedFigure(
        kind, printed: number, decimals: Self.decimals(of: text), factor: indicator.per,
        deviate: deviate)
    }
  }

  /// How many digits stand after the mark.
  static func decimals(of text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }
}
