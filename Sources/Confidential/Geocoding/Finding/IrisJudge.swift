internal import Glibc
internal import Territory

/// How sure the IRIS of an answer is: its distribution, from the position and from the street.
struct IrisJudge {
  let base: AddressBase
  static let certain = 0.995
  static let probable = 0.75
  /// Metres from the point of a hamlet to a house of it, more or less.
  private static let hamletRadius = 60.0

  /// Weights by index of IRIS.
  struct Distribution {
    var weights: [(iris: Int, weight: Double)] = []

    mutating func add(_ iris: Int, _ weight: Double) {
      guard iris > 0, weight > 0 else { return }
      if let place = weights.firstIndex(where: { $0.iris == iris }) {
        weights[place].weight += weight
      } else {
        weights.append((iris, weight))
      }
    }
  }

  /// One address: its own IRIS, and those of its street as far as the position may err.
  func address(_ ordinal: Int, in street: StreetRecord, share: Double, _ result: inout Distribution)
  {
    let record = base.addresses[ordinal]
    guard record.irisIndex > 0 else { return addStreet(street, share, &result) }
    addLocated(record, ordinal, street, share, &result)
  }

  private func addLocated(
    _ record: AddressRecord, _ ordinal: Int, _ street: StreetRecord, _ share: Double,
    _ result: inout Distribution
  ) {
    let right = confidence(record, ordinal, street)
    result.add(record.irisIndex, share * right)
    addOthers(street, except: record.irisIndex, share * (1 - right), &result)
  }

  /// The probability that a position lies in the IRIS that it seems to.
  ///
  /// Half a house's depth is the error of a position at the entrance; on the centre-line of a street
  /// that is a boundary, the neighbours of the same side decide.
  private func confidence(_ record: AddressRecord, _ ordinal: Int, _ street: StreetRecord) -> Double
  {
    let metres = Double(record.metresToBoundary)
    if metres >= 255 { return 1 }
    let error: Double
    switch PositionType(rawValue: record.position) ?? .unknown {
    case .entrance, .building, .stairs, .dwelling: error = 3
    case .delivery, .unknown: error = 4
    case .parcel: error = 6
    case .segment, .service: error = 9
    }
    let alone = 1 - 0.5 * exp(-(metres + 0.5) / error)
    guard metres < 3 * error else { return max(alone, 0.996) }
    let same = sameSide(ordinal, record, street)
    return same == 1 ? max(alone, 0.93) : same < 0 ? alone : alone * 0.8 + 0.2 * same
  }

  /// The share of the nearest two neighbours of the same side that lie in the same IRIS; −1 when
  /// there is none.
  private func sameSide(_ ordinal: Int, _ record: AddressRecord, _ street: StreetRecord) -> Double {
    let range = street.addresses.range
    let below = (max(range.lowerBound, ordinal - 6)..<ordinal).last { isSide($0, record) }
    let above = (ordinal + 1..<max(ordinal + 1, min(range.upperBound, ordinal + 7)))
      .first { isSide($0, record) }
    let neighbours = [below, above].compactMap { $0 }
    if neighbours.isEmpty { return -1 }
    let same = neighbours.count { base.addresses[$0].irisIndex == record.irisIndex }
    return Double(same) / Double(neighbours.count)
  }

  private func isSide(_ place: Int, _ record: AddressRecord) -> Bool {
    let other = base.addresses[place]
    return other.number != record.number && other.number % 2 == record.number % 2
      && other.irisIndex > 0
  }

  /// A number between two others.
  func between(
    _ hit: NumberHit, in street: StreetRecord, share: Double, _ result: inout Distribution
  ) {
    let (low, high) = (base.addresses[hit.first], base.addresses[hit.second])
    if low.irisIndex == high.irisIndex {
      let near = min(low.metresToBoundary, high.metresToBoundary)
      let isTight = high.number - low.number <= 20 || street.irises.count == 1
      let right = near > 30 && isTight ? 0.996 : 0.93
      result.add(low.irisIndex, share * right)
      return addOthers(street, except: low.irisIndex, share * (1 - right), &result)
    }
    result.add(low.irisIndex, share * (1 - hit.part))
    result.add(high.irisIndex, share * hit.part)
  }

  /// A street without its number: any of its numbers, each as sure as it would be alone.
  func addStreet(_ street: StreetRecord, _ share: Double, _ result: inout Distribution) {
    let range = base.addresses.clamped(street.addresses)
    let located = range.count { base.addresses[$0].irisIndex > 0 }
    if located == 0 { return addPlace(street, share, &result) }
    for ordinal in range {
      let record = base.addresses[ordinal]
      guard record.irisIndex > 0 else { continue }
      addLocated(record, ordinal, street, share / Double(located), &result)
    }
  }

  /// A place without addresses: the houses of a hamlet stand around the point that stands for it.
  private func addPlace(_ street: StreetRecord, _ share: Double, _ result: inout Distribution) {
    guard let place = base.shares.clamped(street.irises).first else { return }
    let metres = Double(street.metresToBoundary)
    let right = metres >= 255 ? 1 : 1 - 0.5 * exp(-metres / Self.hamletRadius)
    result.add(Int(base.shares[place].iris), share * right)
  }

  private func addOthers(
    _ street: StreetRecord, except iris: Int, _ share: Double, _ result: inout Distribution
  ) {
    guard share > 0 else { return }
    let others = base.shares.clamped(street.irises).filter { Int(base.shares[$0].iris) != iris }
    let total = others.reduce(0) { $0 + Int(base.shares[$1].count) }
    for place in others {
      result.add(
        Int(base.shares[place].iris), share * Double(base.shares[place].count) / Double(total))
    }
    if others.isEmpty { result.add(0, share) }
  }

  /// The IRIS of an undivided commune, whatever the street; nothing is known in the others.
  ///
  /// A street that the commune has not may mean that the commune is another.
  func whole(commune index: Int, isSure: Bool) -> IrisVerdict {
    var verdict = IrisVerdict()
    guard let iris = base.iris(Int(base.communeRecords[index].onlyIris)) else { return verdict }
    verdict.iris = iris
    verdict.certainty = isSure ? .certain : .probable
    verdict.probability = isSure ? 1 : 0.97
    verdict.shares = [IrisShare(iris: iris, weight: 1)]
    return verdict
  }

  /// The verdict of a distribution.
  ///
  /// - Parameters:
  ///   - trust: the probability that the answer is the right address at all
  func verdict(_ distribution: Distribution, trust: Double) -> IrisVerdict {
    var verdict = IrisVerdict()
    let sorted = distribution.weights.sorted { ($1.weight, $0.iris) < ($0.weight, $1.iris) }
    guard let first = sorted.first, let iris = base.iris(first.iris) else { return verdict }
    let total = sorted.reduce(0) { $0 + $1.weight }
    verdict.iris = iris
    verdict.probability = min(1, first.weight * trust)
    verdict.shares = sorted.prefix(8).compactMap { entry in
      base.iris(entry.iris).map { IrisShare(iris: $0, weight: entry.weight / total) }
    }
    verdict.certainty =
      verdict.probability >= Self.certain
      ? .certain : verdict.probability >= Self.probable ? .probable : .ambiguous
    return verdict
  }
}
