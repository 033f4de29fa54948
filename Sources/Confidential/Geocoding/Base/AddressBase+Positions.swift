public import Geometry
public import Territory

extension AddressBase {
  /// Where the houses of a commune are, each once, at its surest position: what one zoning is weighed
  /// against another by.
  ///
  /// - Returns: metres in the base's projected system, in the order of streets and numbers; those
  ///   without position left out; empty for a commune that the base does not know
  /// - Exactness: to the centimetre
  public func positions(in commune: Commune) -> [Position<Projected>] {
    guard let index = communeIndex(of: commune.packedText) else { return [] }
    return communeRecords[index].streets.range.flatMap { street in
      let range = addresses.clamped(streets[street].addresses)
      return range.filter { $0 == range.lowerBound || !isSameHouse($0 - 1, $0) }
        .compactMap { position(addresses[$0].point) }
        .map { Position<Projected>(x: $0.x, y: $0.y) }
    }
  }

  private func isSameHouse(_ first: Int, _ second: Int) -> Bool {
    addresses[first].number == addresses[second].number
      && addresses[first].suffix == addresses[second].suffix
  }
}
