internal import Diagnostics
internal import Territory

extension CampaignReader {
  /// The ways from other editions.
  func readCrosswalks(_ references: Section) -> [Campaign.CrosswalkReference] {
    references.sections("crosswalks", allowed: CampaignKeys.crosswalk.names).map { section in
      let width = section.number("width")
      if let width, width <= 0 { section.record(Wording.badWidth(at: section.place(of: "width"))) }
      return Campaign.CrosswalkReference(
        edition: Edition(section.text("edition")), origin: origin(section),
        movements: section.optionalText("movements").map(path), width: width)
    }
  }

  private func origin(_ section: Section) -> Campaign.CrosswalkReference.Origin {
    if section.has("file") == section.has("table") {
      section.record(Wording.crosswalkOrigin(at: section.place(of: "table")))
    }
    if let table = section.optionalText("table") { return .table(path(table)) }
    return .contours(
      file: path(section.optionalText("file") ?? ""), layer: section.optionalText("layer"),
      system: section.optionalText("crs"))
  }

  /// Every edition that a source or the census names must lead to the campaign's.
  func checkEditions(_ references: Campaign.References, sources: [Campaign.Source]) {
    let known = references.crosswalks.map(\.edition) + [references.boundaries.edition]
    let named = sources.compactMap(\.edition) + [references.population?.edition].compactMap(\.self)
    for edition in named where !known.contains(edition) {
      root.record(Wording.noCrosswalk(edition, at: root.place(of: "references")))
    }
  }
}
