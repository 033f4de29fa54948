public import Diagnostics
internal import Files
internal import Geometry

extension Layer {
  /// The layer of a shapefile, on the disk or in a .zip or .7z.
  ///
  /// Keeps polygons, without heights and measures. The direction of a ring says whether it is an
  /// exterior or a hole, as the format has it; a hole goes to the smallest exterior around it.
  /// The system is the text of the `.prj`, nil without one. Texts are read by the `.cpg`, else as
  /// UTF-8 when all of them are, else as Windows-1252. Records marked as deleted are left out.
  ///
  /// - Parameters:
  ///   - path: a `.shp` with its `.dbf`, `.shx`, `.prj`, `.cpg` beside it, or an archive of them
  ///   - member: which `.shp` of an archive, by name; nil for the only one (`EMPRISE.shp` apart)
  /// - Returns: features in the order of the file, coordinates as declared; field names may repeat,
  ///   as the format allows
  /// - Throws: `files.missing`, `files.unreadable`; `layers.not-shapefile`;
  ///   `layers.damaged-table`; the `layers.…-archive` problems. A `.dbf` with another number of
  ///   records, or a truncated `.shp`, is a problem that stops beside what could be read.
  /// - Complexity: O(n) of the bytes, and holes × exteriors × vertices within one record
  /// - Exactness: coordinates are those of the file
  /// - Source: ESRI Shapefile Technical Description, July 1998
  public static func read(
    shapefile path: String, member: String? = nil
  ) throws(Problem) -> (Layer, ProblemLog) {
    let file = try MappedFile(path)
    let set =
      ArchiveFile.isArchive(file.bytes)
      ? try ShapefileSet(archive: ArchiveFile(file), named: member)
      : try ShapefileSet(path: path, file: file)
    var reading = ShapefileReading(set)
    return try reading.run()
  }
}

/// One reading of a shapefile.
struct ShapefileReading {
  private let files: ShapefileSet
  private var problems = ProblemLog()

  init(_ files: ShapefileSet) { self.files = files }

  mutating func run() throws(Problem) -> (Layer, ProblemLog) {
    let shapes = try readShapes()
    let encoding = try declaredEncoding()
    var layer = Layer(
      name: files.name, fields: [], system: try files.text("prj").map { .wellKnownText($0) },
      features: [])
    try readAttributes(of: shapes, encoding, into: &layer)
    return (layer, problems)
  }

  private mutating func readShapes() throws(Problem) -> [Shape<AsDeclared>?] {
    let place = files.place
    let (shapes, found) = try files.with("shx") { index throws(Problem) in
      try files.with("shp") { bytes throws(Problem) in
        let file = try Shapefile(
          bytes ?? UnsafeRawBufferPointer(start: nil, count: 0), index: index, place: place)
        var inspection = RingInspection(place)
        let shapes = file.offsets.enumerated().map { record, offset in
          inspection.begin(feature: record + 1)
          return file.shape(at: offset, &inspection)
        }
        var problems = file.problems
        problems.append(inspection.problems)
        return (shapes, problems)
      }
    }
    problems.append(found)
    return shapes
  }

  private mutating func declaredEncoding() throws(Problem) -> TextEncoding? {
    guard let label = try files.text("cpg") else { return nil }
    let encoding = TextEncoding(label: label)
    if encoding == nil { problems.record(Wording.unknownEncoding(files.place)) }
    return encoding
  }

  private mutating func readAttributes(
    of shapes: [Shape<AsDeclared>?], _ declared: TextEncoding?, into layer: inout Layer
  ) throws(Problem) {
    let place = files.place
    let (read, found) = try files.with("dbf") { bytes throws(Problem) -> (Layer, ProblemLog) in
      var layer = layer
      guard let bytes else {
        layer.features = Self.features(of: shapes)
        return (layer, ProblemLog([Wording.missingTable(place)]))
      }
      let table = try AttributeTable(bytes, place: place)
      var rows = AttributeRows(table, declared ?? table.likelyEncoding, place: place)
      layer.fields = rows.names
      layer.features = rows.features(of: shapes)
      return (layer, rows.problems)
    }
    layer = read
    problems.append(found)
  }

  private static func features(of shapes: [Shape<AsDeclared>?]) -> [Layer.Feature] {
    shapes.enumerated().map { Layer.Feature(ordinal: $0 + 1, values: [], shape: $1) }
  }
}

/// The records of an attribute table as the values of features.
private struct AttributeRows {
  let names: [String]
  private(set) var problems = ProblemLog()
  private let table: AttributeTable
  private let encoding: TextEncoding
  private let place: Place

  init(_ table: AttributeTable, _ encoding: TextEncoding, place: Place) {
    self.table = table
    self.encoding = encoding
    self.place = place
    names = table.columns.map { encoding.decoded(table.bytes.part($0.name)).0 }
  }

  mutating func features(of shapes: [Shape<AsDeclared>?]) -> [Layer.Feature] {
    if table.declaredCount != shapes.count || table.count != table.declaredCount {
      problems.record(Wording.unequalCounts(place, shapes: shapes.count, records: table.count))
    }
    var features: [Layer.Feature] = []
    features.reserveCapacity(shapes.count)
    for (record, shape) in shapes.enumerated() {
      if table.isDeleted(record) {
        problems.record(Wording.deletedRecord(at(record)))
      } else {
        features.append(
          Layer.Feature(ordinal: record + 1, values: values(of: record), shape: shape))
      }
    }
    return features
  }

  private mutating func values(of record: Int) -> [Layer.Value] {
    guard record < table.count else { return names.map { _ in .null } }
    return table.columns.indices.map { index in
      let (value, isDamaged) = table.value(record, table.columns[index], encoding)
      if isDamaged { problems.record(Wording.damagedText(at(record), names[index])) }
      if value == nil { problems.record(Wording.unreadableCell(at(record), names[index])) }
      return value ?? .null
    }
  }

  private func at(_ record: Int) -> Place {
    var place = place
    place.feature = record + 1
    return place
  }
}
