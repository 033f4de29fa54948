internal import Diagnostics
internal import Population
internal import Territory

/// One indicator on its way: counts, then totals, then denominators, then rates.
struct TableMaker {
  let definition: IndicatorDefinition
  private(set) var problems = ProblemLog()
  private let zones: [Zone]
  private var counts: [Zone: Count]
  private var denominators: [Zone: Double] = [:]

  init(definition: IndicatorDefinition, irises: some Sequence<Iris>) {
    self.definition = definition
    let irises = Set(irises)
    let communes = Set(irises.map(\.commune))
    zones =
      (irises.map(Zone.iris) + communes.map(Zone.unlocated) + communes.map(Zone.commune)).sorted()
    counts = Dictionary(uniqueKeysWithValues: zones.map { ($0, Count.zero) })
  }

  /// Brings every counted unit to its row.
  mutating func count(_ tally: Tally, where isCounted: (Tally.Category) -> Bool) {
    counts.merge(placed(tally, where: isCounted), uniquingKeysWith: +)
  }

  /// Gives every commune its total, and what a declared total leaves to its unlocated row.
  mutating func settle(totals: [Commune: Count]) {
    for case .commune(let commune) in zones {
      let sum = sumOfIrises(of: commune)
      let unlocated = counts[.unlocated(commune), default: .zero]
      guard let total = totals[commune] else {
        counts[.commune(commune)] = sum + unlocated
        continue
      }
      settle(commune, sum: sum, unlocated: unlocated, declared: total)
    }
  }

  /// Finds what every row is divided by.
  mutating func divide(by base: IndicatorTable.Base) {
    switch base {
    case .none: break
    case .population(let population): divide(by: population)
    case .tally(let tally, let totals, let isCounted):
      divide(by: settled(tally, totals: totals, where: isCounted))
    }
  }

  /// A source's counts as its own indicator would have them, so that the two never differ.
  private mutating func settled(
    _ tally: Tally, totals: [Commune: Count], where isCounted: (Tally.Category) -> Bool
  ) -> [Zone: Count] {
    var base = self
    base.counts = Dictionary(uniqueKeysWithValues: zones.map { ($0, Count.zero) })
    base.count(tally, where: isCounted)
    base.settle(totals: totals)
    problems = base.problems
    return base.counts
  }

  /// The rows with their rates, sorted by zone.
  mutating func measures() -> [IndicatorTable.Measure] {
    zones.map { zone in
      let count = counts[zone, default: .zero]
      let rate = rate(of: count, in: zone)
      return IndicatorTable.Measure(
        zone: zone, numerator: count, denominator: denominators[zone], rate: rate)
    }
  }
}

// MARK: - Counts

extension TableMaker {
  /// In the order of the rows, so that problems come in one order.
  private mutating func placed(
    _ tally: Tally, where isCounted: (Tally.Category) -> Bool
  ) -> [Zone: Count] {
    let known = tally.placements.compactMap { place in Zone(of: place).map { (place, $0) } }
    let sorted = known.sorted { ($0.1, $0.0.kind.rawValue) < ($1.1, $1.0.kind.rawValue) }
    var placed: [Zone: Count] = [:]
    for (place, wanted) in sorted {
      guard let zone = row(for: wanted) else { continue }
      placed[zone, default: .zero] += tally.count(at: place, where: isCounted)
    }
    return placed
  }

  /// What the counted persons get, in the rows where they are counted; a commune's is the sum.
  func amounts(of tally: Tally, where isCounted: (Tally.Category) -> Bool) -> [Zone: Amount] {
    var amounts: [Zone: Amount] = [:]
    for place in tally.placements {
      guard let wanted = Zone(of: place), counts[.commune(wanted.commune)] != nil else { continue }
      let zone = counts[wanted] == nil ? .unlocated(wanted.commune) : wanted
      let amount = tally.amount(at: place, where: isCounted)
      for row in [zone, .commune(wanted.commune)] { amounts[row, default: .zero] += amount }
    }
    return amounts
  }

  private mutating func row(for wanted: Zone) -> Zone? {
    if counts[wanted] != nil { return wanted }
    let unlocated = Zone.unlocated(wanted.commune)
    guard counts[unlocated] != nil, case .iris(let iris) = wanted else {
      problems.record(Wording.outsideTerritory(definition.id, wanted.commune))
      return nil
    }
    problems.record(Wording.unknownIris(definition.id, iris))
    return unlocated
  }

  private func sumOfIrises(of commune: Commune) -> Count {
    irises(of: commune).reduce(.zero) { $0 + counts[$1, default: .zero] }
  }

  private func irises(of commune: Commune) -> ArraySlice<Zone> {
    let first = zones.partitioningIndex { $0.commune >= commune }
    return zones[first...].prefix { $0.commune == commune && $0 < .unlocated(commune) }
  }

  private mutating func settle(
    _ commune: Commune, sum: Count, unlocated: Count, declared total: Count
  ) {
    guard total.upper.map({ sum.lower + unlocated.lower <= $0 }) ?? true else {
      problems.record(Wording.totalBelowSum(definition.id, commune))
      counts[.commune(commune)] = sum + unlocated
      return
    }
    counts[.commune(commune)] = total
    guard let whole = total.exact else { return }
    counts[.unlocated(commune)] = remainder(of: whole, after: sum, atLeast: unlocated.lower)
  }

  /// What a known total leaves: a number when the IRIS are known, else an interval.
  private func remainder(of total: Int, after sum: Count, atLeast located: Int) -> Count {
    if let sum = sum.exact { return Count(total - sum) }
    let lowest = sum.upper.map { max(located, total - $0) } ?? located
    return .masked(lowest...max(lowest, total - sum.lower))
  }
}

// MARK: - Denominators and rates

extension TableMaker {
  private mutating func divide(by population: Denominator) {
    for case .iris(let iris) in zones {
      denominators[.iris(iris)] = inhabitants(population.values[iris], of: iris)
    }
    sumDenominators()
  }

  private mutating func inhabitants(_ value: Double?, of iris: Iris) -> Double? {
    guard let value else {
      problems.record(Wording.noPopulation(definition.id, iris))
      return nil
    }
    if value.isFinite && value >= 0 { return value }
    problems.record(Wording.badPopulation(definition.id, iris))
    return nil
  }

  private mutating func divide(by counts: [Zone: Count]) {
    for zone in zones { denominators[zone] = (counts[zone] ?? .zero).exact.map(Double.init) }
  }

  /// A commune's denominator: known when that of each of its IRIS is.
  private mutating func sumDenominators() {
    for case .commune(let commune) in zones {
      let parts = irises(of: commune).map { denominators[$0] }
      let known = parts.compactMap(\.self)
      denominators[.commune(commune)] = known.count == parts.count ? known.reduce(0, +) : nil
    }
  }

  private mutating func rate(of count: Count, in zone: Zone) -> Rate? {
    if case .unlocated = zone { return nil }
    guard let method = definition.method, let exact = count.exact,
      let denominator = denominators[zone],
      let rate = Rate.of(exact, over: denominator, per: definition.per, method: method)
    else { return nil }
    if method == .wilson && rate.method != .wilson {
      problems.record(Wording.aboveWhole(definition.id, zone))
    }
    return rate
  }
}

extension Zone {
  /// The row that counts what is placed there; `nil` where no commune is known.
  fileprivate init?(of placement: Placement) {
    guard let commune = placement.commune else { return nil }
    if case .iris(let iris) = placement { self = .iris(iris) } else { self = .unlocated(commune) }
  }
}

extension Array {
  /// The first index from which the condition holds, in an array where it never ceases to hold.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
