public import Diagnostics
public import Geometry
internal import Layers
internal import Projection
public import Territory
internal import Topology

/// An area of a zoning that is drawn without regard to IRIS: a priority district.
public struct NamedArea: Sendable {
  /// Its code.
  public let code: String
  /// Its name; empty when the file has none.
  public let name: String
  /// Valid; in the projected system of a territory.
  public let shape: Shape<Projected>

  /// The areas of a file, sorted by code; the parts of one code are joined.
  ///
  /// - Parameters:
  ///   - code: name of the column
  ///   - name: name of the column; `nil` for none
  ///   - declaredSystem: for a file that declares none
  /// - Throws: `files.…`, `layers.…`, `projection.…`, `topology.…`; `boundaries.no-area-column`,
  ///   `boundaries.no-system`
  public static func read(
    _ file: String, layer: String?, code: String, name: String?,
    declaredSystem: ReferenceSystem?, in territory: TerritorySystem
  ) throws(Problem) -> [NamedArea] {
    let (layer, problems) = try ContourFile.layer(file, named: layer)
    try problems.check()
    let place = Place(file: file, part: layer.name)
    func column(_ name: String) throws(Problem) -> Int {
      guard let column = layer.fields.firstIndex(of: name) else {
        throw Wording.noAreaColumn(place, name, layer.fields)
      }
      return column
    }
    let codes = try column(code)
    let names = try name.map { name throws(Problem) in try column(name) }
    guard let system = layer.system ?? declaredSystem else {
      throw Wording.noSystem(place, fitting: [])
    }
    let transformer = try Transformer<AsDeclared, Projected>(from: system, to: territory)
    let context = try TopologyContext()
    var parts: [String: (name: String, shapes: [Shape<Projected>])] = [:]
    for feature in layer.features {
      guard let text = feature.values[codes].code, let declared = feature.shape else { continue }
      let shape = transformer.transformed(declared)
      guard shape.isFinite else { continue }
      let valid = try context.repaired(shape).shape
      parts[text, default: (names.flatMap { feature.values[$0].code } ?? "", [])].shapes
        .append(valid)
    }
    var areas: [NamedArea] = []
    for (code, part) in parts.sorted(by: { $0.key < $1.key }) {
      areas.append(
        NamedArea(code: code, name: part.name, shape: try context.union(part.shapes)))
    }
    return areas
  }
}

extension Layer.Value {
  /// A code as text; `nil` when there is none.
  fileprivate var code: String? {
    switch self {
    case .text(let text): text.isEmpty ? nil : text
    case .integer(let number): String(number)
    case .real, .null: nil
    }
  }
}
