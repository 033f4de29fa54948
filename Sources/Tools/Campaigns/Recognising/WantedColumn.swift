internal import Geocoding
internal import Intake
internal import Projection
internal import Tables

extension Campaign.Source {
  /// The columns to ask for: those that the campaign reads, and what stands under each. A column that
  /// only tells totals is not asked for, as totals are not.
  var wanted: [(name: String, help: String)] {
    let other = layout.columns.filter { name in
      !layout.excluded.contains { $0.column == name } || help(for: name) != nil
    }
    return other.map { ($0, help(for: $0) ?? "voir la convention") }
  }

  private func help(for column: String) -> String? {
    if layout.key?.column == column { return "pseudonyme de la personne ou du ménage, en texte" }
    if layout.rule.countColumn == column { return "effectif, nombre entier" }
    if let category = layout.categories.first(where: { $0.column == column }) {
      return "catégorie : \(category.dimension), en texte, peu de valeurs"
    }
    if layout.unavailable.contains(where: { $0.column == column }) {
      return "dit les lignes non transmises"
    }
    return layout.route.help(for: column)
  }
}

extension SourceLayout.Route {
  fileprivate func help(for column: String) -> String? {
    switch self {
    case .position(let columns): columns.help(for: column)
    case .iris(let columns) where columns.contains(column):
      columns.count == 1
        ? "code IRIS, neuf caractères en texte" : "partie du code IRIS, en texte, zéros compris"
    case .commune(let name) where name == column:
      "code INSEE de la commune, cinq caractères en texte"
    case .address(let route):
      route.columns.columns.first { $0.name == column }.map { Self.help(for: $0.part) }
    default: nil
    }
  }

  private static func help(for part: AddressQuery.Part) -> String {
    switch part {
    case .number: "numéro dans la voie, en texte (« 12 », « 2-4 »)"
    case .suffix: "indice de répétition : bis, ter, A"
    case .type: "type de voie : rue, avenue"
    case .street: "nom de la voie"
    case .line: "adresse en une ligne, sans le nom de la personne"
    case .complement: "complément : résidence, bâtiment"
    case .place: "lieu-dit"
    case .postcode: "code postal, cinq caractères en texte"
    case .city: "nom de la commune"
    case .insee: "code INSEE de la commune, cinq caractères en texte"
    }
  }
}

extension PositionColumns {
  fileprivate func help(for column: String) -> String? {
    let system = self.system.epsgCode.map { "EPSG:\($0)" } ?? "WGS 84"
    let form = "\(system), décimales avec « \(mark.rawValue) »"
    if column == x { return "abscisse ou longitude, \(form)" }
    if column == y { return "ordonnée ou latitude, \(form)" }
    return column == commune ? "code INSEE de la commune, cinq caractères en texte" : nil
  }
}
