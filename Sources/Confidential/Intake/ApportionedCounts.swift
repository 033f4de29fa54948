internal import Territory

/// A part of one row, in millionths.
struct ApportionedShare: Sendable, Hashable {
  /// Ordinal of the IRIS.
  let ordinal: Int
  /// The shares of a row add up to a million.
  let millionths: Int

  static let whole = 1_000_000

  /// Weights as whole millionths that add up: rounded down, the rest to the first.
  static func shares(_ weights: [(ordinal: Int, weight: Double)]) -> [ApportionedShare] {
    let sum = weights.reduce(0) { $0 + $1.weight }
    guard sum > 0, let first = weights.first else { return [] }
    let parts = weights.map { Int($0.weight / sum * Double(whole)) }
    let rest = whole - parts.reduce(0, +)
    let others = zip(weights, parts).dropFirst().map {
      ApportionedShare(ordinal: $0.ordinal, millionths: $1)
    }
    return [ApportionedShare(ordinal: first.ordinal, millionths: parts[0] + rest)] + others
  }
}

/// Rows with several possible IRIS, counted among them by weight.
///
/// Whole millionths add up to the same sum in any order, so that threads and halves change nothing.
struct ApportionedCounts: Sendable {
  struct Group: Hashable {
    let place: Int
    let category: Tally.Category
  }

  var units: [Group: Int] = [:]
  var shares: [Group: [Int: Int]] = [:]

  /// Nothing counted yet.
  init() {}

  mutating func add(
    _ count: Int, at place: Int, _ parts: [ApportionedShare], category: Tally.Category
  ) {
    let group = Group(place: place, category: category)
    units[group, default: 0] += count
    for part in parts {
      shares[group, default: [:]][part.ordinal, default: 0] += count * part.millionths
    }
  }

  mutating func merge(_ other: ApportionedCounts) {
    units.merge(other.units, uniquingKeysWith: +)
    for (group, parts) in other.shares {
      shares[group, default: [:]].merge(parts, uniquingKeysWith: +)
    }
  }

  /// Whole numbers for each commune and category: rounded down, then the largest remainders up, the
  /// lowest IRIS first among equals; they add up to the rows.
  var whole: [(ordinal: Int, category: Tally.Category, count: Int)] {
    let groups = units.keys.sorted { ($0.place, $0.category) < ($1.place, $1.category) }
    return groups.flatMap { group in
      let parts = shares[group, default: [:]].sorted { $0.key < $1.key }
      var counts = parts.map { $0.value / ApportionedShare.whole }
      let left = units[group, default: 0] - counts.reduce(0, +)
      let byRemainder = parts.indices.sorted { first, second in
        let (a, b) = (parts[first].value, parts[second].value)
        return (b % ApportionedShare.whole, first) < (a % ApportionedShare.whole, second)
      }
      for index in byRemainder.prefix(left) { counts[index] += 1 }
      return zip(parts, counts).filter { $1 > 0 }.map { ($0.key, group.category, $1) }
    }
  }
}
