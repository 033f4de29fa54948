/// The legal projected reference systems of French territories, chosen from a code's prefix.
///
/// - Source: décret 2000-1276 as amended; IGN, delivery names of Contours…Iris (INPUTS.md §3.3)
public struct TerritorySystem: Sendable, Hashable {
  /// EPSG code of the projected system; metres, easting then northing.
  public let epsg: Int
  /// IGN's name of the system.
  public let name: String

  /// Lambert-93, for metropolitan France.
  public static let lambert93 = TerritorySystem(epsg: 2154, name: "Lambert-93")

  /// Every known system.
  public static let all = [
    lambert93,
    TerritorySystem(epsg: 5490, name: "RGAF09 / UTM 20N"),
    TerritorySystem(epsg: 2972, name: "RGFG95 / UTM 22N"),
    TerritorySystem(epsg: 2975, name: "RGR92 / UTM 40S"),
    TerritorySystem(epsg: 4471, name: "RGM04 / UTM 38S"),
    TerritorySystem(epsg: 4467, name: "RGSPM06 / UTM 21N"),
  ]

  /// - Returns: the system of the commune's territory; `nil` for the Pacific collectivities and
  ///   codes without a territory
  public static func of(_ commune: Commune) -> TerritorySystem? {
    let code = commune.department
    guard code.hasPrefix("97") || code.hasPrefix("98") else {
      return code == "00" || code == "96" || code == "99" ? nil : lambert93
    }
    return epsgOverseas[code].flatMap { epsg in all.first { $0.epsg == epsg } }
  }

  private static let epsgOverseas = [
    "971": 5490, "972": 5490, "977": 5490, "978": 5490, "973": 2972, "974": 2975, "976": 4471,
    "975": 4467,
  ]
}
