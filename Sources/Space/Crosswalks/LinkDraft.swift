internal import Geometry

/// A link before it is known what happened to its IRIS: areas by index.
struct LinkDraft {
  let old: Int
  let new: Int
  let share: Share
  let method: Link.Method
  let coverage: Share

  /// The links of one old area, shares adding up to exactly one.
  static func drafts(
    of old: Int, _ found: OverlapFinder.Found, _ weighing: AddressWeighing
  ) -> [LinkDraft] {
    let covered = Share(found.covered, of: found.area)
    if found.parts.count == 1 {
      return [
        LinkDraft(
          old: old, new: found.parts[0].new, share: .whole, method: .whole, coverage: covered)
      ]
    }
    guard !found.parts.isEmpty else { return [] }
    if let weights = weighing.weights(of: old, found) {
      return drafts(of: old, found, by: weights.counts, .addresses, weights.coverage)
    }
    let areas = found.parts.map { max(1, Int(($0.area / found.covered * 1e12).rounded())) }
    return drafts(of: old, found, by: areas, .areas, covered)
  }

  private static func drafts(
    of old: Int, _ found: OverlapFinder.Found, by weights: [Int], _ method: Link.Method,
    _ coverage: Share
  ) -> [LinkDraft] {
    let shares = Apportionment.parts(of: Share.wholeBillionths, by: weights)
    return zip(found.parts, shares).map { part, share in
      LinkDraft(
        old: old, new: part.new, share: Share(billionths: share), method: method,
        coverage: coverage)
    }
  }
}
