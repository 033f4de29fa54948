internal import Diagnostics
internal import Disclosure
internal import Rates
internal import Territory

/// Indicators of which protection leaves little: what to leave out is said by name.
enum Withheld {
  /// Refusals and warnings, indicator by indicator.
  ///
  /// Refused: an indicator most of whose IRIS that count somebody are small themselves, and one of which
  /// nothing can be shown. A release without them would be a part of what the campaign promises, and
  /// its holes would say where the few are. Warned of: more IRIS withheld than shown for one another's
  /// sake, and a commune whose total is withheld.
  static func problems(
    of release: Release, _ report: ProtectionReport, _ campaign: Campaign
  ) -> ProblemLog {
    ProblemLog(
      release.indicators.indices.compactMap { index in
        let definition = release.indicators[index]
        let indicator = campaign.indicators.first { $0.id == definition.id }
        let figures = release.rows.map { (zone: $0.zone, figure: $0.figures[index]) }
        let isRare = (report.lines[index].smallShare ?? 0) > rareShare
        return (indicator?.level == .commune ? kindOfTotals(figures) : kind(figures, isRare))
          .map { wording($0, definition.id, Omission(indicator)) }
      })
  }

  /// Above this share of its IRIS that are small, an indicator is too rare for them.
  private static let rareShare = 0.5

  private enum Kind {
    case rare, everything, most, total
  }

  private typealias Figures = [(zone: Zone, figure: Release.Figure)]

  private static func kind(_ figures: Figures, _ isRare: Bool) -> Kind? {
    let irises = figures.filter { if case .iris = $0.zone { true } else { false } }.map(\.figure)
    let withheld = irises.count { $0.status == .withheld }
    let shown = irises.count { ($0.count ?? 0) > 0 }
    if withheld == 0 { return nil }
    if shown == 0 { return .everything }
    if isRare { return .rare }
    if withheld > shown { return .most }
    return totals(figures).contains { $0.status == .withheld } ? .total : nil
  }

  /// Of an indicator that is shown for communes only.
  private static func kindOfTotals(_ figures: Figures) -> Kind? {
    let withheld = totals(figures).filter { $0.status == .withheld }
    if withheld.isEmpty { return nil }
    return withheld.count == totals(figures).count ? .everything : .total
  }

  private static func totals(_ figures: Figures) -> [Release.Figure] {
    figures.filter { if case .commune = $0.zone { true } else { false } }.map(\.figure)
  }

  private static func wording(_ kind: Kind, _ indicator: String, _ omission: Omission) -> Problem {
    switch kind {
    case .rare: Wording.rare(indicator, omission)
    case .everything: Wording.nothingShown(indicator, omission)
    case .most: Wording.mostlyWithheld(indicator, omission)
    case .total: Wording.totalWithheld(indicator, omission)
    }
  }
}

/// What can be left out of an indicator.
struct Omission {
  /// The dimensions of the breakdown that made it, sorted; empty when it stands for itself.
  let dimensions: [String]
  /// Whether its IRIS are left out already.
  let isKeptToCommunes: Bool

  init(_ indicator: Campaign.Indicator?) {
    dimensions = indicator.map { $0.dimensions.sorted() } ?? []
    isKeptToCommunes = indicator?.level == .commune
  }
}

extension Wording {
  static func rare(_ indicator: String, _ omission: Omission) -> Problem {
    Problem(
      "campaign.rare-indicator", .stops, at: Place(part: indicator),
      fact:
        "« \(public: indicator) » est trop rare pour l’IRIS : plus de la moitié de ses IRIS comptent moins d’unités que le seuil",
      remedy: dropping(indicator, omission), outcome: .protectionFailed)
  }

  static func nothingShown(_ indicator: String, _ omission: Omission) -> Problem {
    Problem(
      "campaign.nothing-shown", .stops, at: Place(part: indicator),
      fact: "le secret statistique ne laisse rien à montrer de « \(public: indicator) »",
      remedy: dropping(indicator, omission), outcome: .protectionFailed)
  }

  static func mostlyWithheld(_ indicator: String, _ omission: Omission) -> Problem {
    Problem(
      "campaign.mostly-withheld", .warns, at: Place(part: indicator),
      fact: "plus de la moitié des IRIS de « \(public: indicator) » sont sous secret",
      remedy: dropping(indicator, omission))
  }

  static func totalWithheld(_ indicator: String, _ omission: Omission) -> Problem {
    Problem(
      "campaign.total-withheld", .warns, at: Place(part: indicator),
      fact: "le total d’une commune est sous secret pour « \(public: indicator) »",
      remedy: dropping(indicator, omission))
  }

  /// What to leave out, by name.
  private static func dropping(_ indicator: String, _ omission: Omission) -> Prose {
    let names = Prose.joined(omission.dimensions.map { "« \(public: $0) »" })
    switch (omission.dimensions.isEmpty, omission.isKeptToCommunes) {
    case (true, true): return "retirer « \(public: indicator) »"
    case (true, false):
      return
        "retirer « \(public: indicator) », ou le diffuser à la commune seulement (level: commune)"
    case (false, true):
      return
        "retirer « \(public: indicator) » en ôtant de breakdown \(names), ou réunir ses parties"
    case (false, false):
      return
        "retirer « \(public: indicator) » en ôtant de breakdown \(names), réunir ses parties, ou les diffuser à la commune seulement (breakdown_level: commune)"
    }
  }
}
