internal import Geometry

/// Which plots are built: as many in each area as its inhabitants ask for, evenly along its streets.
struct Settlement {
  /// Chosen plots, in the order of the streets.
  private(set) var plots: [Plot] = []

  init(_ network: StreetNetwork, _ drawing: Drawing, seed: UInt64) {
    let all = Plot.all(network, drawing, seed: seed)
    let shares = Self.shares(available: all.reduce(into: [:]) { $0[$1.area, default: 0] += 1 })
    var chance = Chance(seed: seed, topic: "settlement")
    for (area, share) in shares.enumerated() {
      plots += Self.thinned(
        all.filter { $0.area == area }, to: share, drawing.areas[area], network, &chance)
    }
    plots.sort { ($0.street, $0.isLeft ? 0 : 1, $0.run) < ($1.street, $1.isLeft ? 0 : 1, $1.run) }
  }

  /// Addresses of each area; they add up to the total.
  private static func shares(available: [Int: Int]) -> [Int] {
    let wishes = CensusTarget.addresses
    let addressCount = CensusTarget.addressCount
    var scale = 1.0
    var shares: [Int] = []
    for _ in 0..<40 {
      shares = wishes.enumerated().map { min(Int($1 * scale), available[$0] ?? 0) }
      scale *= Double(addressCount) / Double(max(shares.reduce(0, +), 1))
    }
    var rest = addressCount - shares.reduce(0, +)
    for area in shares.indices where rest > 0 {
      let more = min(rest, (available[area] ?? 0) - shares[area])
      shares[area] += more
      rest -= more
    }
    precondition(rest == 0, "the streets have room for every address")
    return shares
  }

  /// Takes every so-manieth plot of each row, so that houses stand evenly, then drops some by chance.
  private static func thinned(
    _ plots: [Plot], to count: Int, _ area: Area, _ network: StreetNetwork, _ chance: inout Chance
  ) -> [Plot] {
    let weights = plots.map { weight($0, area, network) }
    let total = weights.reduce(0, +)
    guard count > 0, total > 0 else { return [] }
    let step = total / (Double(count) * 1.07)
    var filled = chance.between(0, step)
    var isTaken = [Bool](repeating: false, count: plots.count)
    for (index, weight) in weights.enumerated() {
      filled += weight
      if filled >= step {
        isTaken[index] = true
        filled -= step
        if filled > step { filled = step }
      }
    }
    return adjusted(plots, isTaken, to: count, &chance)
  }

  /// How much a plot calls for a house: built spots rather than open land, main streets first.
  private static func weight(_ plot: Plot, _ area: Area, _ network: StreetNetwork) -> Double {
    let patches = area.plan.patches
    if patches.isEmpty { return network.streets[plot.street].area == nil ? 1.15 : 1 }
    let isBuilt = patches.contains { plot.foot.distance(to: $0.centre) < $0.radius * 1.12 }
    return isBuilt ? 1 : 0.07
  }

  private static func adjusted(
    _ plots: [Plot], _ isTaken: [Bool], to count: Int, _ chance: inout Chance
  ) -> [Plot] {
    let taken = plots.indices.filter { isTaken[$0] }
    let free = plots.indices.filter { !isTaken[$0] }
    let kept = chance.shuffled(taken).prefix(count)
    let added = chance.shuffled(free).prefix(max(count - taken.count, 0))
    return (kept + added).sorted().map { plots[$0] }
  }
}
