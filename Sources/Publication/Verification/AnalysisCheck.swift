internal import Diagnostics

/// Whether analyses look only at what is shown, and pages say of them what the table says.
struct AnalysisCheck {
  /// A table of analyses.
  let table: Sighting
  /// The table of IRIS of the same folder.
  let irises: Sighting

  /// Lines about a figure that nobody may see.
  var problems: [Problem] {
    let rows = Dictionary(
      irises.rows.compactMap { row in row.cells["code_iris"]?.text.map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    let stems = Set(irises.stems)
    return table.rows.enumerated().compactMap { index, line in
      guard let stem = line.cells["analyse"]?.text, stems.contains(stem),
        let row = line.cells["zone"]?.text.flatMap({ rows[$0] }),
        row.cells[stem + "_st"] != nil
      else { return nil }
      return Wording.withheldValue("valeur", at: table.place(of: index))
    }
  }

  /// Numbers of a page that the table does not have.
  func problems(in page: Deliverable.File) throws(Problem) -> [Problem] {
    let sections = PageText(try page.bytes()).pieces(
      from: "<section data-analyse=\"", to: "</section>")
    if sections.isEmpty { return [] }
    let known = Dictionary(
      table.rows.map { (Self.key($0.cells["analyse"], $0.cells["zone"], $0.cells["methode"]), $0) },
      uniquingKeysWith: { first, _ in first })
    let isSame = sections.allSatisfy { section in
      let indicator = section.after("<section")?.attribute("data-analyse").map(Sighting.Value.text)
      let rows = section.pieces(from: "<tr data-zone=\"", to: "</tr>")
      let whole = section.before("<table") ?? section
      return Self.agrees(whole, indicator, nil, known)
        && rows.allSatisfy { row in
          let zone = row.after("<tr")?.attribute("data-zone").map(Sighting.Value.text)
          return Self.agrees(row, indicator, zone, known)
        }
    }
    return isSame
      ? [] : [Wording.statusesDiffer("valeur", than: table.file.name, at: page.place)]
  }

  private static func key(_ parts: Sighting.Value?...) -> String {
    parts.map { $0?.text ?? "" }.joined(separator: "\t")
  }

  private static func agrees(
    _ text: PageText, _ indicator: Sighting.Value?, _ zone: Sighting.Value?,
    _ known: [String: Sighting.Row]
  ) -> Bool {
    text.pieces(from: " data-methode=\"", to: ">").allSatisfy { cell in
      let tag = cell.attributes
      let row = known[key(indicator, zone, tag["data-methode"].map(Sighting.Value.text))]
      guard let shown = tag["data-v"].flatMap({ Double($0) }) else { return false }
      return FormatComparison.agree(row?.cells["valeur"], .number(shown))
    }
  }
}
