internal import Geometry

/// How lines of each kind leave the ruler: a smooth curve through the hand-drawn stops, then detail.
enum Wandering {
  /// Two waves of sideways detail: amplitude and length, m.
  typealias Waves = (broad: (Double, Double), fine: (Double, Double))

  static func waves(_ kind: PlanLine.Kind) -> Waves {
    switch kind {
    case .river: ((9, 90), (1.8, 24))
    case .railway: ((0, 100), (0, 100))
    case .avenue: ((2.4, 110), (0.8, 22))
    case .street: ((4, 95), (1, 21))
    case .limitRoad: ((34, 150), (1, 21))
    case .path: ((8, 95), (1.6, 24))
    case .limit: ((0, 100), (0, 100))
    }
  }

  /// How coarse the contour is beside the line on the ground, m.
  static func tolerance(_ kind: PlanLine.Kind) -> Double {
    switch kind {
    case .river, .path: 0.45
    case .railway: 0.06
    case .avenue, .street: 0.16
    case .limit: 0.5
    case .limitRoad: 26
    }
  }

  /// The stretch between two stops as dense points, the first left out.
  static func stretch(
    _ kind: PlanLine.Kind, _ a: Point, _ b: Point, before: Point, after: Point,
    scale: Double, chance: inout Chance
  ) -> [Point] {
    if kind == .limit { return fractal(a, b, scale: scale, chance: &chance).dropFirst() + [] }
    let count = max(Int(a.distance(to: b) / 8), 4)
    return (1...count).map {
      spline(before, a, b, after, share: Double($0) / Double(count))
    }
  }

  /// Sideways detail between the two ends of an arc, which stay.
  static func detailed(
    _ points: [Point], _ kind: PlanLine.Kind, scale: Double, chance: inout Chance
  ) -> [Point] {
    let (broad, fine) = waves(kind)
    if broad.0 == 0 { return points }
    let course = Course(points)
    let samples = course.sampled(every: 7)
    var first = Swell(length: broad.1, over: course.length, chance: &chance)
    var second = Swell(length: fine.1, over: course.length, chance: &chance)
    return samples.enumerated().map { index, point in
      if index == 0 || index == samples.count - 1 { return point }
      let run = course.length * Double(index) / Double(samples.count - 1)
      let along = course.at(run).along
      let edge = min(run, course.length - run)
      let taper = min(edge / 35, 1)
      let shift = scale * taper * (broad.0 * first.height(run) + fine.0 * second.height(run))
      return point.moved(-along.y * shift, along.x * shift)
    }
  }

  /// Catmull–Rom through b and c with chord-length knots under the square root (centripetal).
  private static func spline(
    _ a: Point, _ b: Point, _ c: Point, _ d: Point, share: Double
  ) -> Point {
    let t1 = max(a.distance(to: b), 1).squareRoot()
    let t2 = t1 + max(b.distance(to: c), 1).squareRoot()
    let t3 = t2 + max(c.distance(to: d), 1).squareRoot()
    let t = t1 + (t2 - t1) * share
    let ab = mixed(a, b, 0, t1, t), bc = mixed(b, c, t1, t2, t), cd = mixed(c, d, t2, t3, t)
    return mixed(mixed(ab, bc, 0, t2, t), mixed(bc, cd, t1, t3, t), t1, t2, t)
  }

  private static func mixed(_ a: Point, _ b: Point, _ from: Double, _ to: Double, _ t: Double)
    -> Point
  {
    let share = (t - from) / (to - from)
    return Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
  }

  /// Field edges: each half breaks off sideways, down to the length of a field.
  private static func fractal(
    _ a: Point, _ b: Point, scale: Double, chance: inout Chance
  ) -> [Point] {
    let length = a.distance(to: b)
    if length < 34 { return [a, b] }
    let shift = min(max(chance.bell() * 0.11, -0.2), 0.2) * scale
    let lean = chance.between(-0.12, 0.12)
    let share = 0.5 + lean
    let middle = Point(
      x: a.x + (b.x - a.x) * share - (b.y - a.y) * shift,
      y: a.y + (b.y - a.y) * share + (b.x - a.x) * shift)
    return fractal(a, middle, scale: scale, chance: &chance)
      + fractal(middle, b, scale: scale, chance: &chance).dropFirst()
  }
}

/// A smooth wave of random heights in -1 ... 1, one for each length.
struct Swell {
  private let length: Double
  private let heights: [Double]

  init(length: Double, over total: Double, chance: inout Chance) {
    self.length = length
    var heights: [Double] = []
    for _ in 0..<(Int(total / length) + 3) { heights.append(chance.between(-1, 1)) }
    self.heights = heights
  }

  mutating func height(_ run: Double) -> Double {
    let index = Int(run / length)
    let share = run / length - Double(index)
    let smooth = share * share * (3 - 2 * share)
    return heights[index] + (heights[index + 1] - heights[index]) * smooth
  }
}
