/// A reference system as a GeoPackage lists it.
public struct SpatialReference: Sendable, Hashable {
  /// Its code in the EPSG register, which is also its identifier in the file.
  public var code: Int
  /// Its name.
  public var name: String
  /// Its definition in well-known text 1.
  public var definition: String

  /// A system from its parts.
  public init(code: Int, name: String, definition: String) {
    self.code = code
    self.name = name
    self.definition = definition
  }

  /// Longitude and latitude on WGS 84, in this order as GeoPackage has it.
  ///
  /// - Source: OGC 12-128r17, requirement 11
  public static let wgs84 = SpatialReference(
    code: 4326, name: "WGS 84 geodetic",
    definition: geographic("WGS 84", "WGS_1984", ellipsoid: wgs84Ellipsoid, 6326, axes, 4326))

  /// The systems of the territories whose IRIS exist: Lambert-93 and the overseas ones.
  ///
  /// - Returns: nil for any other code: the caller then gives the definition
  public init?(epsg code: Int) {
    guard let known = Self.known[code] else { return nil }
    self = known
  }

  private static let known: [Int: SpatialReference] = {
    let utm = [
      UTM(
        5490, "RGAF09", zone: "20N", "Reseau_Geodesique_des_Antilles_Francaises_2009", 1073, 5489),
      UTM(2972, "RGFG95", zone: "22N", "Reseau_Geodesique_Francais_Guyane_1995", 6624, 4624),
      UTM(2975, "RGR92", zone: "40S", "Reseau_Geodesique_de_la_Reunion_1992", 6627, 4627),
      UTM(4471, "RGM04", zone: "38S", "Reseau_Geodesique_de_Mayotte_2004", 1036, 4470),
      UTM(
        4467, "RGSPM06", zone: "21N", "Reseau_Geodesique_de_Saint_Pierre_et_Miquelon_2006", 1038,
        4463),
    ]
    let all = [wgs84, lambert93] + utm.map(\.reference)
    return Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// The projected system of the metropole.
  ///
  /// - Source: EPSG 2154; IGN, Projection Lambert-93
  public static let lambert93 = SpatialReference(
    code: 2154, name: "RGF93 v1 / Lambert-93",
    definition: projected(
      "RGF93 v1 / Lambert-93",
      on: geographic(
        "RGF93 v1", "Reseau_Geodesique_Francais_1993_v1", ellipsoid: grs80, 6171, "", 4171),
      "Lambert_Conformal_Conic_2SP",
      [
        ("latitude_of_origin", "46.5"), ("central_meridian", "3"), ("standard_parallel_1", "49"),
        ("standard_parallel_2", "44"), ("false_easting", "700000"), ("false_northing", "6600000"),
      ], 2154))
}

/// A transverse Mercator projection of an overseas territory.
private struct UTM {
  let reference: SpatialReference

  init(
    _ code: Int, _ name: String, zone: String, _ datum: String, _ datumCode: Int, _ baseCode: Int
  ) {
    let title = "\(name) / UTM zone \(zone)"
    let number = Int(zone.dropLast()) ?? 0
    let base = geographic(name, datum, ellipsoid: grs80, datumCode, "", baseCode)
    let parameters = [
      ("latitude_of_origin", "0"), ("central_meridian", "\(6 * number - 183)"),
      ("scale_factor", "0.9996"), ("false_easting", "500000"),
      ("false_northing", zone.hasSuffix("S") ? "10000000" : "0"),
    ]
    reference = SpatialReference(
      code: code, name: title,
      definition: projected(title, on: base, "Transverse_Mercator", parameters, code))
  }
}

private let grs80 = #"SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]]"#
private let wgs84Ellipsoid = #"SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]]"#
private let axes = #",AXIS["Latitude",NORTH],AXIS["Longitude",EAST]"#

private func geographic(
  _ name: String, _ datum: String, ellipsoid: String, _ datumCode: Int, _ axes: String, _ code: Int
) -> String {
  """
  GEOGCS["\(name)",DATUM["\(datum)",\(ellipsoid),AUTHORITY["EPSG","\(datumCode)"]],\
  PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
  UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]]\(axes),AUTHORITY["EPSG","\(code)"]]
  """
}

private func projected(
  _ name: String, on base: String, _ projection: String, _ parameters: [(String, String)],
  _ code: Int
) -> String {
  let list = parameters.map { #"PARAMETER["\#($0.0)",\#($0.1)]"# }.joined(separator: ",")
  return """
    PROJCS["\(name)",\(base),PROJECTION["\(projection)"],\(list),\
    UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],\
    AUTHORITY["EPSG","\(code)"]]
    """
}
