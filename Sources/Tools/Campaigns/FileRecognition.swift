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
    let sheets = sheet == nil ? try DelimitedFile.sheets(of: file) : []
    profile = try TableProfile(of: file, declared: Declaration(member: sheet ?? sheets.first))
    self.file = file
    route = RecognisedRoute(profile)
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
    if case .address = route {
      blocks.append("adresses en texte : les géocoder, ou demander les coordonnées au partenaire")
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

/// How the rows of a file could be brought to the IRIS, the surest way first.
enum RecognisedRoute: Sendable {
  case iris([ColumnProfile])
  case position(x: ColumnProfile, y: ColumnProfile, PlausibleSystem)
  case address([(key: String, column: ColumnProfile)])
  /// Totals by commune.
  case commune(ColumnProfile)
  case none

  init(_ profile: TableProfile) {
    let codes = [profile.column(.commune), profile.column(.irisPart)].compactMap(\.self)
    let x = profile.column(.x) ?? profile.column(.longitude)
    let y = profile.column(.y) ?? profile.column(.latitude)
    if let iris = profile.column(.iris) {
      self = .iris([iris])
    } else if codes.count == 2 {
      self = .iris(codes)
    } else if let x, let y, let system = profile.systems.first {
      self = system.isSwapped ? .position(x: y, y: x, system) : .position(x: x, y: y, system)
    } else {
      let parts: [(String, ColumnRole)] = [
        ("number", .number), ("suffix", .suffix), ("type", .streetType), ("street", .street),
        ("street", .address), ("postcode", .postcode), ("city", .city), ("insee", .commune),
      ]
      var seen: Set<String> = []
      let found = parts.compactMap { key, role in
        profile.column(role).map { (key: key, column: $0) }
      }.filter { seen.insert($0.key).inserted }
      if seen.contains("street") {
        self = .address(found)
      } else {
        self = profile.column(.commune).map(RecognisedRoute.commune) ?? .none
      }
    }
  }

  /// The columns on the way.
  var columns: [ColumnProfile] {
    switch self {
    case .iris(let columns): columns
    case .position(let x, let y, _): [x, y]
    case .address(let parts): parts.map(\.column)
    case .commune(let column): [column]
    case .none: []
    }
  }

  /// In French.
  var label: String {
    let names = columns.map(\.name).joined(separator: ", ")
    switch self {
    case .iris: return "code IRIS (\(names))"
    case .position(_, _, let system): return "coordonnées \(names) en \(system.label)"
    case .address: return "adresse (\(names))"
    case .commune: return "commune seule (\(names)) : des totaux communaux, clé totals"
    case .none: return "aucun"
    }
  }

  /// Share of the rows whose columns on the way are filled; `nil` when there is none.
  var filledShare: Double? {
    columns.filter { ![.suffix, .number, .streetType].contains($0.role) }.map {
      Double($0.filled) / Double(max(1, $0.filled + $0.blank))
    }.min()
  }
}
