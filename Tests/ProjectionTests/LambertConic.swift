import Glibc

/// Lambert-93 by its defining formulas, written from IGN's note and nothing else: a second opinion.
///
/// Source: IGN, NTG_71 « Projection cartographique conique conforme de Lambert », ALG0001, ALG0003;
/// parameters of Lambert-93: GRS 80, 44° and 49°, origin 46.5° N 3° E, 700,000 m and 6,600,000 m.
enum LambertConic {
  static func lambert93(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let south = cone(latitude: 44)
    let north = cone(latitude: 49)
    let exponent = log(north.radius / south.radius) / (south.isometric - north.isometric)
    let constant = south.radius / exponent * exp(exponent * south.isometric)
    let distance = constant * exp(-exponent * isometric(latitude))
    let origin = constant * exp(-exponent * isometric(46.5))
    let angle = exponent * (longitude - 3) * .pi / 180
    return (700_000 + distance * sin(angle), 6_600_000 + origin - distance * cos(angle))
  }

  private static let flattening = 1 / 298.257222101
  private static let excentricity = (2 * flattening - flattening * flattening).squareRoot()

  private static func isometric(_ latitude: Double) -> Double {
    let sine = sin(latitude * .pi / 180)
    return atanh(sine) - excentricity * atanh(excentricity * sine)
  }

  private static func cone(latitude: Double) -> (radius: Double, isometric: Double) {
    let sine = sin(latitude * .pi / 180)
    let normal = 6_378_137 / (1 - excentricity * excentricity * sine * sine).squareRoot()
    return (normal * cos(latitude * .pi / 180), isometric(latitude))
  }
}
