import Boundaries
import Territory
import TestSupport
import Trials

/// The towns that trials are made of.
enum Towns {
  static let invented: ReferenceTown? = {
    let folder = projectFolder + "/Geodata/"
    guard
      let territory = territory(folder + "contours-iris-inventes.geojson"),
      let town = try? ReferenceTown.read([folder + "adresses-21-inventees.csv"], in: territory)
    else { return nil }
    return town
  }()

  static let montpellier: ReferenceTown? = {
    let file = RealData.path("montpellier/bal-34172-2014.csv")
    guard
      let territory = territory(RealData.path("montpellier/iris-34172-2016.geojson")),
      let town = try? ReferenceTown.read([file], in: territory, postcode: "34000")
    else { return nil }
    return town
  }()

  private static func territory(_ file: String) -> IrisTerritory? {
    let read = try? Contours.read(file, layer: nil, edition: Edition("essai"), communes: nil)
    return read.map { IrisTerritory($0.0) }
  }
}
