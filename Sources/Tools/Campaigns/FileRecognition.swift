public import Diagnostics
internal import Files
internal import Tables

/// What a data file is, before anything is declared about it.
///
/// - Confidential: no; column names and counts, never a cell
public struct FileRecognition: Sendable {
  private let file: String
  private let dialect: String
  private let columns: [String]
  private let rows: Int
  private let setAside: Int
  /// Everything that was wrong.
  public let problems: ProblemLog

  /// Opens the file and counts its rows.
  ///
  /// - Throws: `files.…`, `tables.…`
  public init(of file: String) throws(Problem) {
    let table = try DelimitedFile(file)
    let blocks = try table.mapBlocks(reading: []) { block in [block.rowCount, block.setAsideCount] }
    self.file = file
    dialect = "\(table.dialect)"
    columns = table.columns
    rows = blocks.results.reduce(0) { $0 + $1[0] }
    setAside = blocks.results.reduce(0) { $0 + $1[1] }
    var problems = table.problems
    problems.append(blocks.problems)
    self.problems = problems
  }

  /// One page in French.
  public var text: String {
    [
      "\(file) : \(FrenchNumber.grouped(rows + setAside)) lignes = \(FrenchNumber.grouped(rows)) lues"
        + " + \(FrenchNumber.grouped(setAside)) mises de côté",
      dialect,
      "\(columns.count) colonnes : \(columns.joined(separator: ", "))",
    ].joined(separator: "\n")
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("file", .text(file)), ("rows", .integer(rows)), ("set_aside", .integer(setAside)),
      ("dialect", .text(dialect)), ("columns", .array(columns.map(JSONValue.text))),
      ("problems", problems.json),
    ])
  }
}

extension CampaignReader {
  /// Whether a path is named like a campaign file.
  public static func looksLikeCampaign(_ path: String) -> Bool {
    ["yml", "yaml"].contains(FilePath.suffix(of: path))
  }
}
