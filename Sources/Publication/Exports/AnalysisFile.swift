internal import Analyses
internal import Rates
internal import Territory

/// Analyses of a release: one row for each area, indicator and method.
struct AnalysisFile {
  let table: AnalysisTable
  let irises: Sheet

  private static let heads: [CellTable.Head] = [
    .init("analyse", "Indicateur analysé", .text),
    .init("colonnes", "Début de ses colonnes dans les tableaux", .text),
    .init("zone", "IRIS ou commune", .code),
    .init("methode", "Méthode", .text), .init("valeur", "Valeur", .decimal),
    .init("borne_basse", "Borne basse", .decimal), .init("borne_haute", "Borne haute", .decimal),
    .init("classe", "Classe ou position", .text),
    .init("probabilite", "Probabilité due au hasard", .decimal),
    .init("reference", "Population de référence", .text),
  ]

  /// The whole table, as every format has it.
  var cells: CellTable {
    let notes = irises.columns.filter { NoticeColumns.allNames.contains($0.name) }
    let said = notes.map { note in irises.rows.first.map(note.value) ?? .empty }
    let stems = Dictionary(
      irises.indicators.map { ($0.definition.id, $0.stem.text) },
      uniquingKeysWith: { first, _ in first })
    return CellTable(
      heads: Self.heads + notes.map { .init($0) },
      rows: table.lines.map { Self.cells(of: $0, stems[$0.indicator]) + said })
  }

  private static func cells(of line: AnalysisTable.Line, _ stem: String?) -> [Cell] {
    let isGroup = line.method == .quintiles
    return [
      .text(line.indicator), text(stem), line.zone.map { .code($0.name) } ?? .empty,
      .text(line.method.rawValue),
      isGroup ? .integer(Int(line.value)) : decimal(line.value, 4),
      decimal(line.interval?.lower, 4), decimal(line.interval?.upper, 4), text(line.word),
      decimal(line.probability, 3), text(line.reference),
    ]
  }

  private static func text(_ text: String?) -> Cell { text.map(Cell.text) ?? .empty }

  private static func decimal(_ number: Double?, _ decimals: Int) -> Cell {
    number.flatMap { FixedPoint($0, decimals: decimals) }.map(Cell.decimal) ?? .empty
  }
}

extension Zone {
  /// `010040101`, `hors IRIS 01004`, `commune 01004`.
  fileprivate var name: String {
    switch self {
    case .iris(let iris): iris.code
    case .unlocated(let commune): "hors IRIS \(commune.code)"
    case .commune(let commune): "commune \(commune.code)"
    }
  }
}
