internal import Geometry

/// The town as an SVG picture, for the eye of whoever changes the plan.
struct Picture {
  let svg: String

  init(_ drawing: Drawing, addresses: [Point] = []) {
    var parts = drawing.areas.map { area in
      let path = area.shape.rings.map { Self.path($0.positions) + "Z" }.joined()
      return
        "<path d=\"\(path)\" fill=\"\(Self.fill(area))\" stroke=\"#777\" stroke-width=\"3\" fill-rule=\"evenodd\"/>"
    }
    for arc in drawing.arcs where arc.kind != .limit {
      parts.append(
        "<path d=\"\(Self.path(arc.course.points))\" fill=\"none\" \(Self.stroke(arc.kind))/>")
    }
    for point in addresses {
      let place = Self.place(point)
      parts.append("<circle cx=\"\(place.0)\" cy=\"\(place.1)\" r=\"4.5\" fill=\"#222\"/>")
    }
    svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="-6600 -5200 13200 10000" width="2640">
      <rect x="-6600" y="-5200" width="13200" height="10000" fill="white"/>
      \(parts.joined(separator: "\n"))
      </svg>
      """
  }

  private static func place(_ point: Point) -> (Double, Double) {
    (
      ((point.x - TownPlan.origin.x) / TownPlan.unit * 10).rounded() / 10,
      ((TownPlan.origin.y - point.y) / TownPlan.unit * 10).rounded() / 10
    )
  }

  private static func path(_ points: [Point]) -> String {
    points.enumerated().map { index, point in
      let place = place(point)
      return "\(index == 0 ? "M" : "L")\(place.0) \(place.1)"
    }.joined()
  }

  private static func fill(_ area: Area) -> String {
    switch area.plan.style {
    case .old: "#f6d5c3"
    case .faubourg: "#f9e6cf"
    case .mixed: "#fbf3dc"
    case .estate: "#f3f2d8"
    case .towers: "#efd9e6"
    case .business: "#dcdce8"
    case .campus: "#d8e8ee"
    case .rural, .village: "#eef3e2"
    case .wild: "#cfe3c4"
    }
  }

  private static func stroke(_ kind: PlanLine.Kind) -> String {
    switch kind {
    case .river: "stroke=\"#5b9bd5\" stroke-width=\"28\""
    case .railway: "stroke=\"#333\" stroke-width=\"9\" stroke-dasharray=\"40 14\""
    case .avenue: "stroke=\"#d9822b\" stroke-width=\"12\""
    case .street, .path, .limit, .limitRoad: "stroke=\"#b9a27a\" stroke-width=\"7\""
    }
  }
}
