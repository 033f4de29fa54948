internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// An indicator as an earlier release showed it, on the same contours.
struct EarlierView: Sendable {
  let view: IndicatorView
  /// By the code of the IRIS.
  let figures: [String: Release.Figure]

  init(_ view: IndicatorView) {
    self.view = view
    figures = Dictionary(
      view.cells.map { ($0.place.code, $0.figure) }, uniquingKeysWith: { first, _ in first })
  }

  /// The indicator before some date, oldest first: same identifier, same unit, same way of counting.
  static func all(
    of definition: IndicatorDefinition, in releases: [Release], places: [PlaceName],
    by classes: ClassChoice
  ) -> [EarlierView] {
    var seen: Set<String> = [definition.numeratorVintage]
    let found = releases.flatMap { release in
      release.indicators.indices.filter { definition.continues(release.indicators[$0]) }
        .filter { seen.insert(release.indicators[$0].numeratorVintage).inserted }
        .map { EarlierView(IndicatorView(release, $0, places: places, by: classes)) }
    }
    return found.sorted {
      $0.view.definition.numeratorVintage < $1.view.definition.numeratorVintage
    }
  }
}

extension IndicatorDefinition {
  /// Whether another is the same indicator at an earlier date.
  fileprivate func continues(_ other: IndicatorDefinition) -> Bool {
    id == other.id && per == other.per && (method == nil) == (other.method == nil)
      && unit == other.unit && other.numeratorVintage < numeratorVintage
  }
}
