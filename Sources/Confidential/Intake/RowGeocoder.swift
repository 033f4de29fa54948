public import Diagnostics
internal import Files
public import Geocoding
public import Tables
internal import Territory

/// Gives each row of a file its position and its IRIS, and keeps only the columns that were asked
/// for.
///
/// - Confidential: yes, its output has a line for each person
public struct RowGeocoder: Sendable {
  private let file: String
  private let declaration: Declaration
  private let columns: AddressColumns?
  private let commune: String?
  private let kept: [String]
  private let decisions: Decisions

  /// - Parameters:
  ///   - columns: where the address is; `nil` to recognise it by the names of the columns
  ///   - commune: INSEE code of every row, for a file that recognised columns do not say it
  ///   - kept: columns copied as they are to the output; none by default, as they may identify
  public init(
    file: String, declaration: Declaration, columns: AddressColumns?, commune: String? = nil,
    keeping kept: [String] = [], decisions: Decisions = Decisions()
  ) {
    self.file = file
    self.declaration = declaration
    self.columns = columns
    self.commune = commune
    self.kept = kept
    self.decisions = decisions
  }

  /// What came of the rows.
  public struct Geocoded: Sendable {
    /// A header, then a line for each line of data, in their order, in the dialect of the input.
    public let csv: [[UInt8]]
    /// How they fared.
    public let summary: GeocodingSummary
    /// The columns that the address was read from.
    public let columns: AddressColumns
    /// Everything that was wrong.
    public let problems: ProblemLog
  }

  /// Geocodes every row.
  ///
  /// - Returns: as many lines as there are lines of data; those that are no rows of the table have a
  ///   line with `result_status` `error`
  /// - Throws: `files.…`, `tables.…`, `intake.no-address`, `intake.output-column`
  public func geocode(
    with geocoder: Geocoder, threads: Int = 2, progress: @Sendable (Int) -> Void = { _ in }
  ) throws(Problem) -> Geocoded {
    try Offline.keep()
    let table = try DelimitedFile(file, declared: declaration)
    guard let columns = columns ?? .recognised(in: table.columns, commune: commune) else {
      throw Wording.noAddress(file: file)
    }
    let plan = try GeocodingPlan(
      columns, kept: kept, table: table, geocoder: geocoder, decisions: decisions)
    let blocks = try table.mapBlocks(reading: plan.read, threads: threads) {
      block throws(Problem) -> (bytes: [UInt8], summary: GeocodingSummary) in
      defer { progress(block.rowCount) }
      return plan.write(block)
    }
    var summary = GeocodingSummary()
    for block in blocks.results { summary.append(block.summary) }
    var problems = table.problems
    problems.append(blocks.problems)
    if table.columns.contains(where: ResultColumns.areSigned) {
      problems.record(Wording.alreadyGeocoded(file: file))
    }
    return Geocoded(
      csv: [plan.header] + blocks.results.map(\.bytes), summary: summary, columns: columns,
      problems: problems)
  }
}
