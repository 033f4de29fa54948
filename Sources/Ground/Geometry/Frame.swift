/// What the two numbers of a position mean. A type parameter, so that a position in degrees and one
/// in metres cannot meet in one expression.
public protocol Frame: Sendable {}

/// Easting and northing, metres, in the projected system of the territory.
public enum Projected: Frame {}

/// Longitude and latitude, degrees, WGS 84, in this order.
public enum Geographic: Frame {}

/// As a file has it: the system is declared beside the layer and nothing has been transformed.
public enum AsDeclared: Frame {}

/// The name of a coordinate reference system, as files and campaigns declare it.
///
/// Declaring a system transforms nothing: that is `Projection`'s verb.
public enum ReferenceSystem: Sendable, Hashable {
  /// A code of the EPSG register: 2154, 4326 …
  case epsg(Int)
  /// Longitude before latitude on WGS 84, as RFC 7946 has it.
  case crs84
  /// A definition in well-known text, from a `.prj` or a GeoPackage.
  case wellKnownText(String)
}
