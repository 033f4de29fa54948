/// What came of the house number.
struct NumberHit {
  enum Kind { case exact, otherSuffix, range, between, nearest, none }

  var kind = Kind.none
  /// The address, or the lower neighbour.
  var first = -1
  /// The upper neighbour.
  var second = -1
  /// How far between the two · 0…1.
  var part = 0.0
  var number: Verdict = .missing
  var suffix: Verdict = .missing
}

/// Finds a house number in a street.
struct NumberFinder {
  let base: AddressBase
  private let lexicon = Lexicon.french

  init(_ base: AddressBase) { self.base = base }

  func find(_ reading: Reading, in street: StreetRecord) -> NumberHit {
    let range = base.addresses.clamped(street.addresses)
    guard reading.number > 0, !range.isEmpty else { return NumberHit() }
    if let hit = exact(UInt32(reading.number), reading.suffix, range) { return hit }
    if reading.otherNumber > 0, let hit = exact(UInt32(reading.otherNumber), Word(), range) {
      var hit = hit
      hit.kind = .range
      return hit
    }
    return between(UInt32(reading.number), range)
  }

  /// The addresses that answer a number as well as the one that was taken: other positions of the
  /// same kind, other suffixes where the one asked for does not exist, the other end of a range.
  func equals(of hit: NumberHit, _ reading: Reading, in street: StreetRecord) -> [Int] {
    let range = base.addresses.clamped(street.addresses)
    let taken = base.addresses[hit.first]
    let suffix = hit.kind == .range ? Word() : reading.suffix
    let merit = agreement(suffix, base.suffixes[Int(taken.suffix)])
    var equals: [Int] = []
    var place = first(taken.number, range)
    while place < range.upperBound, base.addresses[place].number == taken.number {
      let other = base.addresses[place]
      let isAsGood = agreement(suffix, base.suffixes[Int(other.suffix)]) == merit
      if isAsGood, other.suffix != taken.suffix || other.position == taken.position {
        equals.append(place)
      }
      place += 1
    }
    let isRange = hit.kind == .exact && reading.otherNumber > 0
    if isRange, let end = exact(UInt32(reading.otherNumber), Word(), range) {
      equals.append(end.first)
    }
    return equals
  }

  /// The first address that is not below a number.
  private func first(_ number: UInt32, _ range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if base.addresses[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func exact(_ number: UInt32, _ suffix: Word, _ range: Range<Int>) -> NumberHit? {
    let start = first(number, range)
    guard start < range.upperBound, base.addresses[start].number == number else { return nil }
    var best = start
    var rank = -1
    var place = start
    while place < range.upperBound, base.addresses[place].number == number {
      let own = base.suffixes[Int(base.addresses[place].suffix)]
      let merit = agreement(suffix, own)
      if merit > rank { (best, rank) = (place, merit) }
      place += 1
    }
    var hit = NumberHit(kind: rank >= 3 ? .exact : .otherSuffix, first: best)
    hit.number = .exact
    hit.suffix = Self.verdict(rank, isAsked: !suffix.isEmpty)
    return hit
  }

  /// 4 the same · 3 the same by the dictionary · 1 the bare number · 0 another suffix.
  private func agreement(_ asked: Word, _ own: Word) -> Int {
    if asked == own { return 4 }
    let canonical = lexicon.entry(of: own).suffix
    if !asked.isEmpty, !canonical.isEmpty, asked == canonical { return 4 }
    if !asked.isEmpty, asked.count == 1 || own.count == 1, asked[0] == own[0],
      !own.isEmpty, asked.count == 1 ? own.count > 2 : asked.count > 2
    {
      return 3
    }
    return own.isEmpty ? 1 : 0
  }

  private static func verdict(_ rank: Int, isAsked: Bool) -> Verdict {
    switch rank {
    case 4: isAsked ? .exact : .missing
    case 3: .equivalent
    default: isAsked ? .contradicted : .missing
    }
  }

  /// Between the neighbours of the same side, else the nearest of them.
  private func between(_ number: UInt32, _ range: Range<Int>) -> NumberHit {
    let start = first(number, range)
    let below = (range.lowerBound..<start).last { isSide($0, number) }
    let above = (start..<range.upperBound).first { isSide($0, number) }
    var hit = NumberHit()
    hit.number = .contradicted
    if let below, let above {
      hit.kind = .between
      (hit.first, hit.second) = (below, above)
      let low = base.addresses[below].number
      hit.part = Double(number - low) / Double(base.addresses[above].number - low)
      return hit
    }
    guard let neighbour = below ?? above else { return hit }
    let gap = Int(base.addresses[neighbour].number) - Int(number)
    if abs(gap) <= 20 {
      hit.kind = .nearest
      hit.first = neighbour
    }
    return hit
  }

  private func isSide(_ place: Int, _ number: UInt32) -> Bool {
    let record = base.addresses[place]
    return record.number > 0 && record.number % 2 == number % 2 && record.point.isKnown
  }
}
