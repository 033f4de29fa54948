internal import Rates
public import Territory

/// A change that the group weighs, to see what it would cost or give back.
public enum WhatIf: Sendable, Hashable {
  /// Another threshold.
  case threshold(Int)
  /// Some IRIS of one commune published as one.
  case merge(Set<Iris>)
  /// Some indicators left out, by identifier: the breakdown that they make.
  case drop(Set<String>)

  /// A change as it is typed: `threshold=6`, `merge=212310101+212310102`, `drop=age`.
  ///
  /// - Parameters:
  ///   - breakdowns: by name that may be typed after `drop=`, the indicators that it makes; an
  ///     indicator's own identifier is always understood
  /// - Returns: `nil` when it is none of these
  public init?(_ text: String, breakdowns: [String: Set<String>] = [:]) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    let names = parts[1].split(separator: "+").map(String.init)
    switch parts[0] {
    case "threshold":
      guard let number = Int(parts[1]), number >= 1 else { return nil }
      self = .threshold(number)
    case "merge":
      let irises = names.compactMap { Iris($0) }
      guard irises.count == names.count, Set(irises).count > 1 else { return nil }
      guard Set(irises.map(\.commune)).count == 1 else { return nil }
      self = .merge(Set(irises))
    case "drop": self = .drop(names.reduce(into: []) { $0.formUnion(breakdowns[$1] ?? [$1]) })
    default: return nil
    }
  }

  /// The tables and the rule after the change.
  func applied(
    to tables: [IndicatorTable], _ rule: ProtectionRule
  ) -> ([IndicatorTable], ProtectionRule) {
    switch self {
    case .threshold(let number): return (tables, rule.with(threshold: number))
    case .merge(let irises): return (tables.map { $0.merging(irises) }, rule)
    case .drop(let names): return (tables.filter { !names.contains($0.definition.id) }, rule)
    }
  }
}

extension ProtectionRule {
  fileprivate func with(threshold: Int) -> Self {
    let follows = minimumDenominator == Double(self.threshold)
    return Self(
      threshold: threshold, zeros: zeros,
      minimumDenominator: follows ? Double(threshold) : minimumDenominator,
      sources: sources.mapValues { SourceTerms(owner: $0.owner, threshold: threshold) },
      keptToCommunes: keptToCommunes)
  }
}

extension IndicatorTable {
  /// The same with some IRIS as one, under the lowest code.
  ///
  /// The denominator of the whole is known only when each part's is.
  func merging(_ irises: Set<Iris>) -> IndicatorTable {
    let parts = measures.filter { measure in
      if case .iris(let iris) = measure.zone { irises.contains(iris) } else { false }
    }
    guard parts.count > 1, let first = parts.map(\.zone).min() else { return self }
    let count = parts.reduce(Count.zero) { $0 + $1.numerator }
    let known = parts.compactMap(\.denominator)
    let denominator = known.count == parts.count ? known.reduce(0, +) : nil
    let whole = Measure(
      zone: first, numerator: count, denominator: denominator,
      rate: definition.rate(of: count, over: denominator))
    let gone = Set(parts.map(\.zone))
    let rest = measures.filter { !gone.contains($0.zone) }
    var most = largest
    if let largest { most?[first] = gone.compactMap { largest[$0] }.max() }
    return IndicatorTable(
      definition: definition, measures: (rest + [whole]).sorted { $0.zone < $1.zone }
    ).knowing(largest: most)
  }
}

extension IndicatorDefinition {
  fileprivate func rate(of count: Count, over denominator: Double?) -> Rate? {
    guard let method, let exact = count.exact, let denominator else { return nil }
    return Rate.of(exact, over: denominator, per: per, method: method)
  }
}
