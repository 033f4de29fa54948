internal import Diagnostics
public import Geometry

extension ReferenceSystem {
  /// Where the system is meant to be used; `nil` when PROJ does not know it or its register does
  /// not say.
  ///
  /// - Complexity: a look-up in PROJ's database, about a millisecond; keep the answer
  public var areaOfUse: AreaOfUse? {
    guard let object = try? ProjContext().system(self) else { return nil }
    if let stated = object.areaOfUse { return stated }
    return epsgCode.flatMap { ReferenceSystem.epsg($0) == self ? nil : ReferenceSystem.epsg($0) }?
      .areaOfUse
  }

  /// The EPSG code: its own, 4326 for CRS84 (positions are always taken as longitude, latitude
  /// here), or the one whose definition is equivalent to the text, such as a `.prj` by ESRI.
  ///
  /// - Returns: `nil` for a text that PROJ cannot read or that no code is equivalent to
  /// - Complexity: for a text a search in PROJ's database, some milliseconds; keep the answer
  public var epsgCode: Int? {
    switch self {
    case .epsg(let code): code
    case .crs84: 4326
    case .wellKnownText: (try? ProjContext().system(self).unbound)?.epsgCode
    }
  }

  /// Whether positions are degrees; false also for a system that PROJ does not know.
  public var isGeographic: Bool { (try? ProjContext().system(self).isGeographic) ?? false }

  /// Whether PROJ knows it.
  public var isKnown: Bool { (try? ProjContext().system(self)) != nil }

  /// Whether both mean the same numbers, however they are declared.
  public func isSame(as other: ReferenceSystem) -> Bool {
    if self == other { return true }
    guard let code = epsgCode else { return false }
    return code == other.epsgCode
  }

  /// For people: « Lambert-93 (EPSG:2154) », « WGS 84, longitude puis latitude (CRS84) ».
  public var label: String {
    guard let code = epsgCode else {
      return (try? ProjContext().system(self).name) ?? "système sans nom"
    }
    if code == 4326 { return "WGS 84, longitude puis latitude (CRS84)" }
    let name = Self.usualName(of: code) ?? (try? ProjContext().system(.epsg(code)).name) ?? ""
    return name.isEmpty ? "EPSG:\(code)" : "\(name) (EPSG:\(code))"
  }

  /// What French users call it.
  private static func usualName(of code: Int) -> String? {
    switch code {
    case 2154: "Lambert-93"
    case 27572: "Lambert II étendu"
    case 3942...3950: "Lambert-93 CC\(code - 3900)"
    case 3857: "Web Mercator"
    default: nil
    }
  }

  /// The same question when both objects are at hand.
  func isSame(_ object: ProjObject, as other: ReferenceSystem, _ otherObject: ProjObject) -> Bool {
    let code = code(of: object)
    return code != nil && code == other.code(of: otherObject)
  }

  private func code(of object: ProjObject) -> Int? {
    switch self {
    case .epsg(let code): code
    case .crs84: 4326
    case .wellKnownText: object.unbound?.epsgCode
    }
  }
}
