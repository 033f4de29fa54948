internal import Boundaries
internal import Geometry
internal import Locating
internal import Territory

extension MadeUpFrance {
  /// Its IRIS.
  func territory() -> IrisTerritory {
    var areas: [(key: Iris, shape: Shape<Projected>)] = []
    for commune in 0..<communeCount {
      for (place, area) in self.areas(of: commune).enumerated() {
        guard let iris = Iris(iris(place, of: commune)) else { continue }
        areas.append((iris, coverage.shape(of: area)))
      }
    }
    return IrisTerritory(index: AreaIndex.build(areas), system: .lambert93)
  }
}
