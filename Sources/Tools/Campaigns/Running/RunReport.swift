internal import Boundaries
public import Diagnostics
internal import Disclosure
internal import Intake
internal import Population
public import Rates
public import Territory

/// What a run did, for the technician: first the accounting identity.
///
/// - Confidential: totals of files only; no row, no count of an IRIS
public struct RunReport: Sendable {
  /// How the rows of one source were placed.
  public struct SourceLine: Sendable {
    /// The source's identifier.
    public let id: String
    /// Every row in one class.
    public let accounting: Accounting
    /// How the file was recognised, a sentence.
    public let dialect: String
    /// Columns that were read.
    public let usedColumns: [String]
    /// Columns that were not looked at.
    public let ignoredColumns: [String]
  }

  /// What became of one indicator.
  public struct IndicatorLine: Sendable {
    /// Its identifier.
    public let id: String
    /// How many IRIS have each status, as the files write it.
    public let irisByStatus: [(status: String, count: Int)]
    /// The communes' rates, where there is one alone.
    public let communeRate: Rate?
  }

  /// The campaign's identifier.
  public let campaign: String
  /// The mention of invented data; `nil` for real ones.
  public let warning: String?
  /// In the order of the campaign.
  public internal(set) var sources: [SourceLine] = []
  /// Edition, number of IRIS, projected system.
  public internal(set) var contours: String?
  /// The census and how it fits.
  public internal(set) var census: String?
  /// How figures were carried from other editions, a sentence each.
  public internal(set) var passages: [String] = []
  /// In the order of the campaign.
  public internal(set) var indicators: [IndicatorLine] = []
  /// The threshold that was applied.
  public let threshold: Int
  /// Paths of what was written; empty after a rehearsal.
  public internal(set) var files: [String] = []
  /// The version that the files make; `nil` after a rehearsal.
  public internal(set) var version: String?
  /// Whether the outputs were these already, so that nothing was written.
  public internal(set) var isUnchanged = false
  /// Everything that was wrong.
  public internal(set) var problems = ProblemLog()

  init(campaign: Campaign) {
    self.campaign = campaign.name
    warning = campaign.warning
    threshold = campaign.protection.threshold
  }

  /// Adds the problem that ended the run.
  public mutating func record(_ problem: Problem) { problems.record(problem) }

  mutating func add(_ contours: Contours) {
    self.contours =
      "\(contours.edition.name), \(contours.areas.count) IRIS, \(contours.system.name)"
  }

  mutating func add(_ reading: Reading, source: Campaign.Source) {
    sources.append(
      SourceLine(
        id: source.id, accounting: reading.tally.accounting, dialect: "\(reading.dialect)",
        usedColumns: reading.usedColumns, ignoredColumns: reading.ignoredColumns))
  }

  mutating func add(
    _ census: Census, _ fit: CensusFit, _ reference: Campaign.PopulationReference
  ) {
    let accepted = fit.problems.isEmpty ? nil : reference.acceptedMismatch
    self.census = census.vintage.name + (accepted.map { " (écart accepté : \($0))" } ?? "")
  }

  mutating func add(_ release: Release, _ protection: ProtectionReport) {
    let irisRows = release.rows.filter { if case .iris = $0.zone { true } else { false } }
    let communeRows = release.rows.filter { if case .commune = $0.zone { true } else { false } }
    for (index, definition) in release.indicators.enumerated() {
      let counts = Release.Status.allCases.map { status in
        (status.rawValue, irisRows.count { $0.figures[index].status == status })
      }
      indicators.append(
        IndicatorLine(
          id: definition.id, irisByStatus: counts.filter { $0.1 > 0 },
          communeRate: communeRows.count == 1 ? communeRows[0].figures[index].rate : nil))
    }
  }
}
