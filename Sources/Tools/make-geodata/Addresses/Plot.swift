internal import Geometry

/// A piece of land that faces a street: where a door may stand.
struct Plot: Sendable {
  /// Index in the network.
  let street: Int
  /// Metres from the start of the street.
  let run: Double
  let isLeft: Bool
  /// Middle of the street before the door.
  let foot: Point
  let door: Point
  /// Index of the area under the door.
  let area: Int
}

extension Plot {
  /// Every plot that the streets have room for, street by street, left side first.
  static func all(_ network: StreetNetwork, _ drawing: Drawing, seed: UInt64) -> [Plot] {
    let ground = Ground(drawing)
    return network.streets.enumerated().flatMap { index, street in
      var chance = Chance(seed: seed, topic: "plots \(index)")
      return [true, false].flatMap { isLeft in
        along(street, index, isLeft: isLeft, ground, &chance)
      }
    }
  }

  private static func along(
    _ street: Street, _ index: Int, isLeft: Bool, _ ground: Ground, _ chance: inout Chance
  ) -> [Plot] {
    var plots: [Plot] = []
    var run = chance.between(7, 13)
    while run < street.course.length - 7 {
      let (foot, along) = street.course.at(run)
      let setback = chance.between(street.style.setback.near, street.style.setback.far)
      let side = isLeft ? setback : -setback
      let door = foot.moved(-along.y * side, along.x * side)
      // The contour strays from a road on a limit; farther from it there is no doubt.
      let depth = street.isLimit ? (isLeft ? 45 : -45) : side
      let place = foot.moved(-along.y * depth, along.x * depth)
      if let area = ground.area(at: place), ground.isDry(door, within: 17) {
        plots.append(
          Plot(street: index, run: run, isLeft: isLeft, foot: foot, door: door, area: area))
      }
      run += street.style.narrowestPlot * chance.between(0.8, 1.35)
    }
    return plots
  }
}

/// The ground under the doors.
private struct Ground {
  private let areas: [Area]
  private let obstacles: [(Point, Point)]

  init(_ drawing: Drawing) {
    areas = drawing.areas
    let lines = drawing.arcs.filter { $0.kind == .river || $0.kind == .railway }
    obstacles = lines.flatMap { zip($0.contour, $0.contour.dropFirst()) }
  }

  func area(at point: Point) -> Int? { areas.firstIndex { $0.contains(point) } }

  /// Whether neither water nor rails are near.
  func isDry(_ point: Point, within margin: Double) -> Bool {
    !obstacles.contains { a, b in
      min(a.x, b.x) - margin < point.x && point.x < max(a.x, b.x) + margin
        && min(a.y, b.y) - margin < point.y && point.y < max(a.y, b.y) + margin
        && point.distance(toSegment: a, b) < margin
    }
  }
}
