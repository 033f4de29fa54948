internal import Boundaries
internal import Geometry
internal import Locating
internal import Territory

/// How many addresses lie in each part of the old areas that were cut.
///
/// An address is located in both editions; one that falls in a sliver, outside the parts that count,
/// is left out.
struct AddressWeighing {
  /// IRIS that were cut and have too few addresses to be weighed by them, in code order.
  let tooFew: [Iris]
  private let countOfPair: [Pair: Int]
  private let trusted: Set<Int>

  private struct Pair: Hashable {
    let old: Int
    let new: Int
  }

  /// What one old area's addresses say.
  struct Weights {
    /// In the order of its parts.
    let counts: [Int]
    /// Of all its addresses, those in its parts.
    let coverage: Share
  }

  init(_ ground: Ground, _ found: [OverlapFinder.Found], _ addresses: AddressPositions?) {
    let cut = found.indices.filter { found[$0].parts.count > 1 }
    guard let addresses, !cut.isEmpty else {
      (tooFew, countOfPair, trusted) = ([], [:], [])
      return
    }
    let counts = Self.counts(ground, found, cut, addresses)
    let enough = cut.filter { old in
      found[old].parts.reduce(0) { $0 + counts[Pair(old: old, new: $1.new), default: 0] }
        >= Tolerance.leastAddresses
    }
    let known = Set(enough)
    trusted = known
    countOfPair = counts
    tooFew = cut.filter { !known.contains($0) }.map { ground.old.areas[$0].iris }
  }

  /// - Returns: `nil` where areas have to do
  func weights(of old: Int, _ found: OverlapFinder.Found) -> Weights? {
    guard trusted.contains(old) else { return nil }
    let counts = found.parts.map { countOfPair[Pair(old: old, new: $0.new), default: 0] }
    let inParts = counts.reduce(0, +)
    let all = countOfPair[Pair(old: old, new: Self.anywhere), default: inParts]
    return Weights(counts: counts, coverage: Share(Double(inParts), of: Double(all)))
  }

  /// Stands for all of an old area's addresses, wherever they lie in the new edition.
  private static let anywhere = -1

  private static func counts(
    _ ground: Ground, _ found: [OverlapFinder.Found], _ cut: [Int], _ addresses: AddressPositions
  ) -> [Pair: Int] {
    let targets = Set(cut.flatMap { found[$0].parts.map(\.new) }).sorted()
    let olds = located(addresses, among: cut.map { ground.old.areas[$0] })
    let news = located(addresses, among: targets.map { ground.new.areas[$0] })
    var counts: [Pair: Int] = [:]
    for (old, new) in zip(olds, news) where old >= 0 {
      counts[Pair(old: cut[Int(old)], new: anywhere), default: 0] += 1
      if new >= 0 { counts[Pair(old: cut[Int(old)], new: targets[Int(new)]), default: 0] += 1 }
    }
    return counts
  }

  private static func located(_ addresses: AddressPositions, among areas: [IrisArea]) -> [Int32] {
    let index = AreaIndex<Iris>.build(areas.map { ($0.iris, $0.shape) })
    var ordinals = [Int32](repeating: -1, count: addresses.count)
    ordinals.withUnsafeMutableBufferPointer { ordinals in
      addresses.xs.withUnsafeBufferPointer { xs in
        addresses.ys.withUnsafeBufferPointer { ys in
          index.locate(xs: xs, ys: ys, into: ordinals, threads: 2)
        }
      }
    }
    return ordinals
  }
}
