internal import Boundaries
internal import Locating
internal import Territory

/// The IRIS that may own an address, at least one.
struct IrisGuard: Sendable {
  let candidates: Candidates
  /// The IRIS, where there is one only.
  let only: Int?

  /// - Returns: `nil` when the contours know none of the communes
  init?(_ codes: [UInt64], _ territory: IrisTerritory) {
    let ranges = codes.compactMap { Commune(packedText: $0) }
      .compactMap { territory.ordinals(of: $0) }
    candidates = Candidates(ranges.joined())
    if candidates.isEmpty { return nil }
    only = candidates.count == 1 ? ranges[0].lowerBound : nil
  }
}

/// The commune guard: which IRIS may own the addresses of each commune.
///
/// Contours older than the address base still have the communes that were merged since: theirs count
/// as the merged commune's, and a street that says its commune of before is theirs alone. A commune
/// that the contours do not know owns nothing: its addresses get no IRIS of a neighbour.
struct IrisGuards: Sendable {
  private let byCommune: [IrisGuard?]
  private let byOldCode: [UInt32: IrisGuard]

  init(_ builder: BaseBuilder, _ territory: IrisTerritory) {
    byCommune = builder.communes.map { record in
      IrisGuard([record.code] + builder.absorbed[record.code, default: []], territory)
    }
    let old = Set(builder.streets.map(\.oldCommune)).subtracting([0])
    byOldCode = old.reduce(into: [:]) { found, code in
      found[code] = IrisGuard([AddressBase.unpacked(code)], territory)
    }
  }

  /// `nil` when the contours know neither the commune nor one that it was made of.
  func of(commune index: Int) -> IrisGuard? { byCommune[index] }

  /// `nil` when the contours know neither the street's commune nor one that it was made of.
  func of(_ street: StreetRecord) -> IrisGuard? {
    byOldCode[street.oldCommune] ?? byCommune[Int(street.commune)]
  }
}
