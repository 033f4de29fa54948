internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Rates
internal import Territory

/// A release with a count for each IRIS of some contours, none small.
enum CoverageRelease {
  static func make(of contours: Contours) throws(Problem) -> Release {
    let definition = IndicatorDefinition(
      id: "essai", title: "Effectif inventé", source: "essai", unit: .person,
      numeratorVintage: "2025-12-31", denominatorLabel: "", denominatorVintage: "", per: 1,
      method: nil)
    var tally = Tally(unit: .person)
    for area in contours.areas { tally.add(Count(100), at: .iris(area.iris)) }
    let table = IndicatorTable.make(
      definition: definition, numerator: tally, irises: contours.areas.map(\.iris)
    ).0
    return try Protection.release(of: [table], rule: ProtectionRule(threshold: 1)).release
  }
}
