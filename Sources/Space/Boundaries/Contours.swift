public import Geometry
public import Territory

/// The contours of one edition, checked, in metres of the territory's projected system.
public struct Contours: Sendable {
  /// The edition, as the campaign names it.
  public let edition: Edition
  /// The projected system of every shape.
  public let system: TerritorySystem
  /// In the byte order of the codes; each code once.
  public let areas: [IrisArea]
  /// How far neighbours are from joining in the file itself: `TopologyContext.unevenness`, 0 for a
  /// coverage.
  public let unevenness: Double

  package init(
    edition: Edition, system: TerritorySystem, areas: [IrisArea], unevenness: Double = 0
  ) {
    self.edition = edition
    self.system = system
    self.areas = areas
    self.unevenness = unevenness
  }

  /// The communes met, in the byte order of their codes.
  public var communes: [Commune] { Set(areas.map(\.iris.commune)).sorted() }
}

/// One IRIS and its contour.
public struct IrisArea: Sendable {
  /// Its code.
  public let iris: Iris
  /// Its name in the file; empty when the file has none.
  public let name: String
  /// The name of its commune in the file; empty when the file has none.
  public let communeName: String
  /// What kind of area it is.
  public let type: IrisType
  /// What it covers; valid, exteriors counter-clockwise, holes clockwise.
  public let shape: Shape<Projected>

  package init(
    iris: Iris, name: String, communeName: String, type: IrisType, shape: Shape<Projected>
  ) {
    self.iris = iris
    self.name = name
    self.communeName = communeName
    self.type = type
    self.shape = shape
  }
}
