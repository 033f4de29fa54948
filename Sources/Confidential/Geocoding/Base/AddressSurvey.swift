public import Diagnostics
public import Tables
public import Territory

/// What a file of reference addresses is, before it is made into a base.
///
/// - Confidential: no
public struct AddressSurvey: Sendable {
  /// Whose layout it is.
  public enum Family: Sendable, Hashable {
    /// Base Adresse Nationale: one row per address.
    case ban
    /// The same as it was given from 2015 to 2018, under another licence.
    case banOfShareAlike
    /// Base Adresse Nationale: places called without number.
    case places
    /// Base Adresse Locale: a commune's own.
    case bal
  }

  /// Whose layout it is.
  public let family: Family
  /// The layout for people: « BAN, 23 colonnes ».
  public let layout: String
  /// Rows of each commune.
  public let communes: [Commune: Int]
  /// Columns that the official file does not have: it may be somebody's own.
  public let foreignColumns: [String]
  /// The latest day of a row's change, in a BAL; `nil` where rows have none.
  public let latestDay: String?

  /// - Returns: `nil` when the columns are of no address base
  /// - Throws: `tables.…`
  public init?(of table: DelimitedFile) throws(Problem) {
    guard let layout = AddressLayout(table.columns) else { return nil }
    let folded = table.columns.map { $0.lowercased() }
    let hasPosition = ["x", "lon", "long"].contains { folded.contains($0) }
    let hasNumber = folded.contains("numero") || layout.isPlaceFile
    let insee = folded.firstIndex { ["code_insee", "commune_insee"].contains($0) }
    guard hasPosition, hasNumber, let insee else { return nil }
    family = Self.family(folded, layout)
    self.layout = Self.name(of: folded, family)
    foreignColumns = zip(table.columns, folded).filter { !Self.isOfficial($0.1) }.map(\.0)
    let survey = try PlaceSurvey(
      of: table, code: insee, day: folded.firstIndex(of: "date_der_maj"))
    communes = survey.communes
    latestDay = survey.latestDay
  }

  private static func family(_ columns: [String], _ layout: AddressLayout) -> Family {
    if layout.isBAL { return .bal }
    if layout.isPlaceFile { return .places }
    return columns.contains("code_post") ? .banOfShareAlike : .ban
  }

  private static func name(of columns: [String], _ family: Family) -> String {
    switch family {
    case .ban: "BAN, \(columns.count) colonnes"
    case .banOfShareAlike: "BAN de 2015–2018, \(columns.count) colonnes"
    case .places: "BAN, lieux-dits"
    case .bal:
      columns.contains("toponyme")
        ? "BAL 1.5" : columns.contains("id_ban_adresse") ? "BAL 1.4" : "BAL 1.1–1.3"
    }
  }

  private static func isOfficial(_ column: String) -> Bool {
    official.contains(column)
      || ["voie_nom_", "toponyme_", "lieudit_complement_nom_"].contains { column.hasPrefix($0) }
  }

  /// - Source: ATTRIBUTES.md; BAN 2015 to 2026, BAL 1.1 to 1.5
  private static let official: Set<String> = [
    "id", "id_fantoir", "numero", "rep", "nom_voie", "code_postal", "code_post", "code_insee",
    "nom_commune", "code_insee_ancienne_commune", "nom_ancienne_commune", "x", "y", "lon", "lat",
    "type_position", "alias", "nom_ld", "libelle_acheminement", "nom_afnor", "source_position",
    "source_nom_voie", "certification_commune", "cad_parcelles", "id_ban_adresse",
    "id_ban_toponyme", "id_ban_commune", "nom_lieu_dit", "cle_interop", "uid_adresse", "voie_nom",
    "toponyme", "lieudit_complement_nom", "suffixe", "commune_insee", "commune_nom",
    "commune_deleguee_insee", "commune_deleguee_nom", "position", "long", "source", "date_der_maj",
  ]
}
