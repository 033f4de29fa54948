internal import Boundaries
internal import Diagnostics
internal import Geocoding
internal import Geometry
internal import Tables
internal import Territory

/// By the address in clear, found in an address base.
struct AddressPlacer: RowPlacer {
  private let isApportioned: Bool
  private let reader: AddressReader
  private let territory: IrisTerritory
  private let geocoder: Geocoder
  private let special: SpecialAddresses
  private let decisions: Decisions

  /// - Parameters:
  ///   - places: where a block has the address's columns
  init(
    route: AddressRoute, places: [Int], territory: IrisTerritory,
    geocoder: Geocoder, special: SpecialAddresses, decisions: Decisions, zeros: CodeZeros
  ) {
    isApportioned = route.isApportioned
    reader = AddressReader(
      route.columns, places: places, zeros: route.columns.names.map { zeros[$0] })
    self.territory = territory
    self.geocoder = geocoder
    self.special = special
    self.decisions = decisions
  }

  func places(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) -> [Int] {
    placesAndShares(of: block, counts: counts, problems: &problems).places
  }

  /// The places, and the IRIS among which ambiguous rows are counted.
  func placesAndShares(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) -> (places: [Int], shares: [Int: [ApportionedShare]]) {
    let rows = placedRows(of: block, counts: counts, problems: &problems)
    return (rows.places, rows.shares)
  }

  /// A position counts only where the number was found: a street may cross the limit of an area.
  func placedRows(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) -> PlacedRows {
    let scratch = Geocoder.Scratch()
    var query = AddressQuery()
    var places: [Int] = []
    var shares: [Int: [ApportionedShare]] = [:]
    var positions: [Position<Projected>?] = []
    places.reserveCapacity(block.rowCount)
    for row in 0..<block.rowCount {
      let hasText = reader.fill(&query, from: block, row)
      let found = hasText ? geocoder.answer(to: query, with: scratch) : Answer()
      let answer =
        decisions.answer(insteadOf: found, to: row, of: block, reader, geocoder, scratch) ?? found
      positions.append(answer.exactPosition)
      if let kind = special.kind(of: answer), kind != .inside {
        problems.record(
          Wording.specialAddress(kind, at: block.place(of: row)))
        places.append(kind == .out ? counts.outside : place(ofCommuneIn: answer, counts))
        continue
      }
      places.append(place(of: answer, counts))
      if isApportioned, answer.placement.kind == .ambiguous { shares[row] = parts(of: answer) }
    }
    return PlacedRows(places: places, shares: shares, positions: positions)
  }

  private func place(of answer: Answer, _ counts: PlacedCounts) -> Int {
    switch answer.placement {
    case .iris(let iris): territory.ordinal(of: iris) ?? counts.place(of: iris.commune)
    case .ambiguous(let commune): counts.ambiguousPlace(of: commune)
    case .commune(let commune): counts.place(of: commune)
    case .outside: counts.outside
    case .unplaced: counts.unplaced
    }
  }

  private func place(ofCommuneIn answer: Answer, _ counts: PlacedCounts) -> Int {
    answer.commune.map(counts.place(of:)) ?? counts.unplaced
  }

  /// The shares in the IRIS of the territory; `nil` when the commune is not in it.
  private func parts(of answer: Answer) -> [ApportionedShare]? {
    let known = answer.iris.shares.compactMap { share in
      territory.ordinal(of: share.iris).map { (ordinal: $0, weight: share.weight) }
    }
    let parts = ApportionedShare.shares(known)
    return parts.isEmpty ? nil : parts
  }
}

extension Answer {
  /// Where the number is; `nil` for an address that is known less well.
  fileprivate var exactPosition: Geometry.Position<Projected>? {
    guard level == .housenumber || level == .interpolated, let position else { return nil }
    return .init(x: position.x, y: position.y)
  }
}
