/// The problems of one piece of work, in the order found: the first three places of each kind, and
/// how many there were.
///
/// A file with a million ragged rows costs three problems and a count. Logs of consecutive blocks
/// add up in order, so that parallel work reports what serial work would.
///
/// - Confidential: no
public struct ProblemLog: Sendable, Hashable {
  /// Problems of one kind in one file.
  public struct Group: Sendable, Hashable {
    /// The first ones, at most `ProblemLog.shown`.
    public internal(set) var first: [Problem]
    /// How many were met in all.
    public internal(set) var count: Int
  }

  /// How many places of one kind are kept.
  public static let shown = 3

  /// Kinds in the order of their first problem.
  public private(set) var groups: [Group] = []
  private var indexOfKind: [Kind: Int] = [:]

  /// No problem yet.
  public init() {}

  /// A log of groups that are none of one kind, as a log gives them.
  init(groups: [Group]) {
    self.groups = groups
    for (index, group) in groups.enumerated() {
      if let leader = group.first.first { indexOfKind[Kind(leader)] = index }
    }
  }

  /// A log that holds these problems.
  public init(_ problems: [Problem]) {
    for problem in problems { record(problem) }
  }

  /// Whether nothing was met.
  public var isEmpty: Bool { groups.isEmpty }

  /// The gravest effect met; `nil` when nothing was.
  public var gravest: Problem.Effect? { groups.compactMap(\.first.first?.effect).max() }

  /// The first problem that stops; `nil` when the work can go on.
  public var firstStop: Problem? {
    groups.lazy.compactMap(\.first.first).first { $0.effect == .stops }
  }

  /// How many problems carry this code.
  public func count(of code: String) -> Int {
    groups.filter { $0.first.first?.code == code }.reduce(0) { $0 + $1.count }
  }

  /// Adds one problem.
  public mutating func record(_ problem: Problem) {
    let index = indexOfGroup(for: problem)
    groups[index].count += 1
    if groups[index].first.count < Self.shown { groups[index].first.append(problem) }
  }

  /// Adds the problems of a later piece of work.
  public mutating func append(_ later: ProblemLog) {
    for group in later.groups {
      guard let leader = group.first.first else { continue }
      let index = indexOfGroup(for: leader)
      groups[index].count += group.count
      let room = Self.shown - groups[index].first.count
      groups[index].first += group.first.prefix(room)
    }
  }

  /// These problems, then the later ones.
  public func followed(by later: ProblemLog) -> ProblemLog {
    var log = self
    log.append(later)
    return log
  }

  /// The same problems, accepted by the user: none stops.
  public func softened() -> ProblemLog {
    var log = self
    for index in log.groups.indices {
      log.groups[index].first = log.groups[index].first.map { $0.softened() }
    }
    return log
  }

  /// Throws the first problem that stops, if there is one.
  public func check() throws(Problem) {
    if let firstStop { throw firstStop }
  }

  private mutating func indexOfGroup(for problem: Problem) -> Int {
    let kind = Kind(problem)
    if let index = indexOfKind[kind] { return index }
    groups.append(Group(first: [], count: 0))
    indexOfKind[kind] = groups.count - 1
    return groups.count - 1
  }

  private struct Kind: Hashable {
    let code: String
    let effect: Problem.Effect
    let file: String?

    init(_ problem: Problem) {
      code = problem.code
      effect = problem.effect
      file = problem.place.file
    }
  }
}

extension ProblemLog: CustomStringConvertible {
  /// Every kept problem in two lines; a kind met more often ends with how many more.
  public var description: String {
    groups.map { group in
      let rest = group.count - group.first.count
      let more = rest > 0 ? ["  … et \(FrenchNumber.counted(rest, "autre")) fois"] : []
      return (group.first.map(\.description) + more).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
