/// Groups of persons that two zonings give away: in some zones of one and not in zones of the other.
///
/// Unions of neighbouring zones of the first zoning are gone through; those of the second that lie
/// wholly inside are taken off, or the union is taken off those that it touches. What is left is a
/// number that anybody can compute.
///
/// - Source: DISCLOSURE.md, algorithm, step 2; INSEE diffman
package struct ZoneDifferences: Sendable {
  /// The smallest piece: where a zone of each zoning meet.
  package struct Atom: Sendable, Hashable {
    package let first: Int
    /// `nil` where the second zoning has no zone.
    package let second: Int?
    package let count: Int

    package init(first: Int, second: Int?, count: Int) {
      self.first = first
      self.second = second
      self.count = count
    }
  }

  /// A union less zones inside it, or zones less a union inside them.
  package struct Difference: Sendable, Hashable {
    /// Zones of the first zoning, ascending.
    package let first: [Int]
    /// Zones of the second zoning, ascending.
    package let second: [Int]
    /// Whether the union is taken off the zones that it touches.
    package let isOutside: Bool
    /// Persons in it.
    package let count: Int
  }

  private let sizeOfFirst: [Int: Int]
  private let sizeOfSecond: [Int: Int]
  private let shares: [Int: [Int: Int]]
  private let firstOfSecond: [Int: Set<Int>]
  private let neighbours: [Int: Set<Int>]

  package init(_ atoms: [Atom]) {
    var sizeOfFirst: [Int: Int] = [:]
    var sizeOfSecond: [Int: Int] = [:]
    var shares: [Int: [Int: Int]] = [:]
    var firstOfSecond: [Int: Set<Int>] = [:]
    for atom in atoms where atom.count > 0 {
      sizeOfFirst[atom.first, default: 0] += atom.count
      guard let second = atom.second else { continue }
      sizeOfSecond[second, default: 0] += atom.count
      shares[atom.first, default: [:]][second, default: 0] += atom.count
      firstOfSecond[second, default: []].insert(atom.first)
    }
    var neighbours: [Int: Set<Int>] = [:]
    for zones in firstOfSecond.values {
      for zone in zones { neighbours[zone, default: []].formUnion(zones.subtracting([zone])) }
    }
    self.sizeOfFirst = sizeOfFirst
    self.sizeOfSecond = sizeOfSecond
    self.shares = shares
    self.firstOfSecond = firstOfSecond
    self.neighbours = neighbours
  }

  /// Every difference of less than so many persons, nobody left out.
  ///
  /// - Parameters:
  ///   - largest: zones in a union, at most
  /// - Returns: one for each group of persons and way to find it, sorted
  /// - Complexity: the number of connected unions
  package func under(_ threshold: Int, largest: Int = 6) -> [Difference] {
    var found: Set<Difference> = []
    for zone in sizeOfFirst.keys.sorted() {
      grow([zone], by: (neighbours[zone] ?? []).filter { $0 > zone }, zone, largest) { union in
        for difference in differences(of: union) where (1..<threshold).contains(difference.count) {
          found.insert(difference)
        }
      }
    }
    return found.sorted {
      ($0.first.count, $0.count) < ($1.first.count, $1.count) || $0.precedes($1)
    }
  }

  /// Connected unions, each once (Wernicke 2006).
  private func grow(
    _ union: [Int], by candidates: Set<Int>, _ root: Int, _ largest: Int,
    _ visit: ([Int]) -> Void
  ) {
    visit(union)
    guard union.count < largest else { return }
    var rest = candidates
    let near = union.reduce(into: Set(union)) { $0.formUnion(neighbours[$1] ?? []) }
    for zone in candidates.sorted() {
      rest.remove(zone)
      let own = (neighbours[zone] ?? []).filter { $0 > root && !near.contains($0) }
      grow(union + [zone], by: rest.union(own), root, largest, visit)
    }
  }

  private func differences(of union: [Int]) -> [Difference] {
    let members = Set(union)
    let size = union.reduce(0) { $0 + (sizeOfFirst[$1] ?? 0) }
    let touched = union.reduce(into: Set<Int>()) { $0.formUnion((shares[$1] ?? [:]).keys) }
    let inside = touched.filter { firstOfSecond[$0]?.isSubset(of: members) ?? false }
    let within = inside.reduce(0) { $0 + (sizeOfSecond[$1] ?? 0) }
    let around = touched.reduce(0) { $0 + (sizeOfSecond[$1] ?? 0) }
    let covered = union.reduce(0) { $0 + (shares[$1] ?? [:]).values.reduce(0, +) }
    var found: [Difference] = []
    if !inside.isEmpty {
      found.append(
        Difference(
          first: union.sorted(), second: inside.sorted(), isOutside: false, count: size - within))
    }
    if covered == size {
      found.append(
        Difference(
          first: union.sorted(), second: touched.sorted(), isOutside: true, count: around - size))
    }
    return found
  }
}

extension ZoneDifferences.Difference {
  fileprivate func precedes(_ other: Self) -> Bool {
    (first.count, count) == (other.first.count, other.count)
      && first.lexicographicallyPrecedes(other.first)
  }
}
