internal import Boundaries
internal import Diagnostics
internal import Geometry
internal import Projection
internal import Tables
internal import Territory

extension Campaign {
  /// A file that cuts the territory otherwise than into IRIS.
  public struct ZoningReference: Sendable {
    /// What its files are called.
    public let id: String
    /// In French.
    public let title: String
    /// Path of the file.
    public let file: String
    /// Column of the areas' codes.
    public let code: String
    /// Column of their names; `nil` when the file has none.
    public let name: String?
    /// What the rows of the file are.
    let form: Form
    /// The zoning, or « communes », whose limits none of its areas may cross; `nil` for none.
    let outer: String?

    /// What the rows of a file are.
    enum Form: Sendable {
      /// IRIS, whose code these columns make, each in one area.
      case irises([String], Declaration)
      /// Communes by their code, each in one area.
      case communes(String, Declaration)
      /// Areas drawn without regard to IRIS, priority districts: layer and declared system.
      case contours(layer: String?, declaredSystem: String?)
    }
  }
}

extension Campaign.ZoningReference {
  /// The areas of a zoning that is drawn without regard to IRIS; `nil` for one made of them.
  ///
  /// - Throws: what `NamedArea.read` throws
  func drawnAreas(in system: TerritorySystem) throws(Problem) -> [NamedArea]? {
    guard case .contours(let layer, let declared) = form else { return nil }
    return try NamedArea.read(
      file, layer: layer, code: code, name: name,
      declaredSystem: declared.flatMap { ReferenceSystem.parse($0) }, in: system)
  }
}
