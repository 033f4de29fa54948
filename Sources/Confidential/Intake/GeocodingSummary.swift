internal import Geocoding
public import Territory

/// How the rows of a file fared: counts, and nothing that was typed.
///
/// - Confidential: no row; `Unresolved` and `Crowd`, which name streets and rows, stay inside
public struct GeocodingSummary: Sendable {
  /// Every row in one class.
  public internal(set) var accounting = Accounting()
  /// Rows by level, in the order of `Answer.Level`.
  public internal(set) var levels: [String: Int] = [:]
  /// Rows by certainty of the IRIS.
  public internal(set) var certainties: [String: Int] = [:]
  /// Rows by reason code.
  public internal(set) var reasons: [String: Int] = [:]
  /// Rows by tenth of the score; the last bin takes in 1.
  public internal(set) var scores = [Int](repeating: 0, count: 10)
  /// Rows whose street was decided by hand.
  public internal(set) var decided = 0
  /// Forms of writing met, for self-tests.
  public internal(set) var forms = FormCounts()
  /// Rows that end in each IRIS.
  public internal(set) var rowsByIris: [Iris: Int] = [:]
  var unresolved: [ReviewKey: Unresolved] = [:]
  var crowds: [Int: Crowd] = [:]

  /// Rows of one street that was not found.
  struct Unresolved: Sendable {
    var rows = 0
    var proposals: [String] = []
  }

  /// Rows of one address.
  struct Crowd: Sendable {
    var rows = 0
    /// The first lines.
    var lines: [Int] = []

    mutating func add(line: Int) {
      rows += 1
      if lines.count < 3 { lines.append(line) }
    }
  }

  /// Nothing read.
  public init() {}

  /// Adds the rows of a later block.
  mutating func append(_ later: GeocodingSummary) {
    accounting = accounting + later.accounting
    levels.merge(later.levels, uniquingKeysWith: +)
    certainties.merge(later.certainties, uniquingKeysWith: +)
    reasons.merge(later.reasons, uniquingKeysWith: +)
    for index in scores.indices { scores[index] += later.scores[index] }
    rowsByIris.merge(later.rowsByIris, uniquingKeysWith: +)
    decided += later.decided
    forms.append(later.forms)
    for (key, value) in later.unresolved {
      unresolved[key, default: Unresolved(rows: 0, proposals: value.proposals)].rows += value.rows
    }
    for (address, crowd) in later.crowds {
      crowds[address, default: Crowd()].rows += crowd.rows
      let known = crowds[address]?.lines ?? []
      crowds[address]?.lines = Array((known + crowd.lines).prefix(3))
    }
  }
}

extension GeocodingSummary {
  /// Addresses that hold an abnormal share of the rows: at least eleven, and one in two hundred.
  ///
  /// - Returns: how many rows, and the first of their lines; the largest first
  /// - Source: INPUTS.md §3.1, « one address > k % »
  public var crowdedAddresses: [(rows: Int, lines: [Int])] {
    let least = max(11, (accounting.rows + 199) / 200)
    return crowds.values.filter { $0.rows >= least }.map { ($0.rows, $0.lines) }
      .sorted { ($1.rows, $0.lines[0]) < ($0.rows, $1.lines[0]) }
  }

  /// Streets not found that at least eleven rows share: few enough rows could be told apart.
  ///
  /// - Returns: name as typed, commune and rows; the most frequent first, at most ten
  /// - Confidential: names of streets only
  public var frequentUnresolved: [(street: String, commune: String, rows: Int)] {
    sortedUnresolved.filter { $0.value.rows >= 11 && !$0.key.street.contains(where: \.isNumber) }
      .prefix(10).map { ($0.key.street, $0.key.commune, $0.value.rows) }
  }

  /// How many different streets were not found.
  public var unresolvedCount: Int { unresolved.count }

  /// By falling number of rows, then by name.
  var sortedUnresolved: [(key: ReviewKey, value: Unresolved)] {
    unresolved.sorted { ($1.value.rows, $0.key) < ($0.value.rows, $1.key) }
  }
}
