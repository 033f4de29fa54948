internal import Geometry
internal import Locating
public import Territory

extension IrisTerritory {
  /// A territory of which only the codes are known: what a file of codes is checked against when the
  /// contours of its edition are not at hand. No position lies in it.
  public init(codes: [Iris], system: TerritorySystem) {
    let areas = Set(codes).map { (key: $0, shape: Shape<Projected>([])) }
    self.init(index: AreaIndex.build(areas), system: system)
  }
}
