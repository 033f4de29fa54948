internal import Analyses
internal import Diagnostics
internal import Files
internal import Manifests
internal import Stages

extension Campaign {
  /// The campaign without the sources that were taken back: what later steps speak of.
  func remaining(after journal: Journal) -> Campaign {
    sources.map(\.id).filter(journal.hasWithdrawn).reduce(self) { $0.without(source: $1) }
  }

  /// The campaign without a source and the indicators that count it.
  func without(source id: String) -> Campaign {
    var rest = self
    rest.sources.removeAll { $0.id == id }
    rest.indicators.removeAll { $0.agreedSources.contains(id) }
    let kept = Set(rest.indicators.map(\.id))
    rest.analyses.removeAll { !kept.isSuperset(of: $0.indicators) }
    return rest
  }
}

extension Analysis {
  /// Every indicator that it looks at.
  fileprivate var indicators: [String] { [indicator] + (standard?.classes.map(\.part) ?? []) }
}

extension Manifest.Making {
  /// What the rest was made from.
  func without(source id: String, release: ContentHash) -> Manifest.Making {
    let roles: Set = [
      "source:\(id)", "special:\(id)", "decisions:\(id)", "totals:\(id)",
    ]
    // what was recorded for a publication goes with it
    return Manifest.Making(
      software: software,
      inputs: inputs.filter { !roles.contains($0.role) && !$0.isOfPublication },
      options: options.without(source: id), vintages: vintages.without(source: id),
      accounting: accounting.without(source: id), release: release)
  }
}

extension JSONValue {
  /// The value without what speaks of a source: objects that are it or count it, pairs named after
  /// it.
  fileprivate func without(source id: String) -> JSONValue {
    switch self {
    case .array(let values):
      .array(values.filter { !$0.isOf(source: id) }.map { $0.without(source: id) })
    case .object(let pairs):
      .object(
        pairs.filter { $0.key != id }.map { (key: $0.key, value: $0.value.without(source: id)) })
    default: self
    }
  }

  private func isOf(source id: String) -> Bool {
    ["id", "numerator", "denominator_source"].contains { self[$0]?.string == id }
      || string == id
  }
}
