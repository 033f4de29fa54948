internal import Diagnostics
internal import Disclosure

extension Wording {
  static func costHead(_ threshold: Int, _ cost: ProtectionCost) -> Prose {
    "seuil \(threshold) : \(cost.withheld, "valeur retenue", "valeurs retenues") sur \(cost.cells)"
  }

  /// « threshold=6 : 30 valeurs retenues sur 170, 16 de moins » ; of the same indicators only.
  static func costChanged(
    _ question: String, _ changed: ProtectionCost, from cost: ProtectionCost
  ) -> Prose {
    let kept = Set(changed.lines.map(\.indicator))
    let before = cost.lines.filter { kept.contains($0.indicator) }
      .reduce(0) { $0 + $1.withheld }
    let given = before - changed.withheld
    let head: Prose =
      "\(public: question) : \(changed.withheld, "valeur retenue", "valeurs retenues") sur \(changed.cells)"
    if given == 0 { return "\(head), comme sans ce changement" }
    return given > 0 ? "\(head), \(given) de moins" : "\(head), \(-given) de plus"
  }

  static func costRefused(_ question: String, _ refusal: Problem?) -> Prose {
    let reason: Prose = refusal.map { $0.fact } ?? ""
    return "\(public: question) : rien ne pourrait être diffusé – \(reason)"
  }
}
