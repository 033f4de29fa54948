public import Diagnostics
public import Tables
public import Territory

/// What an official list of communes is, before anything is made from it.
///
/// - Confidential: no
public struct CommuneListSurvey: Sendable {
  /// Which list.
  public enum Kind: Sendable, Hashable {
    /// INSEE's `v_commune`.
    case communes
    /// INSEE's `v_mvtcommune`.
    case movements
    /// La Poste's hexasmal.
    case postcodes
  }

  /// Which list.
  public let kind: Kind
  /// Rows of each commune.
  public let communes: [Commune: Int]
  /// Columns that the official file does not have: it may be somebody's own.
  public let foreignColumns: [String]
  /// The latest day of an event, `2024-01-01`; `nil` for other lists.
  public let latestDay: String?

  /// - Returns: `nil` when the columns are of no official list
  /// - Throws: `tables.…`
  public init?(of table: DelimitedFile) throws(Problem) {
    guard let layout = CommuneListLayout(table.columns) else { return nil }
    kind = layout.kind
    foreignColumns = table.columns.filter {
      Self.official[layout.kind, default: []].contains(CommuneListLayout.folded($0)) == false
    }
    let survey = try PlaceSurvey(of: table, code: layout.code, day: layout.day)
    communes = survey.communes
    latestDay = survey.latestDay
  }

  /// - Source: ATTRIBUTES.md; INSEE and La Poste, layouts of 2018 to 2026
  private static let official: [Kind: Set<String>] = [
    .communes: [
      "TYPECOM", "COM", "REG", "DEP", "CTCD", "ARR", "TNCC", "NCC", "NCCENR", "LIBELLE", "CAN",
      "COMPARENT",
    ],
    .movements: [
      "MOD", "DATEEFF", "TYPECOMAV", "COMAV", "TNCCAV", "NCCAV", "NCCENRAV", "LIBELLEAV",
      "TYPECOMAP", "COMAP", "TNCCAP", "NCCAP", "NCCENRAP", "LIBELLEAP",
    ],
    .postcodes: [
      "CODECOMMUNEINSEE", "NOMCOMMUNE", "NOMDELACOMMUNE", "NOMCOMMUNEPOSTAL", "CODEPOSTAL",
      "LIBELLEDACHEMINEMENT", "LIGNE5", "COORDONNEESGPS", "GEOPOINT", "LATITUDE", "LONGITUDE",
    ],
  ]
}
