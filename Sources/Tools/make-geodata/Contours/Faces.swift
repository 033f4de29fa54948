internal import Geometry

/// The faces of the drawing: every border arc walked once on each side.
enum Faces {
  /// Closed rings; counter-clockwise ones bound a face from outside, clockwise ones are holes or
  /// the outer limit of everything.
  static func rings(of arcs: [Arc]) -> [Ring<Projected>] {
    let edges = arcs.flatMap {
      [Edge($0.from, $0.to, $0.contour), Edge($0.to, $0.from, $0.contour.reversed())]
    }
    let fans = Dictionary(grouping: edges.indices) { edges[$0].from }
      .mapValues { fan in fan.sorted { edges[$0].heading < edges[$1].heading } }
    var isWalked = [Bool](repeating: false, count: edges.count)
    var rings: [Ring<Projected>] = []
    for start in edges.indices where !isWalked[start] {
      var points: [Point] = []
      var edge = start
      repeat {
        isWalked[edge] = true
        points += edges[edge].points.dropLast()
        edge = follower(of: edge, edges, fans)
      } while edge != start
      rings.append(Ring(points + [points[0]]))
    }
    return rings
  }

  /// Turns as sharply to the left as the node allows: the face stays on the left.
  private static func follower(of edge: Int, _ edges: [Edge], _ fans: [String: [Int]]) -> Int {
    let twin = edge ^ 1
    guard let fan = fans[edges[twin].from], let place = fan.firstIndex(of: twin) else {
      preconditionFailure("an edge leaves the node that it starts from")
    }
    return fan[(place + fan.count - 1) % fan.count]
  }

  private struct Edge {
    let from: String
    let to: String
    let points: [Point]
    /// Grows with the direction of departure, counter-clockwise from the east, 0 ..< 4.
    let heading: Double

    init(_ from: String, _ to: String, _ points: [Point]) {
      self.from = from
      self.to = to
      self.points = points
      let dx = points[1].x - points[0].x, dy = points[1].y - points[0].y
      let sum = abs(dx) + abs(dy)
      heading =
        dy >= 0 ? (dx >= 0 ? dy / sum : 1 - dx / sum) : (dx < 0 ? 2 - dy / sum : 3 + dx / sum)
    }
  }
}
