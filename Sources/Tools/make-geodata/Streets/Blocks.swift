internal import Geometry

/// Streets by cutting land in two until the blocks have the grain of the place.
///
/// Each cut runs across the longer way of what is left, a little askew and bent: what centuries of
/// inheritance do, and developers too.
struct Blocks {
  private let style: Style
  private let area: Int
  private let blockArea: Double
  private var chance: Chance
  private(set) var streets: [Street] = []

  /// - Parameters:
  ///   - land: a closed ring, counter-clockwise or not
  ///   - grain: how large the blocks are beside the usual ones of the style
  init(_ land: [Point], style: Style, area: Int, grain: Double, chance: Chance) {
    self.style = style
    blockArea = style.blockArea * grain
    self.area = area
    self.chance = chance
    cut(land, rank: 0)
  }

  /// Doors that the streets have room for.
  var room: Double {
    2 * streets.reduce(0) { $0 + max($1.course.length - 18, 0) } / (style.narrowestPlot * 1.07)
  }

  private mutating func cut(_ land: [Point], rank: Int) {
    let block = Ring<Projected>(land)
    let size = abs(block.doubledSignedArea) / 2
    guard rank < 11, size > blockArea * chance.between(0.75, 1.35) else { return }
    // A park, a school, a barracks: some blocks stay whole.
    if rank > 2, size < blockArea * 4, chance.happens(0.09) { return }
    guard let cut = Cut(through: land, askew: askew, chance: &chance) else { return }
    if cut.length > 28 {
      streets.append(
        Street(course: Course(cut.street), name: nil, style: style, rank: rank, area: area))
    }
    self.cut(cut.left, rank: rank + 1)
    self.cut(cut.right, rank: rank + 1)
  }

  private var askew: Double {
    switch style {
    case .old: 0.22
    case .faubourg, .mixed: 0.1
    case .business, .towers, .campus: 0.05
    case .estate, .rural, .village, .wild: 0.16
    }
  }
}

/// A chord across a block and the two parts on its sides.
struct Cut {
  let street: [Point]
  private(set) var left: [Point] = []
  private(set) var right: [Point] = []

  var length: Double { street[0].distance(to: street[street.count - 1]) }

  /// - Returns: `nil` when the block is too twisted to be cut
  init?(through land: [Point], askew: Double, chance: inout Chance) {
    let open = Array(land.dropLast())
    guard open.count >= 3 else { return nil }
    let axis = Axis(of: open)
    let middle = axis.centre.moved(
      axis.along.x * axis.spread * chance.between(-0.28, 0.28),
      axis.along.y * axis.spread * chance.between(-0.28, 0.28))
    let tilt = chance.bell() * askew
    let across = Point(
      x: -axis.along.y + axis.along.x * tilt, y: axis.along.x + axis.along.y * tilt)
    guard let (first, last) = Self.chord(open, through: middle, towards: across) else { return nil }
    let bend = chance.bell() * 0.035
    let centre = first.point.middle(last.point).moved(
      -(last.point.y - first.point.y) * bend, (last.point.x - first.point.x) * bend)
    street = Self.smoothed(first.point, centre, last.point)
    let low = min(first.edge, last.edge), high = max(first.edge, last.edge)
    let way = first.edge < last.edge ? street : street.reversed()
    left = Array(open[(low + 1)...high]) + way.reversed()
    left.append(left[0])
    right = Array(open[(high + 1)...]) + open[...low] + way
    right.append(right[0])
  }

  private typealias Hit = (edge: Int, point: Point, run: Double)

  /// The two crossings of a straight line with the outline on both sides of its middle.
  private static func chord(
    _ open: [Point], through middle: Point, towards: Point
  ) -> (Hit, Hit)? {
    var before: Hit?
    var after: Hit?
    for index in open.indices {
      let a = open[index], b = open[(index + 1) % open.count]
      let sideA = towards.x * (a.y - middle.y) - towards.y * (a.x - middle.x)
      let sideB = towards.x * (b.y - middle.y) - towards.y * (b.x - middle.x)
      guard (sideA > 0) != (sideB > 0) else { continue }
      let share = sideA / (sideA - sideB)
      let point = Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
      let run = (point.x - middle.x) * towards.x + (point.y - middle.y) * towards.y
      if run < 0, run > before?.run ?? -.infinity { before = (index, point, run) }
      if run >= 0, run < after?.run ?? .infinity { after = (index, point, run) }
    }
    guard let before, let after, before.edge != after.edge else { return nil }
    return (before, after)
  }

  /// A shallow curve through three points.
  private static func smoothed(_ a: Point, _ m: Point, _ b: Point) -> [Point] {
    let peak = Point(x: 2 * m.x - (a.x + b.x) / 2, y: 2 * m.y - (a.y + b.y) / 2)
    let count = max(Int(a.distance(to: b) / 30), 2)
    return (0...count).map { index in
      let t = Double(index) / Double(count), u = 1 - t
      return Point(
        x: u * u * a.x + 2 * u * t * peak.x + t * t * b.x,
        y: u * u * a.y + 2 * u * t * peak.y + t * t * b.y)
    }
  }
}

/// Where a block lies and which way it is long: the first principal axis of its outline.
private struct Axis {
  let centre: Point
  /// Unit vector.
  let along: Point
  /// Half length on the axis, m.
  let spread: Double

  init(of outline: [Point]) {
    let samples = Course(outline + [outline[0]]).sampled(every: 12).dropLast()
    let count = Double(samples.count)
    let centre = Point(
      x: samples.reduce(0) { $0 + $1.x } / count, y: samples.reduce(0) { $0 + $1.y } / count)
    var xx = 0.0, xy = 0.0, yy = 0.0
    for point in samples {
      let dx = point.x - centre.x, dy = point.y - centre.y
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
    let half = (xx - yy) / 2
    let root = (half * half + xy * xy).squareRoot()
    let raw = half > 0 ? Point(x: half + root, y: xy) : Point(x: xy, y: root - half)
    let norm = max((raw.x * raw.x + raw.y * raw.y).squareRoot(), 1e-9)
    let along = Point(x: raw.x / norm, y: raw.y / norm)
    self.centre = centre
    self.along = along
    spread =
      samples.map { abs(($0.x - centre.x) * along.x + ($0.y - centre.y) * along.y) }.max() ?? 0
  }
}
