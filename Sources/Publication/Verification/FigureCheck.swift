internal import Diagnostics

/// Whether the maps of the atlas show what the tables say: the same status and number for each IRIS or
/// area of a zoning, and as many areas of each tint as the legend counts.
struct FigureCheck {
  let file: Deliverable.File
  /// Of the same folder: the IRIS first, then the areas of zonings.
  let tables: [Sighting]
  /// Rows of communes, of the same folder.
  var communes: [Sighting.Row] = []

  func problems() throws(Problem) -> [Problem] {
    PageText(try file.bytes()).pieces(from: "<svg class=\"figure\"", to: "</svg>").flatMap(problems)
  }

  private func problems(of figure: PageText) -> [Problem] {
    guard let stem = figure.attribute("data-colonnes"),
      let table = table(of: figure.attribute("data-zonage")), table.stems.contains(stem)
    else {
      // analyses have figures of their own, which have no columns
      return figure.attribute("data-zonage") == nil
        ? [] : [Wording.shownDiffers(than: tables.first?.file.name ?? "", at: file.place)]
    }
    let areas = figure.pieces(from: "<a href=\"", to: "</a>")
    let rows = Dictionary(
      table.rows.compactMap { row in Self.code(of: row).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    let drawn = areas.map { area in area.attribute("data-i").flatMap { rows[$0] } }
    let isSame = zip(areas, drawn).allSatisfy { area, row in
      row.map { Self.agrees(area, $0, stem) } ?? false
    }
    // an area of a zoning may have no contour; an IRIS has one
    let told = table.isByIris ? table.rows : drawn.compactMap(\.self)
    return
      (isSame
      ? [] : [Wording.statusesDiffer(stem + "_st", than: table.file.name, at: file.place)])
      + (countsHold(in: figure, areas) ? [] : [Wording.wrongLegend(at: file.place)])
      + (isSummedUp(figure, stem, told) ? [] : [Wording.wrongSummary(at: file.place)])
  }

  /// The table of a zoning, or of the IRIS.
  private func table(of zoning: String?) -> Sighting? {
    tables.first { zoning == nil ? $0.isByIris : $0.zoning == zoning }
  }

  private static func code(of row: Sighting.Row) -> String? {
    (row.cells["code_iris"] ?? row.cells["code_zone"])?.text
  }

  private func isSummedUp(_ figure: PageText, _ stem: String, _ rows: [Sighting.Row]) -> Bool {
    guard let text = figure.after("<desc")?.after(">")?.before("</desc>")?.unescaped else {
      return false
    }
    return SummaryCheck(text: text, stem: stem, rows: rows, communes: communes).isTrue
  }

  /// A map shows the rate, or the count where there is no rate.
  private static func agrees(_ area: PageText, _ row: Sighting.Row, _ stem: String) -> Bool {
    guard area.attribute("data-st") == row.cells[stem + "_st"]?.text ?? "" else { return false }
    guard let shown = area.attribute("data-v") else { return true }
    let value = row.cells[stem + "_t"] ?? row.cells[stem + "_n"]
    guard let shown = Double(shown), case .number(let number)? = value else { return false }
    return abs(shown - number) <= 1e-9 * max(1, abs(number))
  }

  private func countsHold(in figure: PageText, _ areas: [PageText]) -> Bool {
    let fills = areas.compactMap { $0.after("<path")?.attribute("fill") }
    return figure.pieces(from: "<rect x=\"0\" y=\"", to: "</text>").allSatisfy { entry in
      guard let fill = entry.attribute("fill"), let count = entry.afterLast(" (")?.number else {
        return false
      }
      return count == fills.count { $0 == fill }
    }
  }
}
