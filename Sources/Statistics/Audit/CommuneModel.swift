/// Everything public of some communes, release over release, as a linear system: one commune, or those
/// that an area of another zoning ties.
struct CommuneModel {
  /// What the attacker takes for granted beside the figures.
  struct Assumption {
    /// That a share is at most its census population, when that is no small estimate.
    var trustsCensus = true
    /// That a withheld number holds somebody where zeros are shown.
    var trustsStatus = true
    /// That old and new IRIS of the same ground hold the same persons: a house beside the border may
    /// have changed sides.
    var trustsEditions = true

    /// From the boldest to the most careful: the first that nothing contradicts is taken.
    static let all = [true, false].flatMap { editions in
      [(true, true), (false, true), (true, false), (false, false)].map { census, status in
        Assumption(trustsCensus: census, trustsStatus: status, trustsEditions: editions)
      }
    }
  }

  /// Where a cell is said to be withheld, or follows from.
  struct Origin: Hashable {
    let release: String
    let indicator: String
    let zone: PublicZone
    let series: String
  }

  var system = LinearSystem()
  /// By cell.
  private(set) var origins: [Origin] = []
  /// What two releases do not agree on.
  private(set) var breaches: Set<Breach> = []
  private var indexOf: [String: Int] = [:]
  private var statuses: [Int: Set<Bool>] = [:]
  /// Series of euros, not of persons.
  var amountSeries: Set<String>
  /// What the audited release says of its indicators.
  let indicators: [PublicIndicator]
  let communes: Set<String>
  let promise: Promise
  let assumption: Assumption
  private let editions: Editions
  private let placeOf: [String: Int]
  private let signatures: [String: String]

  init(
    _ communes: Set<String>, _ releases: [PublicRelease], _ promise: Promise,
    _ assumption: Assumption, editions: Editions = Editions()
  ) {
    self.editions = editions
    indicators = releases.first?.indicators ?? []
    let amounts = releases.flatMap(\.indicators).filter(\.isAmount)
    amountSeries = Set(amounts.flatMap { [$0.series] + $0.partSeries })
    signatures = Dictionary(releases.map { ($0.name, $0.zonings.signature) }) { first, _ in first }
    placeOf = Dictionary(releases.enumerated().map { ($1.name, $0) }) { first, _ in first }
    self.communes = communes
    self.promise = promise
    self.assumption = assumption
    for release in releases { add(release) }
    if assumption.trustsEditions { tie(releases) }
    settleRoles()
  }

  /// The cells that are still withheld, and those that follow.
  var targets: [Int] { system.cells.indices.filter { system.cells[$0].role != .plain } }

  /// Whether a cell holds euros.
  func isAmount(_ cell: Int) -> Bool { amountSeries.contains(origins[cell].series) }

  /// Whether some do: their interval is followed to its ends, whatever its size.
  var hasAmounts: Bool { !amountSeries.isEmpty }

  private mutating func add(_ release: PublicRelease) {
    let areas = AreaModel(release, communes)
    let zones =
      release.figures.keys.filter { communes.contains($0.commune) }.sorted() + areas.zones
    for (index, indicator) in release.indicators.enumerated() {
      for zone in zones { addCount(index, indicator, zone, release) }
      for zone in zones where indicator.baseSeries != nil {
        addBase(index, indicator, zone, release)
      }
    }
    for zone in zones { relate(zone, release) }
    for zone in zones + areas.allPieces.map(\.zone) { link(zone, release) }
    for commune in communes.sorted() {
      addSums(release, zones.filter { $0.commune == commune })
    }
    add(areas, release)
    for zone in zones { addDifferences(zone, release) }
  }
}

// MARK: - Cells

extension CommuneModel {
  mutating func index(
    _ series: String, _ zone: PublicZone, _ release: PublicRelease, indicator: String,
    role: LinearSystem.Role = .plain
  ) -> Int {
    let name = "\(series)|\(key(of: zone, in: release))"
    if let index = indexOf[name] { return index }
    let index = system.add(name, role: role)
    indexOf[name] = index
    origins.append(
      Origin(release: release.name, indicator: indicator, zone: zone, series: series))
    return index
  }

  /// What a zone is called among those of all releases: a redrawn IRIS, or an area made of others than
  /// before, is another zone.
  private func key(of zone: PublicZone, in release: PublicRelease) -> String {
    switch zone.level {
    case .iris: editions.key(of: zone.code, in: placeOf[release.name] ?? 0)
    case .area: "\(zone.name)#\(signatures[release.name, default: ""])"
    case .unlocated, .commune: zone.name
    }
  }

  /// Redrawn IRIS that cover the same ground, column by column.
  private mutating func tie(_ releases: [PublicRelease]) {
    for tie in editions.ties {
      let (old, new) = (releases[tie.releases.0], releases[tie.releases.1])
      let shared = Set(Self.series(of: old).map(\.name)).intersection(
        Self.series(of: new).map(\.name))
      let zones = (old.irises(tie.codes.0, in: communes), new.irises(tie.codes.1, in: communes))
      guard zones.0.count == tie.codes.0.count, zones.1.count == tie.codes.1.count else { continue }
      for (name, id) in Self.series(of: new) where shared.contains(name) {
        let left = zones.0.map { LinearSystem.Term(index(name, $0, old, indicator: id)) }
        let right = zones.1.map {
          LinearSystem.Term(index(name, $0, new, indicator: id), times: -1)
        }
        system.relate(left + right)
      }
    }
  }

  func figure(_ index: Int, _ zone: PublicZone, _ release: PublicRelease) -> PublicFigure {
    release.figures[zone]?[index] ?? PublicFigure(status: "m")
  }

  private mutating func addCount(
    _ position: Int, _ indicator: PublicIndicator, _ zone: PublicZone, _ release: PublicRelease
  ) {
    let cell = index(indicator.series, zone, release, indicator: indicator.id)
    let figure = figure(position, zone, release)
    if let count = figure.count {
      if !indicator.isAmount { mind(count, figure, cell, indicator, release) }
      show(count, cell)
    } else if figure.status == "x" {
      show(0, cell)
    } else {
      if figure.status == "c" { statuses[cell, default: []].insert(true) }
      if let counts = figure.counts(indicator) {
        system.narrow(cell, from: counts.lowerBound, to: counts.upperBound)
      }
      bound(cell, figure, indicator)
    }
    addEvolution(cell, figure, indicator, zone, release)
  }

  private mutating func bound(
    _ cell: Int, _ figure: PublicFigure, _ indicator: PublicIndicator
  ) {
    guard assumption.trustsCensus, indicator.isShare, indicator.baseSource == nil,
      let base = figure.base, base >= Double(promise.threshold(of: indicator.id))
    else { return }
    system.narrow(cell, from: 0, to: Int(base))
  }

  private mutating func addBase(
    _ position: Int, _ indicator: PublicIndicator, _ zone: PublicZone, _ release: PublicRelease
  ) {
    guard let series = indicator.baseSeries else { return }
    let cell = index(series, zone, release, indicator: indicator.id)
    let figure = figure(position, zone, release)
    if let base = figure.base.flatMap({ Int(exactly: $0) }) {
      mind(base, figure, cell, indicator, release)
      show(base, cell)
    } else {
      if figure.status == "c" { statuses[cell, default: []].insert(true) }
      if let bases = figure.bases(indicator) {
        system.narrow(cell, from: bases.lowerBound, to: bases.upperBound)
      }
    }
  }

  /// What the audited release itself may not show.
  private mutating func mind(
    _ number: Int, _ figure: PublicFigure, _ cell: Int, _ indicator: PublicIndicator,
    _ release: PublicRelease
  ) {
    guard placeOf[release.name] == 0, figure.status != "x" else { return }
    let isNobody = number == 0 && promise.zerosAreWithheld && figure.base.map { $0 > 0 } ?? true
    if isNobody || (1..<promise.threshold(of: indicator.id)).contains(number) {
      breaches.insert(Breach(.shownSmall, site(cell)))
    }
  }

  private mutating func show(_ value: Int, _ cell: Int) {
    statuses[cell, default: []].insert(false)
    let known = system.cells[cell]
    if known.lower == known.upper && known.lower != value {
      breaches.insert(Breach(.revised, site(cell)))
    } else {
      system.narrow(cell, from: value, to: value)
    }
  }

  func site(_ cell: Int) -> Breach.Site {
    let origin = origins[cell]
    return Breach.Site(
      release: origin.release, indicator: origin.indicator, zone: origin.zone.name)
  }

  /// Withheld is what some release withholds and none shows.
  private mutating func settleRoles() {
    for (cell, shown) in statuses where shown.contains(true) {
      if shown.contains(false) {
        breaches.insert(Breach(.shownElsewhere, site(cell)))
      } else {
        system.setRole(.withheld, of: cell)
      }
    }
  }
}
