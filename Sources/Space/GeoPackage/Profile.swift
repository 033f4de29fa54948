/// The constants of the GeoPackage encoding.
///
/// - Source: OGC 12-128r17, GeoPackage 1.3, requirements 2 and 19
enum Profile {
  static let applicationIdentifier: Int32 = 0x4750_4B47
  static let userVersion: Int32 = 10_300
}
