internal import Boundaries
internal import Files
internal import Geocoding
internal import Glibc
internal import Territory
internal import Trials

/// A town that trials are made of: where its files are, and its base.
struct BenchTown {
  let name: String
  let addresses: String
  let contours: String
  var communes: [String] = []
  var postcodes: [String] = []
  /// Taken where the base has no postcodes.
  var postcode = ""

  static func invented(_ folder: String) -> BenchTown {
    BenchTown(
      name: "invented town", addresses: folder + "/adresses-21-inventees.csv",
      contours: folder + "/contours-iris-inventes.geojson",
      communes: [
        folder + "/v_commune_2024-inventees.csv", folder + "/v_mvtcommune_2024-inventees.csv",
      ], postcodes: [folder + "/laposte_hexasmal-inventees.csv"])
  }

  static func montpellier(_ folder: String) -> BenchTown {
    BenchTown(
      name: "Montpellier", addresses: folder + "/montpellier/bal-34172-2014.csv",
      contours: folder + "/montpellier/iris-34172-2016.geojson", postcode: "34000")
  }

  func territory() throws -> IrisTerritory {
    IrisTerritory(
      try Contours.read(contours, layer: nil, edition: Edition(FilePath.name(of: contours))).0)
  }

  func town(in territory: IrisTerritory) throws -> ReferenceTown {
    try ReferenceTown.read([addresses], in: territory, postcode: postcode)
  }

  /// Built anew beside nothing: the file goes with the process.
  func base(in territory: IrisTerritory) throws -> AddressBase {
    let path = "/tmp/maille-bench-\(getpid()).adresses"
    defer { unlink(path) }
    let sources = AddressSources(
      addresses: [addresses], communes: communes, postcodes: postcodes)
    return try AddressBase.prepared(from: sources, territory: territory, at: path).0
  }
}
