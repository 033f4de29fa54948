internal import Diagnostics

extension CampaignReader {
  /// The zonings whose figures are published beside those of the IRIS.
  func readZonings() -> [Campaign.ZoningReference] {
    var seen: Set<String> = ["communes", "excel", "passage"]
    let sections = root.sections("zonings", allowed: CampaignKeys.zoning.names)
    let ids = sections.map { $0.text("id") }
    return sections.map { section in
      let id = identifier(section, "id", pattern: .column)
      if !seen.insert(id).inserted {
        section.record(Wording.duplicate(id, at: section.place(of: "id")))
      }
      return Campaign.ZoningReference(
        id: id, title: section.text("title"), file: path(section.text("file")),
        code: section.text("code"), name: section.optionalText("name"), form: form(section),
        outer: outer(section, among: ids))
    }
  }

  /// The zoning that another must nest in.
  private func outer(_ section: Section, among ids: [String]) -> String? {
    guard let outer = section.optionalText("nests_in") else { return nil }
    let allowed = ids.filter { $0 != section.text("id") } + [ZoningNesting.communes]
    if !allowed.contains(outer) {
      section.record(
        Wording.unknownValue(outer, allowed: allowed, at: section.place(of: "nests_in")))
    }
    return outer
  }

  private func form(_ section: Section) -> Campaign.ZoningReference.Form {
    let given = ["iris", "commune", "contours"].filter(section.has)
    if given.count > 1 {
      section.record(Wording.severalForms(at: section.place(of: given[1])))
    }
    if section.has("iris") { return .irises(section.texts("iris"), declaration(section)) }
    if section.has("commune") { return .communes(section.text("commune"), declaration(section)) }
    if !section.flag("contours") {
      section.record(Wording.missingKey("iris", at: section.place(of: "iris")))
    }
    return .contours(
      layer: section.optionalText("layer"), declaredSystem: section.optionalText("crs"))
  }
}
