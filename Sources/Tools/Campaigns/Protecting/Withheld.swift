internal import Diagnostics
internal import Disclosure
internal import Rates
internal import Territory

/// Indicators of which protection leaves little: what to leave out is said by name.
enum Withheld {
  /// A warning where no IRIS that counts somebody, less than half of them, or not the commune's total
  /// can be shown; a refusal where that holds of every indicator: nothing is left to release.
  static func problems(of release: Release, _ campaign: Campaign) -> ProblemLog {
    let kinds = release.indicators.indices.map { index in
      kind(release.rows.map { ($0.zone, $0.figures[index]) })
    }
    let isEmpty = kinds.allSatisfy { $0 == .everything }
    return ProblemLog(
      zip(kinds, release.indicators).compactMap { kind, definition in
        kind.map { wording($0, definition, campaign, stops: isEmpty) }
      })
  }

  private enum Kind {
    case everything, most, total
  }

  private static func kind(_ figures: [(zone: Zone, figure: Release.Figure)]) -> Kind? {
    let irises = figures.filter { if case .iris = $0.zone { true } else { false } }.map(\.figure)
    let withheld = irises.count { $0.status == .withheld }
    let shown = irises.count { ($0.count ?? 0) > 0 }
    if withheld == 0 { return nil }
    if shown == 0 { return .everything }
    if withheld > shown { return .most }
    let isTotalWithheld = figures.contains { zone, figure in
      if case .commune = zone { figure.status == .withheld } else { false }
    }
    return isTotalWithheld ? .total : nil
  }

  private static func wording(
    _ kind: Kind, _ definition: IndicatorDefinition, _ campaign: Campaign, stops: Bool
  ) -> Problem {
    let indicator = campaign.indicators.first { $0.id == definition.id }
    let dimensions = indicator.map { $0.dimensions.sorted() } ?? []
    switch kind {
    case .everything: return Wording.nothingShown(definition.id, dimensions, stops: stops)
    case .most: return Wording.mostlyWithheld(definition.id, dimensions)
    case .total: return Wording.totalWithheld(definition.id, dimensions)
    }
  }
}

extension Wording {
  static func nothingShown(
    _ indicator: String, _ dimensions: [String], stops: Bool
  ) -> Problem {
    Problem(
      "campaign.nothing-shown", stops ? .stops : .warns, at: Place(part: indicator),
      fact: "le secret statistique ne laisse aucun IRIS à montrer de « \(public: indicator) »",
      remedy: dropping(indicator, dimensions), outcome: .protectionFailed)
  }

  static func mostlyWithheld(_ indicator: String, _ dimensions: [String]) -> Problem {
    Problem(
      "campaign.mostly-withheld", .warns, at: Place(part: indicator),
      fact: "plus de la moitié des IRIS de « \(public: indicator) » sont sous secret",
      remedy: dropping(indicator, dimensions))
  }

  static func totalWithheld(_ indicator: String, _ dimensions: [String]) -> Problem {
    Problem(
      "campaign.total-withheld", .warns, at: Place(part: indicator),
      fact: "le total d’une commune est sous secret pour « \(public: indicator) »",
      remedy: dropping(indicator, dimensions))
  }

  /// What to leave out, by name.
  private static func dropping(_ indicator: String, _ dimensions: [String]) -> Prose {
    if dimensions.isEmpty {
      return "retirer « \(public: indicator) », ou le diffuser à la commune seulement"
    }
    let names = Prose.joined(dimensions.map { "« \(public: $0) »" })
    return
      "retirer « \(public: indicator) » en ôtant de breakdown \(names), ou réunir ses parties"
  }
}
