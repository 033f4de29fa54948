internal import Boundaries
internal import Crosswalks
internal import Diagnostics
internal import Disclosure
internal import Files
internal import Rates
internal import Territory

extension Ledger {
  /// The map of an entry: its GeoJSON of IRIS, the shortest name first, before those of zonings.
  static func map(in entry: String) throws(Problem) -> String? {
    try FilePath.names(in: entry).filter { $0.hasSuffix(".geojson") && !$0.hasPrefix(".") }
      .min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.map { FilePath.join(entry, $0) }
  }

  /// By release, the ground whose IRIS were redrawn since.
  ///
  /// - Throws: what reading a map and comparing two editions throws
  func redrawn(on contours: Contours) throws(Problem) -> [[RedrawnGround]] {
    let communes = Set(contours.communes)
    return try zip(releases, maps).map { release, map throws(Problem) in
      let own = Set(release.rows.map(\.zone.commune)).intersection(communes)
      guard let map, !own.isEmpty else { return [] }
      let (old, _) = try Contours.read(
        map, edition: contours.edition, communes: own)
      let (crosswalk, _) = try Crosswalk.between(old, contours)
      return RedrawnGround.all(in: crosswalk)
    }
  }
}

extension RedrawnGround {
  /// The smallest groups of old and new IRIS that cover the same ground, those left out that stayed as
  /// they were.
  static func all(in crosswalk: Crosswalk) -> [RedrawnGround] {
    var grounds: [RedrawnGround] = []
    for link in crosswalk.links where !link.isSameIris {
      let touching = grounds.filter { $0.before.contains(link.old) || $0.now.contains(link.new) }
      grounds.removeAll(where: touching.contains)
      grounds.append(
        RedrawnGround(
          before: touching.reduce(into: [link.old]) { $0.formUnion($1.before) },
          now: touching.reduce(into: [link.new]) { $0.formUnion($1.now) }))
    }
    return grounds
  }
}

extension Link {
  fileprivate var isSameIris: Bool { change == .none || change == .renamed }
}
