extension CommuneModel {
  /// The parts of its source, the whole over the share, and who must hold somebody.
  mutating func relate(_ zone: PublicZone, _ release: PublicRelease) {
    for indicator in release.indicators {
      let count = index(indicator.series, zone, release, indicator: indicator.id)
      divide(count, indicator.parts, indicator.vintage, indicator.id, zone, release)
      guard let series = indicator.baseSeries else { continue }
      let base = index(series, zone, release, indicator: indicator.id)
      divide(base, indicator.baseParts, indicator.baseVintage, indicator.id, zone, release)
      if indicator.isShare {
        let rest = index(
          "\(series)-\(indicator.series)", zone, release, indicator: indicator.id, role: .implied)
        system.relate([.init(base), .init(count, times: -1), .init(rest, times: -1)])
      }
    }
    if assumption.trustsStatus && !promise.zerosAreWithheld { addSomebody(zone, release) }
  }

  private mutating func divide(
    _ cell: Int, _ parts: [String], _ vintage: String, _ indicator: String, _ zone: PublicZone,
    _ release: PublicRelease
  ) {
    guard !parts.isEmpty else { return }
    let terms = parts.map { part in
      LinearSystem.Term(
        index(
          PublicIndicator.part(part, vintage), zone, release, indicator: indicator, role: .implied),
        times: -1)
    }
    system.relate([.init(cell)] + terms)
  }

  /// A withheld number holds somebody; where a source's withheld rows are whole rows, only one of
  /// its numbers must.
  private mutating func addSomebody(_ zone: PublicZone, _ release: PublicRelease) {
    for (source, positions) in Self.families(release) {
      let withheld = positions.filter {
        figure($0, zone, release).status == "c" && !release.indicators[$0].isAmount
      }
      if withheld.isEmpty { continue }
      if hidesWholeRows(positions, release), !source.isEmpty {
        let names = withheld.flatMap { Self.widest(release.indicators[$0], release) }
        let cells = Set(names).sorted().map { name in
          index(name, zone, release, indicator: release.indicators[withheld[0]].id)
        }
        system.relate(cells.map { .init($0) }, from: 1, to: nil)
      } else {
        for position in withheld {
          let indicator = release.indicators[position]
          let cell = index(indicator.series, zone, release, indicator: indicator.id)
          system.narrow(cell, from: 1, to: LinearSystem.box)
        }
      }
    }
  }

  /// The series that hold everybody whom an indicator counts: its base's parts or its own, each once.
  private static func widest(_ indicator: PublicIndicator, _ release: PublicRelease) -> [String] {
    if indicator.isShare, let base = indicator.baseSeries {
      let parts = indicator.basePartSeries
      return parts.isEmpty ? [base] : parts
    }
    let parts = indicator.partSeries
    return parts.isEmpty ? [indicator.series] : parts
  }

  private static func families(_ release: PublicRelease) -> [(key: String, value: [Int])] {
    let indicators = release.indicators
    var leader = Array(indicators.indices)
    for index in indicators.indices {
      let own = indicators[index].origins
      for other in 0..<index {
        if own.isDisjoint(with: indicators[other].origins) { continue }
        let (from, to) = (leader[index], leader[other])
        for place in leader.indices where leader[place] == from { leader[place] = to }
      }
    }
    return Dictionary(grouping: indicators.indices) { indicators[leader[$0]].source }
      .sorted { $0.key < $1.key }
  }

  private func hidesWholeRows(_ positions: [Int], _ release: PublicRelease) -> Bool {
    positions.count > 1
      && release.figures.allSatisfy { zone, figures in
        guard communes.contains(zone.commune), zone.level != .commune else { return true }
        return Set(positions.map { figures[$0].status == "c" }).count == 1
      }
  }

  /// IRIS and unlocated add up to the commune, column by column and part by part.
  mutating func addSums(_ release: PublicRelease, _ zones: [PublicZone]) {
    guard let whole = zones.last, whole.level == .commune else { return }
    for (name, id) in Self.series(of: release) {
      let rows = zones.dropLast().map { zone in
        LinearSystem.Term(index(name, zone, release, indicator: id))
      }
      let total = index(name, whole, release, indicator: id)
      system.relate(rows + [.init(total, times: -1)])
    }
  }

  /// Every column of numbers that a release has or implies, with an indicator that speaks of it.
  static func series(of release: PublicRelease) -> [(name: String, indicator: String)] {
    var series: [String: String] = [:]
    for indicator in release.indicators {
      series[indicator.series] = indicator.id
      if let base = indicator.baseSeries { series[base] = indicator.id }
      for name in indicator.partSeries + indicator.basePartSeries {
        series[name] = indicator.id
      }
    }
    return series.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What one indicator leaves of another that contains it.
  mutating func addDifferences(_ zone: PublicZone, _ release: PublicRelease) {
    let indicators = release.indicators
    for outer in indicators {
      for inner in indicators
      where outer.source == inner.source && outer.vintage == inner.vintage
        && outer.parts.count > inner.parts.count + 1
        && Set(outer.parts).isSuperset(of: inner.parts) && !inner.parts.isEmpty
      {
        let name = "\(release.name)/\(outer.series)-\(inner.series)"
        if outer.isAmount { amountSeries.insert(name) }
        let rest = index(name, zone, release, indicator: outer.id, role: .implied)
        let (whole, part) = (
          index(outer.series, zone, release, indicator: outer.id),
          index(inner.series, zone, release, indicator: inner.id)
        )
        system.relate([.init(whole), .init(part, times: -1), .init(rest, times: -1)])
      }
    }
  }

  /// A printed change in percent ties two dates.
  mutating func addEvolution(
    _ cell: Int, _ figure: PublicFigure, _ indicator: PublicIndicator, _ zone: PublicZone,
    _ release: PublicRelease
  ) {
    guard let since = indicator.evolvesFrom, let text = figure.printed["evol"],
      let change = Double(text)
    else { return }
    let before = index("\(indicator.id)@\(since)", zone, release, indicator: indicator.id)
    let decimals = PublicFigure.decimals(of: text)
    let scale = (0..<decimals).reduce(2) { power, _ in power * 10 }
    let whole = Int((change * Double(scale)).rounded()) + 100 * scale
    system.relate(
      [.init(cell, times: 100 * scale), .init(before, times: 1 - whole)], from: 0, to: nil)
    system.relate(
      [.init(cell, times: 100 * scale), .init(before, times: -1 - whole)], from: nil, to: 0)
  }
}
