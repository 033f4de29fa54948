internal import Crosswalks
internal import Rates
internal import Territory

extension PrintedRelease {
  /// The same release told on the IRIS of another edition, from what it prints alone.
  ///
  /// A new IRIS has a figure only where every old one that leads to it shows its count: one withheld
  /// cell among them withholds the sum. Its rate is computed anew, with its own interval.
  ///
  /// - Parameters:
  ///   - crosswalk: from the edition of this release
  /// - Returns: communes that did not change keep their rows; those that merged add up
  /// - Exactness: of whole IRIS exact; of cut ones estimates, and marked so
  func carried(by crosswalk: Crosswalk) -> PrintedRelease {
    let carrier = ReleaseCarrier(self, crosswalk)
    let zones =
      crosswalk.newIrises.map { PrintedZone(.iris, $0.code) }
      + carrier.communes.flatMap { [PrintedZone(.unlocated, $0), PrintedZone(.commune, $0)] }
    let pairs = zones.map { zone in
      (zone, indicators.map { carrier.figure($0, at: zone) })
    }
    return PrintedRelease(
      name: name, edition: crosswalk.to.name, indicators: indicators,
      figures: Dictionary(uniqueKeysWithValues: pairs))
  }
}

/// One release on its way to other IRIS.
private struct ReleaseCarrier {
  /// New communes, in code order.
  let communes: [String]
  private let release: PrintedRelease
  private let crosswalk: Crosswalk
  private let linksOfNew: [String: [Link]]
  private let originsOfCommune: [String: [String]]
  private let parts: [String: [PrintedZone: Int]]
  private let bases: [String: [Iris: Double]]

  init(_ release: PrintedRelease, _ crosswalk: Crosswalk) {
    self.release = release
    self.crosswalk = crosswalk
    linksOfNew = Dictionary(grouping: crosswalk.links.filter { $0.share > .none }) { $0.new.code }
    let pairs = Set(crosswalk.links.map { [$0.new.commune.code, $0.old.commune.code] })
    originsOfCommune = Dictionary(grouping: pairs.sorted { $0[1] < $1[1] }) { $0[0] }
      .mapValues { $0.map { $0[1] } }
    communes = originsOfCommune.keys.sorted()
    var parts: [String: [PrintedZone: Int]] = [:]
    var bases: [String: [Iris: Double]] = [:]
    for indicator in release.indicators {
      parts[indicator.id] = Self.counts(release, indicator.id, crosswalk)
      bases[indicator.id] = crosswalk.carried(Self.bases(release, indicator.id, crosswalk))
    }
    self.parts = parts
    self.bases = bases
  }

  func figure(_ indicator: PrintedRelease.Indicator, at zone: PrintedZone) -> PrintedFigure {
    zone.level == .iris ? iris(indicator, zone) : commune(indicator, zone)
  }

  private func iris(
    _ indicator: PrintedRelease.Indicator, _ zone: PrintedZone
  ) -> PrintedFigure {
    let links = linksOfNew[zone.code, default: []]
    let figures = links.map {
      release.figure(indicator.id, at: PrintedZone(.iris, $0.old.code))
    }
    let isWhole = links.allSatisfy { $0.share == .whole }
    let count = figures.allSatisfy { $0?.isShown ?? false } ? parts[indicator.id]?[zone] : nil
    return made(
      indicator, count: figures.isEmpty ? nil : count,
      base: Iris(zone.code).flatMap { bases[indicator.id]?[$0] }, of: figures,
      isWhole ? .carried : .estimated)
  }

  /// Communes that merged add up; one that was split is not told.
  private func commune(
    _ indicator: PrintedRelease.Indicator, _ zone: PrintedZone
  ) -> PrintedFigure {
    let origins = originsOfCommune[zone.code, default: []]
    let figures = origins.map { release.figure(indicator.id, at: PrintedZone(zone.level, $0)) }
    let isSplit = origins.contains { origin in
      originsOfCommune.values.count { $0.contains(origin) } > 1
    }
    if !isSplit, origins == [zone.code], let figure = figures[0] { return figure }
    let counts = figures.compactMap { $0?.count }
    let bases = figures.compactMap { $0?.base }
    return made(
      indicator, count: !isSplit && counts.count == figures.count ? counts.reduce(0, +) : nil,
      base: !isSplit && bases.count == figures.count ? bases.reduce(0, +) : nil, of: figures,
      .carried)
  }

  private func made(
    _ indicator: PrintedRelease.Indicator, count: Int?, base: Double?, of figures: [PrintedFigure?],
    _ origin: PrintedFigure.Origin
  ) -> PrintedFigure {
    guard let count else {
      return PrintedFigure(
        status: Self.status(of: figures), count: nil, base: base, rate: nil, origin: origin)
    }
    let rate = base.flatMap {
      Rate.of(count, over: $0, per: indicator.per, method: indicator.isShare ? .wilson : .byar)
    }
    return PrintedFigure(
      status: "", count: count, base: base,
      rate: rate.map {
        RateBounds(value: $0.value, lower: $0.interval95.lower, upper: $0.interval95.upper)
      }, origin: origin)
  }

  /// The gravest reason among the parts; `m` where nothing is known of one.
  private static func status(of figures: [PrintedFigure?]) -> String {
    let reasons = figures.filter { !($0?.isShown ?? false) }.map { $0?.status ?? "m" }
    if !reasons.isEmpty && reasons.count == figures.count && Set(reasons) == ["x"] { return "x" }
    return ["c", "e"].first { reasons.contains($0) } ?? "m"
  }

  private static func counts(
    _ release: PrintedRelease, _ indicator: String, _ crosswalk: Crosswalk
  ) -> [PrintedZone: Int] {
    var tally = Tally(unit: .count)
    for iris in crosswalk.oldIrises {
      if let count = release.figure(indicator, at: PrintedZone(.iris, iris.code))?.count {
        tally.add(Count(max(0, count)), rows: 0, at: .iris(iris))
      }
    }
    let carried = tally.carried(by: crosswalk).0
    let pairs = crosswalk.newIrises.map {
      (PrintedZone(.iris, $0.code), carried.count(at: .iris($0)).lower)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func bases(
    _ release: PrintedRelease, _ indicator: String, _ crosswalk: Crosswalk
  ) -> [Iris: Double] {
    let pairs = crosswalk.oldIrises.compactMap { iris in
      release.figure(indicator, at: PrintedZone(.iris, iris.code))?.base.map { (iris, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
