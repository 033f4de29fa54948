internal import Audit
internal import Rates
internal import Territory

/// Persons who are the only one in their cell: each knows a number that nobody else does.
///
/// - Confidential: yes, small counts
struct LonePersons {
  /// The attacker tries so many at most; the suppressor has minded all of them.
  static let most = 200

  let insights: [[Auditor.Insight]]

  init(_ tables: [IndicatorTable]) {
    let all = tables.flatMap { table in
      table.measures.filter { $0.numerator.exact == 1 }.map { measure in
        [
          Auditor.Insight(
            indicator: table.definition.id, zone: measure.zone.publicName, value: 1)
        ]
      }
    }
    insights = Array(all.prefix(Self.most))
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
