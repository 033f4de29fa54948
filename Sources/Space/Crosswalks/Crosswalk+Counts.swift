public import Diagnostics
public import Territory

extension Tally {
  /// The same units on the IRIS of another edition.
  ///
  /// Whole IRIS keep their counts. The counts of one that was cut are dealt out in whole units
  /// (`Apportionment`), its categories one after the other so that they and their total agree;
  /// masked intervals stay intervals, and whatever was masked or missing stays so in every part. What
  /// vanished, or has a code that the old edition does not know, is left to its commune.
  ///
  /// - Parameters:
  ///   - crosswalk: from the edition that the codes are of
  /// - Returns: each category adds up to what it did, bounds of intervals too; its accounting is that of
  ///   the file, before anything was carried; IRIS that nothing leads to are missing, not 0;
  ///   `crosswalks.unknown-iris`, `crosswalks.vanished-units`
  /// - Exactness: whole units; of a cut IRIS, estimates
  /// - Confidential: small counts may be
  public func carried(by crosswalk: Crosswalk) -> (Tally, ProblemLog) {
    var carrier = TallyCarrier(self, crosswalk)
    for placement in placements.sorted(by: Tally.precede) { carrier.carry(placement) }
    carrier.markAppeared()
    return (carrier.tally, carrier.problems)
  }

  private static func precede(_ left: Placement, _ right: Placement) -> Bool {
    func rank(_ placement: Placement) -> (Int, Iris?, Commune?) {
      switch placement {
      case .iris(let iris): (0, iris, nil)
      case .ambiguous(let commune): (1, nil, commune)
      case .commune(let commune): (2, nil, commune)
      case .outside: (3, nil, nil)
      case .unplaced: (4, nil, nil)
      }
    }
    let (a, b) = (rank(left), rank(right))
    if a.0 != b.0 { return a.0 < b.0 }
    if let one = a.1, let other = b.1 { return one < other }
    if let one = a.2, let other = b.2 { return one < other }
    return false
  }
}

/// A tally on its way to another edition.
private struct TallyCarrier {
  private let source: Tally
  private let crosswalk: Crosswalk
  private let known: Set<Iris>
  private(set) var tally: Tally
  private(set) var problems = ProblemLog()

  init(_ source: Tally, _ crosswalk: Crosswalk) {
    self.source = source
    self.crosswalk = crosswalk
    known = Set(crosswalk.oldIrises)
    tally = Tally(accountedAs: source)
  }

  mutating func carry(_ placement: Placement) {
    switch placement {
    case .iris(let iris): carry(iris)
    case .ambiguous(let commune): carry(placement, of: commune) { .ambiguous($0) }
    case .commune(let commune): carry(placement, of: commune) { .commune($0) }
    case .outside, .unplaced: share(placement, among: [(placement, 1)])
    }
  }

  /// Nothing leads to these IRIS: what they hold is not known.
  mutating func markAppeared() {
    for iris in crosswalk.appeared {
      for category in source.categories {
        tally.add(.missing, rows: 0, at: .iris(iris), category: category)
      }
    }
  }

  private mutating func carry(_ iris: Iris) {
    let links = crosswalk.links(from: iris)
    if links.isEmpty {
      problems.record(
        known.contains(iris)
          ? Wording.vanishedUnits(iris) : Wording.unknownIris(iris, crosswalk.from))
      return carry(.iris(iris), of: iris.commune) { .commune($0) }
    }
    share(.iris(iris), among: links.map { (.iris($0.new), $0.share.billionths) })
  }

  /// Units of a commune, to what became of it.
  private mutating func carry(
    _ placement: Placement, of commune: Commune, as place: (Commune) -> Placement
  ) {
    let weights = crosswalk.weights(from: commune)
    share(
      placement, among: weights.isEmpty ? [(place(commune), 1)] : weights.map { (place($0), $1) })
  }

  private mutating func share(_ placement: Placement, among targets: [(Placement, Int)]) {
    var dealer = CountDealer(weights: targets.map(\.1))
    for (category, count) in source.counts(at: placement) {
      for (target, part) in zip(targets, dealer.deal(count)) where part != .zero {
        tally.add(part, rows: 0, at: target.0, category: category)
      }
    }
  }
}

/// Deals out the counts of one place, one category after the other.
struct CountDealer {
  /// Beyond this, counts are saturated: no file of persons holds so many.
  private static let mostUnits = 1 << 60
  private let weights: [Int]
  private var dealt = 0
  private var parts: [Int]

  init(weights: [Int]) {
    self.weights = weights
    parts = weights.map { _ in 0 }
  }

  /// - Returns: a part for each weight; bounds add up to those of the count
  mutating func deal(_ count: Count) -> [Count] {
    if weights.count == 1 { return [count] }
    let before = (dealt: dealt, parts: parts)
    dealt += min(count.lower, Self.mostUnits - dealt)
    parts = Apportionment.parts(of: dealt, by: weights)
    let upper = count.upper.map {
      Apportionment.parts(of: before.dealt + min($0, Self.mostUnits - before.dealt), by: weights)
    }
    return weights.indices.map { index in
      weights[index] == 0
        ? .zero
        : count.part(
          lower: parts[index] - before.parts[index],
          upper: upper.map { $0[index] - before.parts[index] })
    }
  }
}

extension Count {
  /// A part of it with its own bounds: as masked and as missing as the whole.
  fileprivate func part(lower: Int, upper: Int?) -> Count {
    guard maskedParts + missingParts > 0 else { return Count(lower) }
    var part = maskedParts > 0 ? Count.masked(lower...(upper ?? lower)) : Count(lower)
    for _ in 1..<max(1, maskedParts) { part += .masked(0...0) }
    for _ in 0..<missingParts { part += .missing }
    return part
  }
}
