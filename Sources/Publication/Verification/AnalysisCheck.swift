internal import Diagnostics

/// Whether analyses look only at what is shown, and pages say of them what the table says.
struct AnalysisCheck {
  /// A table of analyses.
  let table: Sighting
  /// The table of IRIS of the same folder.
  let irises: Sighting
  /// Rows of its communes.
  var communes: [Sighting.Row] = []

  /// Lines about a figure that nobody may see.
  var problems: [Problem] {
    let rows = Dictionary(
      (irises.rows + communes).compactMap { row in Self.zone(of: row).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    let stems = Set(irises.stems)
    return table.rows.enumerated().compactMap { index, line in
      let place = table.place(of: index)
      guard let stem = line.cells["colonnes"]?.text, stems.contains(stem) else {
        return Wording.statusesDiffer("colonnes", than: irises.file.name, at: place)
      }
      // what is said of all areas together needs some that are shown
      guard let zone = line.cells["zone"]?.text else {
        let isShown = irises.rows.contains { $0.cells[stem + "_st"] == nil }
        return isShown ? nil : Wording.withheldValue("valeur", at: place)
      }
      guard let row = rows[zone] else {
        return Wording.statusesDiffer("zone", than: irises.file.name, at: place)
      }
      return row.cells[stem + "_st"] == nil ? nil : Wording.withheldValue("valeur", at: place)
    }
  }

  /// What a line of analyses calls the area of a row.
  private static func zone(of row: Sighting.Row) -> String? {
    if let code = row.cells["code_iris"]?.text { return code }
    return row.cells["niveau"]?.text == "commune"
      ? row.cells["code_com"]?.text.map { "commune \($0)" } : nil
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
      let rows =
        section.pieces(from: "<tr data-zone=\"", to: "</tr>")
        + section.pieces(from: "<circle data-zone=\"", to: "</circle>")
      let whole = section.before("<figure") ?? section.before("<table") ?? section
      return Self.agrees(whole, indicator, nil, known)
        && rows.allSatisfy { row in
          let zone = row.attribute("data-zone").map(Sighting.Value.text)
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
