/// What became of many trials, class by class.
public struct TrialTable: Sendable {
  /// Counts of one class.
  public struct Row: Sendable {
    /// What was done to the addresses.
    public let blemish: Blemish
    /// All trials.
    public fileprivate(set) var trials = 0
    /// Those that could be decided.
    public fileprivate(set) var decidable = 0
    /// Decidable ones by what came of them.
    public fileprivate(set) var findings: [Judgement.Finding: Int] = [:]
    /// The same of those that could not be decided: told, not judged.
    public fileprivate(set) var undecidableFindings: [Judgement.Finding: Int] = [:]
    /// Rows with an IRIS, of all.
    public fileprivate(set) var placed = 0
    /// Rows whose IRIS is right, of those that have one that can be judged.
    public fileprivate(set) var irisRight = 0
    /// Rows whose IRIS can be judged.
    public fileprivate(set) var irisJudged = 0
    /// Rows whose IRIS was called certain.
    public fileprivate(set) var certain = 0
    /// Rows whose IRIS is wrong while certain.
    public fileprivate(set) var irisWrongWhileCertain = 0

    init(_ blemish: Blemish) { self.blemish = blemish }

    /// Share of right answers among the decidable.
    public var recall: Proportion { Proportion(findings[.right, default: 0], of: decidable) }

    /// Share of right answers among the decidable that got an answer.
    public var precision: Proportion {
      let right = findings[.right, default: 0]
      return Proportion(right, of: right + findings[.wrong, default: 0])
    }
  }

  /// In the order of `Blemish`; classes without trials are left out.
  public private(set) var rows: [Row] = []
  /// How far scores keep their promise.
  public private(set) var reliability = Reliability()

  /// An empty table.
  public init() {}

  /// Counts one judgement.
  public mutating func add(_ judgement: Judgement, of trial: Trial) {
    let index = index(of: trial.blemish)
    rows[index].trials += 1
    if trial.isDecidable {
      rows[index].decidable += 1
      rows[index].findings[judgement.finding, default: 0] += 1
    } else {
      rows[index].undecidableFindings[judgement.finding, default: 0] += 1
    }
    if judgement.isPlaced { rows[index].placed += 1 }
    if judgement.isIrisRight != nil { rows[index].irisJudged += 1 }
    if judgement.isIrisRight == true { rows[index].irisRight += 1 }
    if judgement.isIrisCertain { rows[index].certain += 1 }
    if judgement.isIrisWrongWhileCertain { rows[index].irisWrongWhileCertain += 1 }
    reliability.add(judgement, of: trial)
  }

  /// Share of all trials with an IRIS, those left out that have no place.
  public var placed: Proportion {
    let findable = rows.filter { !$0.blemish.hasNoPlace }
    return Proportion(findable.sum(\.placed), of: findable.sum(\.trials))
  }

  /// Share of the certain IRIS that are wrong.
  public var wrongWhileCertain: Proportion {
    Proportion(rows.sum(\.irisWrongWhileCertain), of: rows.sum(\.certain))
  }

  private mutating func index(of blemish: Blemish) -> Int {
    if let index = rows.firstIndex(where: { $0.blemish == blemish }) { return index }
    rows.append(Row(blemish))
    return rows.count - 1
  }
}

extension Blemish {
  /// Whether what is typed has no dwelling in the town.
  public var hasNoPlace: Bool {
    [.unknownStreet, .unknownSurname, .noAddress, .neighbourCommune].contains(self)
  }
}

extension [TrialTable.Row] {
  fileprivate func sum(_ count: (TrialTable.Row) -> Int) -> Int { reduce(0) { $0 + count($1) } }
}
