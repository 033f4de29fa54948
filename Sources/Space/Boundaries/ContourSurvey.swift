public import Diagnostics
internal import Files
internal import GeoPackage
internal import Layers
public import Territory

/// What a layer of contours is, told by its attributes; no shape is looked at.
public struct ContourSurvey: Sendable {
  /// Which editions name their attributes so.
  ///
  /// - Source: ATTRIBUTES.md
  public enum Attributes: Sendable, Hashable {
    /// `DCOMIRIS`, editions 2009 to 2014.
    case until2014
    /// `INSEE_COM` and `CODE_IRIS`, editions 2015 to 2023.
    case from2015
    /// `code_insee` and `code_iris`, editions from 2023 on.
    case from2023
    /// A portal's own names.
    case other

    /// The years of the editions; `nil` when the names tell nothing.
    public var years: ClosedRange<Int>? {
      switch self {
      case .until2014: 2000...2014
      case .from2015: 2015...2023
      case .from2023: 2023...2100
      case .other: nil
      }
    }
  }

  /// The member or layer to name where the file holds several; `nil` where it holds one.
  public let layer: String?
  /// Where the layer was: a member's path in an archive, else the layer's name.
  public let origin: String
  /// Which editions name their attributes so.
  public let attributes: Attributes
  /// Each code once, in byte order.
  public let irises: [Iris]
  /// Features whose code cannot be read.
  public let unreadableCount: Int
  /// The year of a column of years, where a portal has one.
  public let declaredYear: Int?

  /// Every layer of contours in a file: several in an archive that holds a folder for each territory.
  ///
  /// - Parameters:
  ///   - path: GeoPackage, GeoJSON, Shapefile, or a .zip or .7z that holds one of them
  /// - Throws: `files.…`, `layers.…`, `geopackage.…`; `boundaries.unknown-format`, `.no-layer`,
  ///   `.several-layers`, `.no-code-column`
  public static func all(in path: String) throws(Problem) -> [ContourSurvey] {
    let members = try shapes(in: path)
    guard members.count > 1 else {
      return [try ContourSurvey(path, named: nil, member: members.first)]
    }
    var surveys: [ContourSurvey] = []
    for member in members {
      surveys.append(try ContourSurvey(path, named: member, member: member))
    }
    return surveys
  }

  private init(_ path: String, named name: String?, member: String?) throws(Problem) {
    let (layer, problems) = try ContourFile.layer(path, named: name)
    try problems.check()
    guard let columns = ContourColumns(of: layer) else {
      throw Wording.noCodeColumn(Place(file: path, part: layer.name), layer.fields)
    }
    let codes = layer.features.map { columns.reading(of: $0)?.iris }
    self.layer = name
    origin = member ?? layer.name
    attributes = Self.attributes(layer.fields)
    irises = Set(codes.compactMap(\.self)).sorted()
    unreadableCount = codes.count { $0 == nil }
    declaredYear = Self.year(in: layer)
  }

  /// The layers of an archive that are worth looking at; empty when the file is none.
  private static func shapes(in path: String) throws(Problem) -> [String] {
    let file = try MappedFile(path)
    guard try file.withBytes({ ArchiveFile.isArchive($0) }) else { return [] }
    let names = try ArchiveFile(file).names()
    let shapes = names.filter { FilePath.suffix(of: $0) == "shp" }
    let useful = shapes.filter { FilePath.name(of: $0).lowercased() != "emprise.shp" }
    if !useful.isEmpty { return useful }
    let others = names.filter { ["gpkg", "geojson", "json"].contains(FilePath.suffix(of: $0)) }
    return others.count == 1 ? others : []
  }

  private static func attributes(_ fields: [String]) -> Attributes {
    let names = Set(fields.map { $0.lowercased() })
    if names.contains("dcomiris") { return .until2014 }
    if names.isSuperset(of: ["insee_com", "code_iris"]) { return .from2015 }
    return names.isSuperset(of: ["code_insee", "code_iris"]) ? .from2023 : .other
  }

  /// georef-france-iris repeats its year in every row.
  private static func year(in layer: Layer) -> Int? {
    guard let column = layer.fields.firstIndex(where: { $0.lowercased() == "year" }) else {
      return nil
    }
    let years = Set(layer.features.map { $0.values[column] })
    guard years.count == 1, let value = years.first else { return nil }
    switch value {
    case .text(let text): return Int(text.prefix(4))
    case .integer(let number): return Int(number)
    default: return nil
    }
  }
}
