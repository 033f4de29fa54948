import Boundaries
import Geocoding
import Territory
import TestSupport

/// The invented town of `Geodata`, ready to be asked for addresses.
enum InventedTown {
  static let geodata = projectFolder + "/Geodata"
  private static let folder = TemporaryFolder()

  static let territory: IrisTerritory? = {
    let read = try? Contours.read(
      geodata + "/contours-iris-inventes.geojson", layer: nil, edition: Edition("essai"))
    return read.map { IrisTerritory($0.0) }
  }()

  static let geocoder: Geocoder? = {
    let sources = AddressSources(
      addresses: [geodata + "/adresses-21-inventees.csv"],
      communes: [
        geodata + "/v_commune_2024-inventees.csv", geodata + "/v_mvtcommune_2024-inventees.csv",
      ], postcodes: [geodata + "/laposte_hexasmal-inventees.csv"])
    let made = try? AddressBase.prepared(
      from: sources, territory: territory, at: folder.path("base"))
    return made.map { Geocoder($0.0) }
  }()
}
