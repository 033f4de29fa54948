internal import Diagnostics
internal import Files
internal import GeoPackage
internal import Geometry
internal import Layers

extension Sighting {
  /// What a file shows, or a problem when it cannot be opened as what its name says.
  ///
  /// - Returns: `nil` for a file without a table of IRIS
  static func of(_ file: Deliverable.File) -> Result<Sighting?, Problem> {
    do throws(Problem) {
      switch file.suffix {
      case "csv": return .success(try csv(file))
      case "geojson":
        let (layer, problems) = try Layer.read(geoJSON: file.path)
        return problems.isEmpty
          ? .success(of(layer, file, .degrees)) : .failure(Wording.unreadable(at: file.place))
      case "gpkg":
        // SQLite cannot open a file that has no name yet
        let package = try GeoPackageFile(try file.bytes(), in: file.name)
        guard package.layerNames.contains("indicateurs_iris") else {
          return .failure(Wording.unreadable(at: file.place))
        }
        return .success(of(try package.layer("indicateurs_iris").0, file, .metres))
      default: return .success(nil)
      }
    } catch {
      return .failure(Wording.unreadable(at: file.place))
    }
  }

  private static func csv(_ file: Deliverable.File) throws(Problem) -> Sighting {
    let text = try file.text()
    let table = SemicolonTable(text)
    let isExcel = file.name.hasSuffix("_excel.csv")
    var sighting = Sighting(file: file)
    sighting.columns = table.rows.first ?? []
    sighting.rows = table.rows.dropFirst().map { fields in
      var row = Row()
      for (column, field) in zip(sighting.columns, fields) where !field.isEmpty {
        row.cells[column] = value(field, of: column, isExcel: isExcel)
      }
      return row
    }
    return sighting
  }

  /// A number where the column is one; Excel's file writes the comma.
  private static func value(_ field: String, of column: String, isExcel: Bool) -> Value {
    let endings = ["_n", "_d", "_t", "_bas", "_haut", "_b998", "_h998"]
    guard endings.contains(where: column.hasSuffix), column != "mill_n" else {
      // Excel keeps the zeros of a code only in a formula that yields a text
      let isFormula = isExcel && field.hasPrefix("=\"") && field.hasSuffix("\"")
      return .text(isFormula ? String(field.dropFirst(2).dropLast()) : field)
    }
    let plain = isExcel ? String(field.map { $0 == "," ? "." : $0 }) : field
    return Double(plain).map(Value.number) ?? .text(field)
  }

  private static func of(
    _ layer: Layer, _ file: Deliverable.File, _ system: System
  ) -> Sighting {
    var sighting = Sighting(file: file, columns: layer.fields, system: system)
    sighting.rows = layer.features.map { feature in
      var row = Row(shape: feature.shape.map(\.asPlane))
      for (column, value) in zip(layer.fields, feature.values) {
        switch value {
        case .text(let text) where !text.isEmpty: row.cells[column] = .text(text)
        case .integer(let number): row.cells[column] = .number(Double(number))
        case .real(let number): row.cells[column] = .number(number)
        default: break
        }
      }
      return row
    }
    return sighting
  }
}

extension Shape where F == AsDeclared {
  /// The same numbers in a plane, for predicates.
  fileprivate var asPlane: Shape<Projected> {
    let ring = { (ring: Ring<AsDeclared>) in
      Ring(ring.positions.map { Position<Projected>(x: $0.x, y: $0.y) })
    }
    return Shape<Projected>(
      polygons.map { Polygon(exterior: ring($0.exterior), holes: $0.holes.map(ring)) })
  }
}

extension Deliverable.File {
  /// The whole file.
  func bytes() throws(Problem) -> [UInt8] { try MappedFile(path).withBytes { Array($0) } }

  /// The whole file as text.
  func text() throws(Problem) -> String {
    try MappedFile(path).withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
