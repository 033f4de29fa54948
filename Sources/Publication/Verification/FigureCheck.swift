internal import Diagnostics

/// Whether the maps of the atlas show what the tables say: the same status and number for each IRIS,
/// and as many areas of each tint as the legend counts.
struct FigureCheck {
  let file: Deliverable.File
  /// A table of IRIS of the same folder.
  let table: Sighting
  /// Rows of communes, of the same folder.
  var communes: [Sighting.Row] = []

  func problems() throws(Problem) -> [Problem] {
    PageText(try file.bytes()).pieces(from: "<svg class=\"figure\"", to: "</svg>").flatMap(problems)
  }

  private func problems(of figure: PageText) -> [Problem] {
    guard let stem = figure.attribute("data-colonnes"), table.stems.contains(stem) else {
      return []
    }
    let areas = figure.pieces(from: "<a href=\"p-", to: "</a>")
    let rows = Dictionary(
      table.rows.compactMap { row in row.cells["code_iris"]?.text.map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    let isSame = areas.allSatisfy { area in
      area.attribute("data-i").flatMap { rows[$0] }.map { Self.agrees(area, $0, stem) } ?? false
    }
    return
      (isSame
      ? [] : [Wording.statusesDiffer(stem + "_st", than: table.file.name, at: file.place)])
      + (countsHold(in: figure, areas) ? [] : [Wording.wrongLegend(at: file.place)])
      + (isSummedUp(figure, stem) ? [] : [Wording.wrongSummary(at: file.place)])
  }

  private func isSummedUp(_ figure: PageText, _ stem: String) -> Bool {
    guard let text = figure.after("<desc")?.after(">")?.before("</desc>")?.unescaped else {
      return false
    }
    return SummaryCheck(text: text, stem: stem, irises: table, communes: communes).isTrue
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
