internal import Geometry

/// A drawn line as positions, and what can be asked of it by the length run along it.
struct Course: Sendable {
  private(set) var points: [Point]
  /// Length from the start to each point, m.
  private let marks: [Double]

  init(_ points: [Point]) {
    precondition(points.count >= 2, "a course has a start and an end")
    self.points = points
    var marks = [0.0]
    for (a, b) in zip(points, points.dropFirst()) {
      marks.append(marks[marks.count - 1] + a.distance(to: b))
    }
    self.marks = marks
  }

  var length: Double { marks[marks.count - 1] }

  /// The position after some metres, and the direction there (unit vector).
  func at(_ run: Double) -> (point: Point, along: Point) {
    var index = marks.firstIndex { $0 >= run } ?? marks.count - 1
    index = max(index, 1)
    let a = points[index - 1], b = points[index]
    let span = max(marks[index] - marks[index - 1], 1e-9)
    let share = min(max((run - marks[index - 1]) / span, 0), 1)
    let point = Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
    return (point, Point(x: (b.x - a.x) / span, y: (b.y - a.y) / span))
  }

  /// Positions about every `step` metres, both ends kept.
  func sampled(every step: Double) -> [Point] {
    let count = max(Int((length / step).rounded()), 1)
    return (0...count).map { index in
      index == 0
        ? points[0]
        : index == count
          ? points[points.count - 1] : at(length * Double(index) / Double(count)).point
    }
  }
}

extension Course {
  /// The line without the points nearer than a tolerance to the simpler line; both ends kept.
  ///
  /// - Source: Douglas & Peucker 1973
  static func simplified(_ points: [Point], tolerance: Double) -> [Point] {
    var isKept = [Bool](repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var spans = [(0, points.count - 1)]
    while let (first, last) = spans.popLast() {
      guard let (index, distance) = farthest(points, first, last), distance > tolerance else {
        continue
      }
      isKept[index] = true
      spans += [(first, index), (index, last)]
    }
    return zip(points, isKept).compactMap { $1 ? $0 : nil }
  }

  private static func farthest(_ points: [Point], _ first: Int, _ last: Int) -> (Int, Double)? {
    guard last - first > 1 else { return nil }
    var best = (first, -1.0)
    for index in (first + 1)..<last {
      let distance = points[index].distance(toSegment: points[first], points[last])
      if distance > best.1 { best = (index, distance) }
    }
    return best
  }
}

extension Position where F == Projected {
  /// Metres to the nearest point of a segment.
  func distance(toSegment a: Self, _ b: Self) -> Double {
    let dx = b.x - a.x, dy = b.y - a.y
    let square = dx * dx + dy * dy
    let share = square == 0 ? 0 : min(max(((x - a.x) * dx + (y - a.y) * dy) / square, 0), 1)
    return distance(to: Self(x: a.x + share * dx, y: a.y + share * dy))
  }

  /// Halfway.
  func middle(_ other: Self) -> Self { Self(x: (x + other.x) / 2, y: (y + other.y) / 2) }

  func moved(_ dx: Double, _ dy: Double) -> Self { Self(x: x + dx, y: y + dy) }

  /// To the nearest decimetre, as IGN delivers.
  var atDecimetre: Self { Self(x: (x * 10).rounded() / 10, y: (y * 10).rounded() / 10) }
}
