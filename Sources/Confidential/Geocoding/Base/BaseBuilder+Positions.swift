internal import Diagnostics
internal import Geometry
internal import Projection
internal import Territory

extension BaseBuilder {
  /// Gives metres to positions in degrees, and degrees to those in metres.
  func fillPositions(_ system: TerritorySystem) throws(Problem) {
    try fill(where: { !$0.isKnown && $0.hasDegrees }) { points throws(Problem) in
      try points.addMetres(system)
    }
    try fill(where: { $0.isKnown && !$0.hasDegrees }) { points throws(Problem) in
      try points.addDegrees(system)
    }
  }

  /// Completes the points of addresses and streets that lack something.
  private func fill(
    where isWanted: (PointRecord) -> Bool, _ body: (inout [PointRecord]) throws(Problem) -> Void
  ) throws(Problem) {
    let houses = addresses.indices.filter { isWanted(addresses[$0].point) }
    let places = streets.indices.filter { isWanted(streets[$0].point) }
    if houses.isEmpty && places.isEmpty { return }
    var points = houses.map { addresses[$0].point } + places.map { streets[$0].point }
    try body(&points)
    for (place, house) in houses.enumerated() { addresses[house].point = points[place] }
    for (place, street) in places.enumerated() {
      streets[street].point = points[houses.count + place]
    }
  }
}

extension [PointRecord] {
  fileprivate mutating func addMetres(_ system: TerritorySystem) throws(Problem) {
    let transformer = try Transformer<Geographic, Projected>(to: system)
    transform(by: transformer, from: { ($0.longitude, $0.latitude) }, 1e7, to: 100) { point, x, y in
      (point.x, point.y) = (x, y)
    }
  }

  fileprivate mutating func addDegrees(_ system: TerritorySystem) throws(Problem) {
    let transformer = try Transformer<Projected, Geographic>(from: system)
    transform(by: transformer, from: { ($0.x, $0.y) }, 100, to: 1e7) { point, x, y in
      (point.longitude, point.latitude) = (x, y)
    }
  }

  /// What cannot be transformed stays unknown.
  private mutating func transform<From, To>(
    by transformer: Transformer<From, To>, from read: (PointRecord) -> (Int32, Int32),
    _ unit: Double, to otherUnit: Double, _ put: (inout PointRecord, Int32, Int32) -> Void
  ) {
    var xs = map { Double(read($0).0) / unit }
    var ys = map { Double(read($0).1) / unit }
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in transformer.transform(xs: xs, ys: ys) }
    }
    for place in indices
    where xs[place].isFinite && abs(xs[place]) * otherUnit < 2e9 && abs(ys[place]) * otherUnit < 2e9
    {
      put(
        &self[place], Int32((xs[place] * otherUnit).rounded()),
        Int32((ys[place] * otherUnit).rounded()))
    }
  }
}
