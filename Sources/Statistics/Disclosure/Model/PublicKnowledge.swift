public import Diagnostics
public import Rates
public import Territory

/// What the public has besides a release: totals of other zonings, and earlier releases of the same
/// data.
///
/// - Confidential: no
public struct PublicKnowledge: Sendable, Hashable {
  /// Groups of IRIS whose totals somebody publishes: grand quartiers, a union of IRIS.
  public struct Grouping: Sendable, Hashable {
    /// As messages name it.
    public let name: String
    /// By name, the IRIS of each group.
    public let groups: [String: Set<Iris>]

    /// A grouping from its groups.
    public init(name: String, groups: [String: Set<Iris>]) {
      self.name = name
      self.groups = groups
    }

    /// What is wrong with it, if it is.
    ///
    /// - Returns: problems `disclosure.zones-overlap`, `disclosure.does-not-nest`, both of which stop
    public var problems: [Problem] {
      var owner: [Iris: String] = [:]
      var found: [Problem] = []
      for (group, irises) in groups.sorted(by: { $0.key < $1.key }) {
        if Set(irises.map(\.commune)).count > 1 { found.append(Wording.doesNotNest(name, group)) }
        for iris in irises.sorted() where owner.updateValue(group, forKey: iris) != nil {
          found.append(Wording.zonesOverlap(name, iris))
        }
      }
      return found
    }
  }

  /// Zonings whose totals are published elsewhere for these indicators.
  public let zonings: [Grouping]
  /// Releases that went out before.
  public let earlier: [Release]
  /// By earlier release, the ground whose IRIS were redrawn since; nothing where none were.
  public let redrawn: [[RedrawnGround]]
  /// Indicators of earlier releases that this one has no more, counted again from the same source: what
  /// was shown of them bounds what can be shown now.
  ///
  /// - Confidential: yes, small counts
  public let past: [IndicatorTable]

  /// What is known from its parts.
  public init(
    zonings: [Grouping] = [], earlier: [Release] = [], redrawn: [[RedrawnGround]] = [],
    past: [IndicatorTable] = []
  ) {
    precondition(redrawn.isEmpty || redrawn.count == earlier.count, "one list for each release")
    self.zonings = zonings
    self.earlier = earlier
    self.redrawn = redrawn.isEmpty ? earlier.map { _ in [] } : redrawn
    self.past = past
  }

  /// Nothing but the release.
  public static let none = PublicKnowledge()
}
