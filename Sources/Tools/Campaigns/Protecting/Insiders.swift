internal import Audit
internal import Disclosure
internal import Rates
internal import Territory

/// Whoever knows more than the public: persons who are the only one in their cell, and, where sources
/// are of several partners, each partner with what it delivered.
///
/// - Confidential: yes, small counts
struct Insiders {
  /// The attacker tries so many persons at most, spread over all tables; the suppressor has minded all
  /// of them.
  static let mostPersons = 200

  let all: [Insider]

  /// - Parameters:
  ///   - owners: of the sources, by identifier
  init(_ tables: [IndicatorTable], owners: [String: String]) {
    let alone = tables.flatMap { table in
      table.measures.compactMap { $0.insightOfOnePerson(table.definition) }
    }
    let owned = Dictionary(grouping: owners.keys) { owners[$0, default: ""] }
    let partners = owned.count < 2 ? [] : owned.sorted { $0.key < $1.key }.map { Set($0.value) }
    all =
      Self.spread(alone).map(Insider.init(alone:))
      + partners.map { Insider(partnerOf: $0, knowing: Self.delivered(by: $0, tables)) }
  }

  private static func spread(_ alone: [Insider.Insight]) -> [Insider.Insight] {
    guard alone.count > mostPersons else { return alone }
    return (0..<mostPersons).map { alone[$0 * alone.count / mostPersons] }
  }

  /// Every number of a partner's own sources, counted or divided by.
  private static func delivered(
    by sources: Set<String>, _ tables: [IndicatorTable]
  ) -> [Insider.Insight] {
    tables.flatMap { table -> [Insider.Insight] in
      let definition = table.definition
      let counts = sources.contains(definition.source) ? table.measures : []
      let isBase = definition.denominatorSource.map(sources.contains) ?? false
      let bases = isBase ? table.measures : []
      return counts.compactMap { measure in
        measure.numerator.exact.map { .init(definition, measure.zone, isBase: false, $0) }
      }
        + bases.compactMap { measure in
          measure.denominator.flatMap { Int(exactly: $0) }
            .map { .init(definition, measure.zone, isBase: true, $0) }
        }
    }
  }
}

extension IndicatorTable.Measure {
  /// What the one person of a cell knows: that there is one, or how much that one gets.
  fileprivate func insightOfOnePerson(_ definition: IndicatorDefinition) -> Insider.Insight? {
    let persons =
      definition.isAmount ? denominator.flatMap { Int(exactly: $0) } : numerator.exact
    guard persons == 1, let number = numerator.exact else { return nil }
    return .init(definition, zone, isBase: false, number)
  }
}

extension Insider.Insight {
  fileprivate init(
    _ definition: IndicatorDefinition, _ zone: Zone, isBase: Bool, _ value: Int
  ) {
    self.init(indicator: definition.id, zone: zone.publicName, isBase: isBase, value: value)
  }
}

extension Zone {
  /// As the attacker calls it.
  fileprivate var publicName: String {
    switch self {
    case .iris(let iris): iris.code
    case .unlocated(let commune): "hors IRIS \(commune.code)"
    case .commune(let commune): "commune \(commune.code)"
    }
  }
}
