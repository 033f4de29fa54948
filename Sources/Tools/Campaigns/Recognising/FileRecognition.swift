public import Diagnostics
internal import Files
internal import Projection
internal import Recognition
internal import Tables

/// What a data file is, before anything is declared about it.
///
/// - Confidential: no; column names and counts, never a cell
public struct FileRecognition: Sendable {
  let file: String
  let profile: TableProfile
  let route: RecognisedRoute
  /// Contours, census and addresses that lie beside the file.
  let references: ReferenceSearch
  /// The other sheets of the workbook that hold a table.
  let otherSheets: [String]
  /// Everything that was wrong.
  public let problems: ProblemLog

  /// Opens the file, counts its rows and says what its columns are.
  ///
  /// - Parameters:
  ///   - sheet: of a workbook; `nil` for the one with most rows
  /// - Throws: `files.…`, `tables.…`
  public init(of file: String, sheet: String? = nil) throws(Problem) {
    try self.init(of: file, declared: Declaration(member: sheet))
  }

  /// The same of a file of which something is declared.
  init(of file: String, declared: Declaration) throws(Problem) {
    let sheets = declared.member == nil ? try DelimitedFile.sheets(of: file) : []
    var declared = declared
    declared.member = declared.member ?? sheets.first
    profile = try TableProfile(of: file, declared: declared)
    self.file = file
    route = RecognisedRoute(profile)
    let folder = FilePath.folder(of: file)
    let above = folder == "." ? ".." : FilePath.folder(of: folder)
    references = ReferenceSearch(near: [folder, above])
    otherSheets = Array(sheets.dropFirst())
    problems = profile.problems
  }

  /// Rows that can be read.
  public var rowCount: Int { profile.rows }

  /// What keeps the file from being counted by IRIS, for people.
  var blocks: [String] {
    var blocks: [String] = []
    if case .none = route {
      blocks.append("aucun chemin vers l’IRIS : ni code IRIS, ni coordonnées, ni adresse reconnus")
    }
    if case .address = route, references.addresses.isEmpty {
      blocks.append(
        "adresses en texte, sans base d’adresses à côté : y poser celle du département (BAN, adresse.data.gouv.fr)"
      )
    }
    if profile.setAside > profile.rows {
      blocks.append("plus de lignes mises de côté que de lues : vérifier séparateur et guillemets")
    }
    if profile.rows == 0 { blocks.append("aucune ligne de données") }
    return blocks
  }
}

extension CampaignReader {
  /// Whether a path is named like a campaign file.
  public static func looksLikeCampaign(_ path: String) -> Bool {
    ["yml", "yaml"].contains(FilePath.suffix(of: path))
  }
}
