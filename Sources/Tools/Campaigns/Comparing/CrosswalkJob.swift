internal import Boundaries
internal import Crosswalks
public import Diagnostics
internal import Files
internal import Territory

/// The table of passage between two editions of contours, or from somebody else's table.
public struct CrosswalkJob: Sendable {
  private let origin: Origin
  private let editions: [String?]
  private let material: CrosswalkMaterial

  /// What the table is made from.
  private enum Origin: Sendable {
    case contours(old: String, new: String)
    case table(String, Crosswalk.TableColumns)
  }

  /// What came of it.
  public struct Outcome: Sendable {
    private let crosswalk: Crosswalk
    /// Everything that was wrong.
    public let problems: ProblemLog
    private let file: String?

    init(_ crosswalk: Crosswalk, _ problems: ProblemLog, file: String?) {
      self.crosswalk = crosswalk
      self.problems = problems
      self.file = file
    }

    /// The summary in French.
    public var text: String {
      let counts =
        "\(FrenchNumber.grouped(crosswalk.oldIrises.count)) IRIS → \(FrenchNumber.grouped(crosswalk.newIrises.count)) IRIS"
      let head = "passage \(crosswalk.from.name) → \(crosswalk.to.name) : \(counts)"
      return [head, Wording.changes(crosswalk), file.map { "écrit : \($0)" }]
        .compactMap(\.self).joined(separator: "\n")
    }

    /// The same for scripts.
    public var json: JSONValue {
      .object([
        ("from", .text(crosswalk.from.name)), ("to", .text(crosswalk.to.name)),
        ("old_irises", .integer(crosswalk.oldIrises.count)),
        ("new_irises", .integer(crosswalk.newIrises.count)),
        (
          "changes",
          .object(crosswalk.countOfChange.map { ($0.change.rawValue, .integer($0.irises)) })
        ),
        (
          "methods",
          .object(crosswalk.irisesByMethod.map { ($0.method.rawValue, .integer($0.irises)) })
        ),
        ("vanished", .integer(crosswalk.vanished.count)),
        ("appeared", .integer(crosswalk.appeared.count)), ("file", JSONValue(file)),
        ("problems", problems.json),
      ])
    }
  }

  /// Where another's table has its codes and shares.
  public struct TableNames: Sendable {
    let old: String?
    let new: String?
    let share: String?

    /// Names as typed; `nil` for those that Maille writes.
    public init(old: String?, new: String?, share: String?) {
      self.old = old
      self.new = new
      self.share = share
    }
  }

  /// - Parameters:
  ///   - contours: the old edition's file, then the new one's; or none, with a table
  ///   - editions: old, then new; `nil` to name them after the files, or as the table does
  ///   - addresses: BAN or BAL files
  ///   - width: metres under which two drawings are the same; `nil` for the default
  /// - Throws: `campaign.crosswalk-source`, `campaign.bad-width`
  public init(
    contours: [String], table: String?, columns: TableNames, editions: [String?],
    addresses: [String], movements: String?, width: Double?, threads: Int
  ) throws(Problem) {
    guard contours.count == (table == nil ? 2 : 0), editions.count == 2 else {
      throw Wording.crosswalkSource()
    }
    if let width, !(width > 0 && width.isFinite) {
      throw Wording.badWidth(at: Place(key: "--width"))
    }
    if let table {
      let names = Crosswalk.columns
      origin = .table(
        table,
        .init(
          old: columns.old ?? names[0], new: columns.new ?? names[1],
          share: columns.share ?? names[2]))
    } else {
      origin = .contours(old: contours[0], new: contours[1])
    }
    self.editions = editions
    material = CrosswalkMaterial(
      movements: movements, addresses: addresses, width: width, threads: threads)
  }

  /// Finds the passage, then writes its table whole.
  ///
  /// - Parameters:
  ///   - output: where to write; `nil` writes nothing
  /// - Throws: the problem that stops
  public func run(to output: String?, progress: any Progress) throws(Problem) -> Outcome {
    progress.begins("Passage", units: nil)
    defer { progress.ends() }
    let (crosswalk, problems) = try crosswalk()
    if let output { try StagedFile.publish(crosswalk.table(), to: output) }
    return Outcome(crosswalk, problems, file: output)
  }

  private func crosswalk() throws(Problem) -> (Crosswalk, ProblemLog) {
    switch origin {
    case .table(let path, let columns):
      return try Crosswalk.read(path, columns: columns, editions: declaredEditions)
    case .contours(let old, let new): return try between(old, new)
    }
  }

  private var declaredEditions: (from: Edition, to: Edition)? {
    guard let from = editions[0], let to = editions[1] else { return nil }
    return (Edition(from), Edition(to))
  }

  private func between(_ old: String, _ new: String) throws(Problem) -> (Crosswalk, ProblemLog) {
    let (before, oldProblems) = try contours(old, named: editions[0])
    let (after, newProblems) = try contours(new, named: editions[1])
    let (moves, moveProblems) = try material.readMovements()
    let (crosswalk, found) = try material.crosswalk(before, after, moves)
    let problems = oldProblems.followed(by: newProblems).followed(by: moveProblems)
    return (crosswalk, problems.followed(by: found))
  }

  private func contours(
    _ file: String, named edition: String?
  ) throws(Problem) -> (Contours, ProblemLog) {
    try Contours.read(
      file, edition: Edition(edition ?? FilePath.withoutSuffix(FilePath.name(of: file))))
  }
}
