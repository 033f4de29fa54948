public import Diagnostics
internal import Files
internal import Geocoding
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
  let period: RecognisedPeriod
  /// Contours, census and addresses that lie beside the file.
  let references: ReferenceSearch
  /// The other sheets of the workbook that hold a table.
  let otherSheets: [String]
  /// Everything that was wrong.
  public let problems: ProblemLog

  /// Opens the file, counts its rows and says what its columns are.
  ///
  /// - Parameters:
  ///   - sheet: of a workbook; `nil` for the latest of those named after a year, or the one with most
  ///     rows
  ///   - headerLine: of the column names, from 1; `nil` to find it
  /// - Throws: `files.…`, `tables.…`
  public init(of file: String, sheet: String? = nil, headerLine: Int? = nil) throws(Problem) {
    var declared = Declaration(member: sheet)
    declared.headerLine = headerLine
    try self.init(of: file, declared: declared)
  }

  /// The same of a file of which something is declared.
  ///
  /// - Parameters:
  ///   - codeLists: official lists of codes; `nil` for those that lie beside the file
  init(of file: String, declared: Declaration, codeLists: [String]? = nil) throws(Problem) {
    let sheets = declared.member == nil ? try DelimitedFile.sheets(of: file) : []
    var declared = declared
    declared.member = declared.member ?? Self.preferred(sheets)
    let folder = FilePath.folder(of: file)
    let above = folder == "." ? ".." : FilePath.folder(of: folder)
    references = ReferenceSearch(near: [folder, above])
    let lists = codeLists ?? references.codeLists
    profile = try TableProfile(of: file, declared: declared) {
      lists.isEmpty ? nil : try? OfficialCodes(lists)
    }
    self.file = file
    route = RecognisedRoute(profile)
    period = RecognisedPeriod(profile)
    otherSheets = sheets.filter { $0 != declared.member }
    problems = profile.problems
  }

  /// The sheet with most rows; where it and others are each of a period, the latest.
  private static func preferred(_ sheets: [String]) -> String? {
    let dated = sheets.compactMap { sheet in
      StatedPeriod.stated(in: sheet).map { (sheet: sheet, period: $0) }
    }
    guard let first = sheets.first, dated.first?.sheet == first else { return sheets.first }
    return dated.reduce(dated[0]) { $1.period > $0.period ? $1 : $0 }.sheet
  }

  /// Rows that can be read.
  public var rowCount: Int { profile.rows }

  /// The columns of official codes that such a campaign reads.
  var codeColumns: [ColumnProfile] {
    guard case .position = route else { return route.columns.filter(\.role.isCode) }
    return [profile.column(.commune)].compactMap(\.self)
  }

  /// The columns that a campaign for this file reads.
  var usedColumns: [ColumnProfile] {
    let roles: [ColumnRole] = [.key, .sex, .age]
    return route.columns + [profile.countColumn].compactMap(\.self)
      + roles.compactMap { profile.column($0) }
  }
}

extension CampaignReader {
  /// Whether a path is named like a campaign file.
  public static func looksLikeCampaign(_ path: String) -> Bool {
    ["yml", "yaml"].contains(FilePath.suffix(of: path))
  }
}
