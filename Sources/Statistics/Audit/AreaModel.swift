/// What a release says of other zonings in some communes: areas, and the pieces of IRIS that they cut.
struct AreaModel {
  /// A piece of an IRIS: one area of each zoning.
  struct Piece {
    let iris: PublicZone
    /// In the order of the zonings; empty for none.
    let areas: [String]
    /// As a zone of the model.
    let zone: PublicZone
  }

  /// The areas that the release shows, as zones, sorted.
  let zones: [PublicZone]
  /// By IRIS that is cut, its pieces.
  private(set) var pieces: [PublicZone: [Piece]] = [:]
  private let zonings: [PublicZoning]
  private let irises: [PublicZone]
  private let communes: [PublicZone]

  init(_ release: PublicRelease, _ communes: Set<String>) {
    let here = release.figures.keys.filter { communes.contains($0.commune) }.sorted()
    irises = here.filter { $0.level == .iris }
    self.communes = here.filter { $0.level == .commune }
    zonings = release.zonings
    zones = release.zonings.flatMap { zoning in
      zoning.communes.filter { !$0.value.isDisjoint(with: communes) }.keys
        .map { PublicZone(area: "\(zoning.id) \($0)") }
    }.filter { release.figures[$0] != nil }.sorted()
    for iris in irises {
      let keys = zonings.map { $0.options(of: iris) }.reduce([[]]) { keys, options in
        keys.flatMap { key in options.map { key + [$0] } }
      }
      guard keys.count > 1 else { continue }
      pieces[iris] = keys.map { key in
        Piece(
          iris: iris, areas: key,
          zone: PublicZone(area: "\(iris.code) ∩ \(key.joined(separator: " ∩ "))"))
      }
    }
  }

  /// Every piece, in the order of the IRIS.
  var allPieces: [Piece] { irises.flatMap { pieces[$0] ?? [] } }

  /// What an area is made of: whole IRIS, whatever other zonings cut, or communes; and pieces of the
  /// IRIS that its own zoning cuts.
  func members(of area: PublicZone) -> (whole: [PublicZone], pieces: [Piece]) {
    for (index, zoning) in zonings.enumerated() {
      guard let code = area.code(in: zoning.id) else { continue }
      let whole = irises.filter { zoning.options(of: $0) == [code] }
      let towns = communes.filter { zoning.areaOfCommune[$0.code] == code }
      let own = allPieces.filter {
        $0.areas[index] == code && zoning.options(of: $0.iris).count > 1
      }
      return (whole + towns, own)
    }
    return ([], [])
  }
}

extension PublicZone {
  /// The code of an area in its zoning; `nil` for one of another.
  fileprivate func code(in zoning: String) -> String? {
    code.hasPrefix(zoning + " ") ? String(code.dropFirst(zoning.utf8.count + 1)) : nil
  }
}

extension CommuneModel {
  /// Areas are sums of IRIS and pieces, series by series; what an area leaves of the IRIS that it
  /// touches, and has beside those inside it, is implied.
  mutating func add(_ areas: AreaModel, _ release: PublicRelease) {
    if areas.zones.isEmpty { return }
    for (name, id) in Self.series(of: release) {
      for piece in areas.allPieces {
        _ = index(name, piece.zone, release, indicator: id, role: .implied)
      }
      for (iris, pieces) in areas.pieces.sorted(by: { $0.key < $1.key }) {
        let terms = pieces.map { term(name, $0.zone, release, id) }
        system.relate(terms + [term(name, iris, release, id, times: -1)])
      }
      for area in areas.zones { add(area, of: areas, name, id, release) }
    }
    for indicator in release.indicators {
      for piece in areas.allPieces {
        divide(
          indicator.series, into: indicator.partSeries, piece, release, indicator.id)
        guard let base = indicator.baseSeries else { continue }
        divide(base, into: indicator.basePartSeries, piece, release, indicator.id)
      }
    }
  }

  private mutating func add(
    _ area: PublicZone, of areas: AreaModel, _ name: String, _ id: String, _ release: PublicRelease
  ) {
    let (whole, pieces) = areas.members(of: area)
    let own = term(name, area, release, id)
    let parts = whole + pieces.map(\.zone)
    system.relate([own] + parts.map { term(name, $0, release, id, times: -1) })
    let cut = Set(pieces.map(\.iris)).sorted()
    guard !cut.isEmpty, !name.contains("/") else { return }
    let beside = term(name, .init(area: "\(area.code) hors IRIS entiers"), release, id, times: -1)
    let around = term(name, .init(area: "autour de \(area.code)"), release, id, times: -1)
    system.relate([own, beside] + whole.map { term(name, $0, release, id, times: -1) })
    system.relate(
      cut.map { term(name, $0, release, id) } + [.init(beside.cell, times: -1), around])
    for cell in [beside.cell, around.cell] { system.setRole(.implied, of: cell) }
  }

  private mutating func divide(
    _ series: String, into parts: [String], _ piece: AreaModel.Piece, _ release: PublicRelease,
    _ id: String
  ) {
    if parts.isEmpty { return }
    let terms = parts.map { term($0, piece.zone, release, id, times: -1) }
    system.relate([term(series, piece.zone, release, id)] + terms)
  }

  private mutating func term(
    _ series: String, _ zone: PublicZone, _ release: PublicRelease, _ id: String, times: Int = 1
  ) -> LinearSystem.Term {
    .init(index(series, zone, release, indicator: id), times: times)
  }
}
