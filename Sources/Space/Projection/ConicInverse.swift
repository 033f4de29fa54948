internal import Glibc

/// Lambert-93 back to longitude and latitude, in closed form, where PROJ would iterate.
///
/// It only ever serves where PROJ was asked first and said the same (`Transformer`).
///
/// - Exactness: within 10⁻¹¹ degree of PROJ
/// - Source: Snyder 1987, Map Projections, pages 107–109; Engsager & Poder 2007, series from
///   conformal to geodetic latitude; IGN, Lambert-93 parameters on GRS 80
struct ConicInverse: Sendable {
  private let exponent: Double
  /// Square of the radius, metres, at which the tangent of half the colatitude is one.
  private let squaredScale: Double
  /// Distance in metres from the apex to the origin of northings.
  private let apex: Double
  private let coefficients: (Double, Double, Double, Double, Double)

  private static let falseEasting = 700_000.0, falseNorthing = 6_600_000.0
  private static let meridian = 3.0
  /// Metres around the origin within which the cone's seam is far.
  private static let reach = 2_000_000.0
  private static let degreesPerRadian = 180 / Double.pi

  /// Lambert-93 (EPSG:2154).
  static let lambert93 = ConicInverse()

  private init() {
    let ellipsoid = Ellipsoid(semiMajor: 6_378_137, inverseFlattening: 298.257222101)
    let (first, second) = (ellipsoid.parallel(at: 49), ellipsoid.parallel(at: 44))
    exponent = log(first.radius / second.radius) / log(first.tangent / second.tangent)
    let scale =
      ellipsoid.semiMajor * first.radius / (exponent * pow(first.tangent, exponent))
    squaredScale = scale * scale
    apex = scale * pow(ellipsoid.parallel(at: 46.5).tangent, exponent)
    coefficients = ellipsoid.coefficients
  }

  /// Turns easting and northing into longitude and latitude, in place.
  ///
  /// - Returns: whether it did; `false`, nothing done, for what is far from France or not finite
  @inline(__always)
  func transform(_ x: inout Double, _ y: inout Double) -> Bool {
    let east = x - Self.falseEasting, north = y - Self.falseNorthing
    guard abs(east) < Self.reach, abs(north) < Self.reach else { return false }
    let south = apex - north
    let tangent = exp(log((east * east + south * south) / squaredScale) / (2 * exponent))
    x = Self.meridian + atan(east / south) / exponent * Self.degreesPerRadian
    y = latitude(tangent) * Self.degreesPerRadian
    return true
  }

  /// Geodetic latitude in radians from the tangent of half the conformal colatitude.
  @inline(__always)
  private func latitude(_ tangent: Double) -> Double {
    let square = tangent * tangent
    let sine = (1 - square) / (1 + square), cosine = 2 * tangent / (1 + square)
    let doubledSine = 2 * sine * cosine, step = 2 * (cosine * cosine - sine * sine)
    let fifth = coefficients.4
    let fourth = coefficients.3 + step * fifth
    let third = coefficients.2 + step * fourth - fifth
    let second = coefficients.1 + step * third - fourth
    let first = coefficients.0 + step * second - third
    return .pi / 2 - 2 * atan(tangent) + first * doubledSine
  }
}

/// What the cone needs to know of the earth's shape.
private struct Ellipsoid {
  let semiMajor: Double
  private let eccentricity: Double
  private let thirdFlattening: Double

  init(semiMajor: Double, inverseFlattening: Double) {
    self.semiMajor = semiMajor
    let flattening = 1 / inverseFlattening
    eccentricity = (2 * flattening - flattening * flattening).squareRoot()
    thirdFlattening = flattening / (2 - flattening)
  }

  /// Radius of a parallel over the semi-major axis, and the tangent of half its conformal
  /// colatitude.
  func parallel(at degrees: Double) -> (radius: Double, tangent: Double) {
    let latitude = degrees * .pi / 180
    let part = eccentricity * sin(latitude)
    let tangent =
      tan(.pi / 4 - latitude / 2) / pow((1 - part) / (1 + part), eccentricity / 2)
    return (cos(latitude) / (1 - part * part).squareRoot(), tangent)
  }

  /// Of the sines of 2, 4, 6, 8 and 10 times the conformal latitude; the next is below 10⁻¹⁵.
  var coefficients: (Double, Double, Double, Double, Double) {
    let n = thirdFlattening
    let n2 = n * n, n3 = n2 * n, n4 = n2 * n2, n5 = n4 * n
    return (
      2 * n - 2 / 3 * n2 - 2 * n3 + 116 / 45 * n4 + 26 / 45 * n5,
      7 / 3 * n2 - 8 / 5 * n3 - 227 / 45 * n4 + 2704 / 315 * n5,
      56 / 15 * n3 - 136 / 35 * n4 - 1262 / 105 * n5,
      4279 / 630 * n4 - 332 / 35 * n5, 4174 / 315 * n5
    )
  }
}
