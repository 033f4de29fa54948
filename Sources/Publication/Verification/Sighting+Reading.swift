internal import Diagnostics
internal import Files
internal import GeoPackage
internal import Geometry
internal import Layers

extension Sighting {
  /// What a file shows, or a problem when it cannot be opened as what its name says.
  ///
  /// - Returns: empty for a file without a table of figures
  static func all(of file: Deliverable.File) -> Result<[Sighting], Problem> {
    do throws(Problem) {
      switch file.suffix {
      case "csv": return .success([try csv(file)])
      case "xlsx": return .success(try workbook(file))
      case "gpkg": return .success(try geoPackage(file))
      case "geojson":
        let (layer, problems) = try Layer.read(geoJSON: file.path)
        return problems.isEmpty
          ? .success([of(layer, file, .degrees)]) : .failure(Wording.unreadable(at: file.place))
      default: return .success([])
      }
    } catch {
      return .failure(Wording.unreadable(at: file.place))
    }
  }

  /// The layer of IRIS, communes and what is not at an IRIS together, as the CSV has them, then zonings.
  private static func geoPackage(_ file: Deliverable.File) throws(Problem) -> [Sighting] {
    // SQLite cannot open a file that has no name yet
    let package = try GeoPackageFile(try file.bytes(), in: file.name)
    guard Set(package.layerNames).isSuperset(of: ["indicateurs_iris", "communes"]) else {
      throw Wording.unreadable(at: file.place)
    }
    var irises = of(try package.layer("indicateurs_iris").0, file, .metres)
    irises.part = "indicateurs_iris"
    var communes = of(try package.layer("communes").0, file, .metres)
    communes.part = "communes"
    let (columns, rows) = try package.table("non_localises")
    communes.rows += rows.map { Row(columns, $0) }
    let zonings = try package.layerNames.filter { $0.hasPrefix("zonage_") }.map {
      name throws(Problem) in
      var zones = of(try package.layer(name).0, file, .metres)
      zones.part = name
      return zones
    }
    return [irises, communes] + zonings
  }

  private static func workbook(_ file: Deliverable.File) throws(Problem) -> [Sighting] {
    let book = try WorkbookSheets(try MappedFile(file.path))
    let more = book.names.filter { $0.hasPrefix("Zonage ") || $0 == "Analyses" }
    return try (["IRIS", "Communes"] + more).map { name throws(Problem) in
      guard let rows = book.sheets[name], let head = rows.first else {
        throw Wording.unreadable(at: file.place)
      }
      var sighting = Sighting(file: file, part: name, columns: head.map { $0?.text ?? "" })
      sighting.rows = rows.dropFirst().map { cells in
        var row = Row()
        for (column, cell) in zip(sighting.columns, cells) { row.cells[column] = cell }
        return row
      }
      return sighting
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
    let numbers = ["valeur", "borne_basse", "borne_haute", "probabilite"]
    guard endings.contains(where: column.hasSuffix) || numbers.contains(column) else {
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
      Row(layer.fields, feature.values, shape: feature.shape.map(\.asPlane))
    }
    return sighting
  }
}

extension Sighting.Row {
  /// A row of a layer: an empty text is no value, and no shape a row without place.
  fileprivate init(_ columns: [String], _ values: [Layer.Value], shape: Shape<Projected>? = nil) {
    self.init(shape: shape)
    for (column, value) in zip(columns, values) {
      switch value {
      case .text(let text) where !text.isEmpty: cells[column] = .text(text)
      case .integer(let number): cells[column] = .number(Double(number))
      case .real(let number): cells[column] = .number(number)
      default: break
      }
    }
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
