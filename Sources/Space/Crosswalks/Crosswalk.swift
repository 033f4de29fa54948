public import Territory

/// What becomes of every IRIS of an edition in a later one: counts and populations of the old one can
/// be told on the new one, none lost and none doubled.
///
/// What it gives for an IRIS that was cut is an estimate: where the units live in it is not known.
///
/// - Confidential: no
public struct Crosswalk: Sendable, Hashable {
  /// The edition that figures come from.
  public let from: Edition
  /// The edition that they are brought to.
  public let to: Edition
  /// Sorted by old code, then new code.
  public let links: [Link]
  /// IRIS of the old edition whose ground the new one does not have, in code order.
  public let vanished: [Iris]
  /// IRIS of the new edition that nothing leads to: their figures are unknown, not 0. In code order.
  public let appeared: [Iris]
  private let rangeOfOld: [Iris: Range<Int>]
  private let communeWeights: [Commune: [Commune: Int]]

  init(from: Edition, to: Edition, links: [Link], vanished: [Iris], appeared: [Iris]) {
    self.from = from
    self.to = to
    self.links = links.sorted()
    self.vanished = vanished.sorted()
    self.appeared = appeared.sorted()
    rangeOfOld = Self.ranges(self.links)
    communeWeights = Self.weights(self.links)
  }

  /// Where an old IRIS goes, by new code; empty when the crosswalk has no such IRIS or it vanished.
  public func links(from old: Iris) -> ArraySlice<Link> {
    rangeOfOld[old].map { links[$0] } ?? []
  }

  /// Every IRIS of the old edition, in code order.
  public var oldIrises: [Iris] { (Array(rangeOfOld.keys) + vanished).sorted() }

  /// Every IRIS of the new edition, in code order.
  public var newIrises: [Iris] { Set(links.map(\.new)).union(appeared).sorted() }

  /// How many old IRIS underwent each change, in the order of `Link.Change.allCases`.
  public var countOfChange: [(change: Link.Change, irises: Int)] {
    var counts: [Link.Change: Int] = [:]
    for range in rangeOfOld.values { counts[links[range.lowerBound].change, default: 0] += 1 }
    return Link.Change.allCases.map { ($0, counts[$0, default: 0]) }
  }

  /// How many old IRIS had their shares found by each method, in the order of `Link.Method.allCases`.
  public var irisesByMethod: [(method: Link.Method, irises: Int)] {
    var counts: [Link.Method: Int] = [:]
    for range in rangeOfOld.values { counts[links[range.lowerBound].method, default: 0] += 1 }
    return Link.Method.allCases.map { ($0, counts[$0, default: 0]) }
  }

  /// Where units go of which only the old commune is known, by new code: each of its IRIS weighs the
  /// same, since IRIS are drawn to hold alike numbers of inhabitants.
  func weights(from commune: Commune) -> [(commune: Commune, weight: Int)] {
    communeWeights[commune, default: [:]].sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func ranges(_ links: [Link]) -> [Iris: Range<Int>] {
    var ranges: [Iris: Range<Int>] = [:]
    for (index, link) in links.enumerated() {
      ranges[link.old] = (ranges[link.old]?.lowerBound ?? index)..<index + 1
    }
    return ranges
  }

  private static func weights(_ links: [Link]) -> [Commune: [Commune: Int]] {
    var weights: [Commune: [Commune: Int]] = [:]
    for link in links {
      weights[link.old.commune, default: [:]][link.new.commune, default: 0] +=
        link.share.billionths
    }
    return weights
  }
}
