public import Diagnostics

/// What an audit found, for whoever must vouch for a release.
///
/// - Confidential: no; it names places, never a number that is not shown
public struct Certificate: Sendable {
  /// Sizes and extremes.
  public struct Numbers: Sendable, Hashable {
    /// Cells in all, shown ones included.
    public internal(set) var cells = 0
    /// Cells that some release withholds and none shows.
    public internal(set) var withheld = 0
    /// Cells that nobody shows but that differences speak of.
    public internal(set) var implied = 0
    /// Sums that are known.
    public internal(set) var relations = 0
    /// Linear programs solved.
    public internal(set) var programs = 0
    /// Groups of unknown cells that touch one another.
    public internal(set) var components = 0
    /// Whether persons alone in a cell were tried as attackers; how many there are is a secret.
    public internal(set) var triesPersons = false
    /// Partners who were, each knowing what it delivered; once for each group of communes.
    public internal(set) var partners = 0
    /// Withheld amounts, which have a promise of their own and are not in the extremes.
    public internal(set) var amounts = 0
    /// Width of the narrowest interval of a withheld cell; `nil` when none has an end. Extremes are
    /// not given where a promise is broken: they would repeat what must not be known.
    public internal(set) var leastWidth: Int?
    /// The smallest upper end of a withheld cell; `nil` when none has one.
    public internal(set) var leastUpper: Int?
    /// The largest lower end of a withheld cell under the threshold.
    public internal(set) var mostLower: Int?
    /// Withheld cells known to reach the threshold.
    public internal(set) var large = 0
    /// Withheld cells whose two ends are proved by whole tables.
    public internal(set) var proved = 0
  }

  /// Folders of the releases, the audited one first.
  public let releases: [String]
  /// What was promised.
  public let promise: Promise
  /// Sizes and extremes.
  public let numbers: Numbers
  /// Promises that are broken, in the order found.
  public let breaches: [Breach]
  /// Files of the audited release that were not read.
  public let unread: [String]
  /// Hashes of the files of all releases: release, name, SHA-256.
  public let hashes: [(release: String, name: String, hash: String)]

  /// What solved the programs.
  public static let solver =
    "simplexe borné de Maille (forme condensée), deux règles de pivot, séparation et évaluation, "
    + "tableaux témoins vérifiés en entiers"

  init(
    releases: [PublicRelease], promise: Promise, numbers: Numbers, breaches: [Breach]
  ) {
    self.releases = releases.map(\.name)
    self.promise = promise
    self.numbers = breaches.isEmpty ? numbers : numbers.withoutExtremes
    self.breaches = breaches
    unread = releases.first?.unread ?? []
    hashes = releases.flatMap { release in
      release.hashes.map { (release.name, $0.name, $0.hash) }
    }
  }

  /// Whether every promise is kept.
  public var isClean: Bool { breaches.isEmpty }

  /// The breaches as problems that stop, and a warning for each file that was not read.
  public var problems: ProblemLog {
    ProblemLog(breaches.map(Wording.breach) + unread.map(Wording.unread))
  }
}

extension Certificate.Numbers {
  fileprivate var withoutExtremes: Self {
    var numbers = self
    (numbers.leastWidth, numbers.leastUpper, numbers.mostLower) = (nil, nil, nil)
    return numbers
  }

  mutating func add(_ model: CommuneModel, _ result: Attacker.Result, _ promise: Promise) {
    cells += model.system.cells.count
    relations += model.system.relations.count
    programs += result.programs
    components += result.components
    for finding in result.findings {
      guard model.system.cells[finding.cell].role == .withheld else {
        implied += 1
        continue
      }
      withheld += 1
      if finding.isAttained { proved += 1 }
      if model.isAmount(finding.cell) {
        amounts += 1
        continue
      }
      let threshold = promise.threshold(of: model.origins[finding.cell].indicator)
      if finding.lower >= threshold { large += 1 }
      if let width = finding.width { leastWidth = min(leastWidth ?? width, width) }
      if let upper = finding.upper { leastUpper = min(leastUpper ?? upper, upper) }
      if finding.lower < threshold { mostLower = max(mostLower ?? 0, finding.lower) }
    }
  }
}
