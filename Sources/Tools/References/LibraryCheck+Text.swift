public import Diagnostics

extension LibraryCheck {
  /// For people: what is whole, then each edition of contours with what goes with it.
  public var text: String {
    let damaged = problems.groups.reduce(0) { $0 + $1.count }
    let state =
      damaged == 0 ? "tous entiers" : FrenchNumber.counted(damaged, "fichier") + " en défaut"
    let head = "\(FrenchNumber.grouped(count)) jeu(x) de références dans \(folder), \(state)"
    let alone = lonely.map { census, year in
      "\(census.vintage) (\(census.territory)) : il manque les contours \(year) (géographie de sa diffusion)"
    }
    return ([head] + fits.flatMap(Self.lines) + alone).joined(separator: "\n")
  }

  private static func lines(_ fit: Fit) -> [String] {
    let contours = fit.contours
    let head = "contours \(contours.vintage) (\(contours.layout), \(contours.territory)) :"
    let members = fit.members.map { member in
      let verdict = member.fits ? "va avec" : "ne va pas avec"
      return
        "  \(member.entry.kind.label) \(member.entry.vintage) \(verdict) : \(member.reason)"
    }
    return [head] + members + fit.missing.map { "  manque : \($0.reason)" }
  }

  /// For scripts.
  public var json: JSONValue {
    .object([
      ("library", .text(folder)), ("sets", .integer(count)),
      ("fits", .array(fits.map(Self.value))),
      (
        "censuses_without_contours",
        .array(
          lonely.map { census, year in
            .object([
              ("vintage", .text(census.vintage.description)), ("needs_contours", .integer(year)),
            ])
          })
      ),
      ("problems", problems.json),
    ])
  }

  private static func value(_ fit: Fit) -> JSONValue {
    .object([
      ("contours", fit.contours.json),
      (
        "members",
        .array(
          fit.members.map { member in
            .object([
              ("set", member.entry.json), ("fits", .boolean(member.fits)),
              ("reason", .text(member.reason)),
            ])
          })
      ),
      (
        "missing",
        .array(
          fit.missing.map { need in
            .object([("kind", .text(need.kind.rawValue)), ("reason", .text(need.reason))])
          })
      ),
    ])
  }
}

extension CatalogueEntry {
  /// For scripts.
  public var json: JSONValue {
    .object([
      ("kind", .text(kind.rawValue)), ("vintage", .text(vintage.description)),
      ("layout", .text(layout)), ("departments", .array(departments.map(JSONValue.text))),
      ("rows", .integer(count)),
      (
        "files",
        .array(
          files.map { .object([("path", .text($0.path)), ("sha256", .text($0.hash))]) })
      ),
      ("licence", .text(licence)), ("attribution", .text(attribution)),
      ("origin", origin.isEmpty ? .null : .text(origin)),
    ])
  }

  /// For people, one line.
  public var text: String {
    "\(kind.label) \(vintage) : \(layout), \(territory), \(FrenchNumber.grouped(count)) \(kind.noun), \(licence)"
  }
}
