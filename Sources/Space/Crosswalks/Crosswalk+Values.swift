public import Territory

extension Crosswalk {
  /// Populations of the old edition on the IRIS of the new.
  ///
  /// A value is a whole number of its own last binary places, and these are dealt out as units are: the
  /// parts of one IRIS add up to its value exactly, in any order.
  ///
  /// - Parameters:
  ///   - values: by old IRIS · 0 or more, finite; an IRIS without a value has none
  /// - Returns: by new IRIS; none where a part of it has none, or where nothing leads
  /// - Exactness: parts of one IRIS exact; parts of several added in code order, as doubles are
  public func carried(_ values: [Iris: Double]) -> [Iris: Double] {
    var sums: [Iris: Double] = [:]
    var unknown: Set<Iris> = []
    for old in oldIrises {
      let links = links(from: old)
      guard let value = values[old], value.isFinite, value >= 0 else {
        unknown.formUnion(links.filter { $0.share > .none }.map(\.new))
        continue
      }
      for (link, part) in zip(links, Self.parts(of: value, by: links.map(\.share.billionths))) {
        sums[link.new, default: 0] += part
      }
    }
    return sums.filter { !unknown.contains($0.key) }
  }

  private static func parts(of value: Double, by weights: [Int]) -> [Double] {
    guard weights.count > 1, value > 0 else { return weights.map { _ in value } }
    let units = Apportionment.parts(of: Int(value / value.ulp), by: weights)
    return units.map { Double($0) * value.ulp }
  }
}
