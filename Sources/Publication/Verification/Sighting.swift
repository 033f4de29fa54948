internal import Diagnostics
internal import Geometry

/// What one file shows: the rows of its table of IRIS, with the words as they stand in it.
struct Sighting: Sendable {
  /// Where it was seen.
  let file: Deliverable.File
  /// The layer or sheet, where the file has several.
  var part: String?
  /// In the order of the file.
  var columns: [String] = []
  var rows: [Row] = []
  /// Whether a cell can be told from an empty text.
  var system: System?

  /// The reference of the shapes.
  enum System: Sendable, Hashable {
    case metres, degrees
  }

  /// One row.
  struct Row: Sendable {
    /// By column; a cell without value is not there.
    var cells: [String: Value] = [:]
    var shape: Shape<Projected>?
  }

  /// One value, as its format types it.
  enum Value: Sendable, Hashable {
    case text(String)
    case number(Double)

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
  }

  /// Whether it has one row for each IRIS; else one for each commune and what is not at an IRIS.
  var isByIris: Bool { columns.contains("code_iris") }

  /// The file, or the layer of it.
  var place: Place { Place(file: file.name, part: part) }

  /// One of its rows.
  func place(of row: Int) -> Place { Place(file: file.name, part: part, feature: row + 1) }

  /// The zoning whose areas it is about; `nil` for IRIS and communes.
  var zoning: String? { rows.first?.cells["zonage"]?.text }

  /// Whether its rows are analyses of the figures, one for each area and method.
  var isAnalysis: Bool { columns.contains("analyse") && columns.contains("methode") }

  /// Columns of analyses that are compared; what a row is about stands in the other ones.
  static let analysisFigures = [
    "valeur", "borne_basse", "borne_haute", "classe", "probabilite", "reference",
  ]

  /// Beginnings of the columns of indicators: those with a status.
  var stems: [String] {
    columns.filter { $0.hasSuffix("_st") }.map { String($0.dropLast(3)) }
  }
}
