package import Analyses
package import Boundaries
package import Disclosure
internal import Territory

extension AnalysisTable {
  /// The analyses of a release whose IRIS are neighbours as the contours have them.
  package init(_ analyses: [Analysis], of release: Release, on contours: Contours) {
    let inhabited = contours.areas.filter(\.type.isInhabited).map(\.iris)
    self.init(
      analyses, of: release, neighbours: contours.neighbours, inhabited: Set(inhabited))
  }
}
