internal import Diagnostics
internal import Files

/// Whether what portraits and pages of zonings show of an IRIS, a commune or an area is what its table
/// says.
struct ShownCheck {
  /// Rows by what a page calls them: « 219510101 », « 21951 », « qpv QN02101M ».
  private let rows: [String: Sighting.Row]
  private let source: String

  init(_ sightings: [Sighting]) {
    var rows: [String: Sighting.Row] = [:]
    for sighting in sightings where !sighting.stems.isEmpty {
      for row in sighting.rows {
        if let name = Self.name(of: row, in: sighting), rows[name] == nil { rows[name] = row }
      }
    }
    self.rows = rows
    source = sightings.first(where: \.isByIris)?.file.name ?? ""
  }

  private static func name(of row: Sighting.Row, in sighting: Sighting) -> String? {
    if let zone = row.cells["code_zone"]?.text, let zoning = row.cells["zonage"]?.text {
      return "\(zoning) \(zone)"
    }
    if sighting.isByIris { return row.cells["code_iris"]?.text }
    return row.cells["niveau"]?.text == "commune" ? row.cells["code_com"]?.text : nil
  }

  func problems(in page: Deliverable.File) throws(Problem) -> [Problem] {
    let text = PageText(try page.bytes())
    let own = Self.iris(of: page)
    let isSame =
      text.pieces(from: " data-de=\"", to: ">").allSatisfy { tag in
        let tag = tag.attributes
        return agrees(tag, with: tag["data-de"])
      }
      && text.pieces(from: "<tr data-st=\"", to: ">").allSatisfy { tag in
        let tag = tag.attributes
        return own == nil || agrees(tag, with: own)
      }
    return isSame ? [] : [Wording.shownDiffers(than: source, at: page.place)]
  }

  /// `p-219510101.html` → `219510101`.
  private static func iris(of page: Deliverable.File) -> String? {
    let name = FilePath.name(of: page.name)
    return name.hasPrefix("p-") ? String(name.dropFirst(2).dropLast(5)) : nil
  }

  private func agrees(_ tag: [String: String], with name: String?) -> Bool {
    guard let stem = tag["data-colonnes"], let row = name.flatMap({ rows[$0] }),
      tag["data-st"] == row.cells[stem + "_st"]?.text ?? ""
    else { return false }
    guard let shown = tag["data-v"] else { return tag["data-st"] != "" }
    guard let shown = Double(shown) else { return false }
    let value = row.cells[stem + "_t"] ?? row.cells[stem + "_n"]
    return FormatComparison.agree(value, .number(shown))
  }
}
