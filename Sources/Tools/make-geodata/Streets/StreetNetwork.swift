internal import Geometry

/// Every street of the drawing: the drawn ones and those that cutting made.
struct StreetNetwork {
  private(set) var streets: [Street] = []

  init(_ drawing: Drawing, seed: UInt64) {
    let lines = TownPlan.borders + TownPlan.roads
    streets = Self.drawn(drawing, lines)
    for (index, area) in drawing.areas.enumerated() {
      let lands = Self.lands(area, seed: seed)
      let wish = CensusTarget.addresses[index] / Double(max(lands.count, 1))
      for (number, land) in lands.enumerated() {
        let chance = Chance(seed: seed, topic: "blocks \(area.plan.code) \(number)")
        let hamlet = land.isHamlet ? index * 10 + number : nil
        streets += Self.fitted(land, index, wish: wish, chance).map { $0.inHamlet(hamlet) }
      }
    }
  }

  /// The streets whose room for doors is nearest to what the inhabitants ask for.
  private static func fitted(
    _ land: Land, _ area: Int, wish: Double, _ chance: Chance
  ) -> [Street] {
    let grains = [0.4, 0.55, 0.75, 1, 1.35, 1.8, 2.4, 3.2, 4.3]
    let tries = grains.map {
      Blocks(land.ring, style: land.style, area: area, grain: $0, chance: chance)
    }
    let best = tries.min { abs($0.room - wish * 0.95) < abs($1.room - wish * 0.95) }
    return best?.streets ?? []
  }

  /// One street for each drawn line that is a road, its arcs end to end.
  private static func drawn(_ drawing: Drawing, _ lines: [PlanLine]) -> [Street] {
    lines.indices.filter { lines[$0].kind.isRoad }.map { line in
      let arcs = drawing.arcs.filter { $0.line == line }
      let points = arcs.reduce(into: [arcs[0].course.points[0]]) {
        $0 += $1.course.points.dropFirst()
      }
      let style: Style = lines[line].kind == .avenue ? .faubourg : .mixed
      return Street(
        course: Course(points), name: lines[line].name, style: style, rank: 0, area: nil,
        isLimit: lines[line].kind == .limitRoad)
    }
  }

  /// Ground to be cut into blocks.
  private struct Land {
    let ring: [Point]
    let style: Style
    let isHamlet: Bool
  }

  /// The built land of an area: all of it, or its patches.
  private static func lands(_ area: Area, seed: UInt64) -> [Land] {
    if area.plan.style == .wild { return [] }
    guard area.plan.patches.isEmpty else {
      return area.plan.patches.enumerated().map { number, patch in
        var chance = Chance(seed: seed, topic: "patch \(area.plan.code) \(number)")
        return Land(
          ring: patch.outline(&chance), style: patch.style, isHamlet: patch.style == .rural)
      }
    }
    return area.shape.polygons.map {
      Land(
        ring: Course.simplified($0.exterior.positions, tolerance: 6), style: area.plan.style,
        isHamlet: false)
    }
  }
}

extension Street {
  fileprivate func inHamlet(_ hamlet: Int?) -> Street {
    var street = self
    street.hamlet = hamlet
    return street
  }
}

extension PlanArea.Patch {
  /// A closed, roughly round outline of sixteen corners.
  fileprivate func outline(_ chance: inout Chance) -> [Point] {
    // One sixteenth of a turn, so that no sine is asked of the C library.
    let turn = (x: 0.923_879_532_511_286_7, y: 0.382_683_432_365_089_8)
    var ray = (x: 1.0, y: 0.0)
    var reach = chance.between(0.8, 1.1)
    var points: [Point] = []
    for _ in 0..<16 {
      reach = min(max(reach + chance.between(-0.22, 0.22), 0.65), 1.2)
      points.append(centre.moved(ray.x * reach * radius, ray.y * reach * radius))
      ray = (ray.x * turn.x - ray.y * turn.y, ray.x * turn.y + ray.y * turn.x)
    }
    return points + [points[0]]
  }
}
