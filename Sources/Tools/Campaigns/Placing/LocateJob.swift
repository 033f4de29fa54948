internal import Boundaries
public import Diagnostics
internal import Files
internal import Geometry
internal import Intake
internal import Locating
internal import Projection
internal import Tables
public import Territory

/// One file of positions brought to the IRIS of some contours.
public struct LocateJob: Sendable {
  private let file: String
  private let contours: String
  private let layer: String?
  private let columns: PositionColumns
  private let kept: [String]
  private let threads: Int

  /// The columns of the positions, as the user typed them.
  public struct Columns: Sendable {
    let x: String
    let y: String
    let system: String
    let decimal: String
    let commune: String?
    let reach: Double?

    /// Columns as typed; checked by the job.
    public init(
      x: String, y: String, system: String, decimal: String, commune: String?, reach: Double?
    ) {
      self.x = x
      self.y = y
      self.system = system
      self.decimal = decimal
      self.commune = commune
      self.reach = reach
    }
  }

  /// What came of the file.
  public struct Outcome: Sendable {
    /// Every row in one class.
    public let accounting: Accounting
    /// Everything that was wrong.
    public let problems: ProblemLog
    /// What was written; `nil` after a rehearsal.
    public let file: String?

    /// The summary in French.
    public var text: String {
      accounting.identity + (file.map { "\nécrit : \($0) (confidentiel)" } ?? "")
    }

    /// The same for scripts.
    public var json: JSONValue {
      .object([
        ("accounting", accounting.json), ("file", JSONValue(file)), ("problems", problems.json),
      ])
    }
  }

  /// - Throws: `campaign.unknown-system`, `campaign.unknown-value`
  public init(
    file: String, contours: String, layer: String?, columns: Columns, keeping kept: [String],
    threads: Int
  ) throws(Problem) {
    guard let system = ReferenceSystem.parse(columns.system) else {
      throw Wording.unknownSystem(columns.system, at: Place(key: "--crs"))
    }
    guard let mark = DecimalMark(rawValue: columns.decimal) else {
      throw Wording.unknownValue(columns.decimal, allowed: [".", ","], at: Place(key: "--decimal"))
    }
    self.file = file
    self.contours = contours
    self.layer = layer
    self.kept = kept
    self.threads = max(1, threads)
    self.columns = PositionColumns(
      x: columns.x, y: columns.y, system: system, mark: mark, commune: columns.commune,
      reach: columns.reach)
  }

  /// Locates, then writes the result whole, readable by its owner alone.
  ///
  /// - Parameters:
  ///   - counting: a line for each IRIS instead of one for each row
  ///   - output: where to write; `nil` writes nothing
  /// - Throws: the problem that stops
  public func run(
    counting: Bool, to output: String?, progress: any Progress
  ) throws(Problem) -> Outcome {
    progress.begins("Contours", units: nil)
    let (territory, problems) = try IrisTerritory.prepared(from: contours, layer: layer)
    progress.ends()
    progress.begins("Localisation", units: RowEstimate.lines(of: file))
    defer { progress.ends() }
    return counting
      ? try count(in: territory, problems, to: output, progress)
      : try locate(in: territory, problems, to: output, progress)
  }

  private func locate(
    in territory: IrisTerritory, _ problems: ProblemLog, to output: String?,
    _ progress: any Progress
  ) throws(Problem) -> Outcome {
    let locator = RowLocator(
      file: file, declaration: Declaration(), columns: columns, keeping: kept)
    let located = try locator.locate(
      in: territory, threads: threads, progress: progress.advances)
    try Self.write(located.csv, to: output)
    return Outcome(
      accounting: located.accounting, problems: problems.followed(by: located.problems),
      file: output)
  }

  private func count(
    in territory: IrisTerritory, _ problems: ProblemLog, to output: String?,
    _ progress: any Progress
  ) throws(Problem) -> Outcome {
    let layout = SourceLayout(
      file: file, declaration: Declaration(), route: .position(columns),
      rule: CountingRule(unit: .person))
    let reading = try layout.read(
      in: territory, threads: threads, progress: progress.advances)
    var writer = CSVWriter(for: .machine)
    writer.text("code_iris")
    writer.text("n")
    writer.endRow()
    for iris in territory.index.keys {
      writer.text(iris.code)
      writer.integer(reading.tally.count(at: .iris(iris)).lower)
      writer.endRow()
    }
    try Self.write([writer.bytes], to: output)
    return Outcome(
      accounting: reading.tally.accounting, problems: problems.followed(by: reading.problems),
      file: output)
  }

  private static func write(_ parts: [[UInt8]], to output: String?) throws(Problem) {
    guard let output else { return }
    let file = try StagedFile(for: output, isConfidential: true)
    for part in parts { try file.write(part) }
    try StagedFile.publish([file])
  }
}
