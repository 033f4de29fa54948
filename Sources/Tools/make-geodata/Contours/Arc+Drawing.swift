internal import Geometry

extension Arc {
  /// The arcs of all lines, in the order of the plan.
  ///
  /// - Parameters:
  ///   - scale: 1 for the full detail; less calms the lines down when some of them cross
  static func drawn(_ lines: [PlanLine], seed: UInt64, scale: Double) -> [Arc] {
    lines.enumerated().flatMap { index, line in
      var chance = Chance(seed: seed, topic: "line \(index) \(line.name)")
      return arcs(of: line, index: index, scale: scale, chance: &chance)
    }
  }

  private static func arcs(
    of line: PlanLine, index: Int, scale: Double, chance: inout Chance
  ) -> [Arc] {
    let stops = line.stops.map(position)
    var arcs: [Arc] = []
    var start = name(line.stops[0], line: index, stop: 0)
    var points = [stops[0]]
    for next in 1..<stops.count {
      points += Wandering.stretch(
        line.kind, stops[next - 1], stops[next], before: stops[max(next - 2, 0)],
        after: stops[min(next + 1, stops.count - 1)], scale: scale, chance: &chance)
      guard case .node = line.stops[next] else {
        if next == stops.count - 1 { finish(next) }
        continue
      }
      finish(next)
    }
    return arcs

    func finish(_ stop: Int) {
      let end = name(line.stops[stop], line: index, stop: stop)
      let ground = Wandering.detailed(points, line.kind, scale: scale, chance: &chance)
      let tolerance = Wandering.tolerance(line.kind)
      arcs.append(
        Arc(
          line: index, kind: line.kind, from: start, to: end, isBorder: line.isBorder,
          course: Course(ground),
          contour: deduplicated(Course.simplified(ground, tolerance: tolerance).map(\.atDecimetre)))
      )
      start = end
      points = [stops[stop]]
    }
  }

  private static func deduplicated(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    for point in points where kept.last != point { kept.append(point) }
    return kept
  }

  private static func position(_ stop: PlanLine.Stop) -> Point {
    switch stop {
    case .point(let point): return point
    case .node(let name):
      guard let point = TownPlan.nodes[name] else {
        preconditionFailure("the plan has no node \(name)")
      }
      return point
    }
  }

  private static func name(_ stop: PlanLine.Stop, line: Int, stop number: Int) -> String {
    if case .node(let name) = stop { return name }
    return "\(line)/\(number)"
  }
}
