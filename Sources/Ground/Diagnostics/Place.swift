/// Where in the material something is: a file and, in it, the narrowest thing that can be named.
///
/// Lines, columns, rings and vertices count from 1. A place never holds the content of a cell.
///
/// - Confidential: no
public struct Place: Sendable, Hashable {
  /// Path as the user gave it.
  public var file: String?
  /// Member of an archive, layer of a GeoPackage or sheet of a workbook.
  public var part: String?
  /// Line of a text file.
  public var line: Int?
  /// Field of the line, or column of the sheet.
  public var column: Int?
  /// Feature of a layer, in the order of the file.
  public var feature: Int?
  /// IRIS or commune code, as the file has it when it is well formed.
  public var code: String?
  /// Ring of a shape, exterior rings and holes counted together.
  public var ring: Int?
  /// Vertex of a ring.
  public var vertex: Int?
  /// Key of a campaign file, with its parents: `sources.c2s.position.crs`.
  public var key: String?

  /// A place, from the parts that are known.
  public init(
    file: String? = nil, part: String? = nil, line: Int? = nil, column: Int? = nil,
    feature: Int? = nil, code: String? = nil, ring: Int? = nil, vertex: Int? = nil,
    key: String? = nil
  ) {
    self.file = file
    self.part = part
    self.line = line
    self.column = column
    self.feature = feature
    self.code = code
    self.ring = ring
    self.vertex = vertex
    self.key = key
  }

  /// No place: the command itself.
  public static let none = Place()
}

extension Place: CustomStringConvertible {
  /// `cpam.csv:12:4`, `iris.gpkg(contours_iris), IRIS 212310101, anneau 2, sommet 17`.
  public var description: String {
    var words = file ?? ""
    if let part { words += "(\(part))" }
    if let cell { words += cell } else if let line { words += ":\(line)" }
    if let column, cell == nil { words += line == nil ? ", colonne \(column)" : ":\(column)" }
    let inside = [
      key.map { "clé « \($0) »" }, feature.map { "objet \($0)" }, code.map { "code \($0)" },
      ring.map { "anneau \($0)" }, vertex.map { "sommet \($0)" },
    ]
    let details = inside.compactMap(\.self).joined(separator: ", ")
    return words.isEmpty || details.isEmpty ? words + details : words + ", " + details
  }

  /// « , cellule D6 » in the sheet of a workbook, as its users read it.
  private var cell: String? {
    let isSheet = ["xlsx", "xlsm", "ods"].contains {
      file?.lowercased().hasSuffix("." + $0) ?? false
    }
    guard isSheet, part != nil, let line else { return nil }
    guard let column else { return ", ligne \(line)" }
    return ", cellule \(Self.letters(column))\(line)"
  }

  /// 1 → A, 28 → AB.
  private static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
