internal import Geometry

/// Contours on the sheet of a figure: whole numbers, y downwards.
struct MapView: Sendable {
  /// Width of the map on the sheet.
  let width: Int
  /// Height of the map on the sheet.
  let height: Int
  /// Path data of each area, from the corner of the map.
  let paths: [String]
  /// Inside each area, as far from its sides as one line of scanning tells.
  let anchors: [Anchor]

  /// Where a circle or a name stands.
  struct Anchor: Sendable, Hashable {
    let x: Int
    let y: Int
    /// How much room there is to the left and right together.
    let room: Int
    /// How much room there is above and below together, the smaller side counted twice.
    let headroom: Int
  }

  /// Units of the sheet in one metre.
  let scale: Double

  /// The map of some shapes in a box, in their proportions.
  ///
  /// - Parameters:
  ///   - detail: squared units of the sheet; triangles under it are dropped
  init(_ shapes: [Shape<Projected>], width most: Int, height tallest: Int, detail: Double) {
    var box = Envelope<Projected>.empty
    for shape in shapes { box.cover(shape.envelope) }
    if box.isEmpty { box.cover(Position(x: 0, y: 0)) }
    let (across, up) = (max(1, box.maxX - box.minX), max(1, box.maxY - box.minY))
    scale = min(Double(most) / across, Double(tallest) / up)
    width = Int((across * scale).rounded(.up))
    height = Int((up * scale).rounded(.up))
    let light = GeneralisedMap(shapes, under: detail / (scale * scale)).shapes
    let sheet = Sheet(left: box.minX, top: box.maxY, scale: scale)
    paths = light.map(sheet.path)
    anchors = light.map(sheet.anchor)
  }

  /// From metres to the sheet.
  private struct Sheet {
    let left: Double
    let top: Double
    let scale: Double

    func place(_ position: Position<Projected>) -> (x: Int, y: Int) {
      (
        Int(((position.x - left) * scale).rounded()), Int(((top - position.y) * scale).rounded())
      )
    }

    func path(_ shape: Shape<Projected>) -> String {
      var text = ""
      for ring in shape.rings {
        var last = (x: 0, y: 0)
        for (index, position) in ring.positions.dropLast().enumerated() {
          let here = place(position)
          if index == 0 {
            text += "M\(here.x) \(here.y)l"
          } else if here != last {
            let (dx, dy) = (here.x - last.x, here.y - last.y)
            if text.last != "l" && dx >= 0 { text += " " }
            text += "\(dx)" + (dy < 0 ? "" : " ") + "\(dy)"
          }
          last = here
        }
        text += "z"
      }
      return text
    }

    /// The middle of the widest stretch of some level lines of the largest part.
    func anchor(_ shape: Shape<Projected>) -> Anchor {
      let largest = shape.polygons.max {
        abs($0.exterior.doubledSignedArea) < abs($1.exterior.doubledSignedArea)
      }
      guard let largest else { return Anchor(x: 0, y: 0, room: 0, headroom: 0) }
      let box = largest.exterior.envelope
      var best = (x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2, room: 0.0)
      for share in [0.5, 0.42, 0.58, 0.34, 0.66] {
        let y = box.minY + (box.maxY - box.minY) * share
        let crossings = Self.crossings(of: largest.rings, at: y)
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          let room = crossings[pair + 1] - crossings[pair]
          if room > best.room * 1.15 {
            best = ((crossings[pair] + crossings[pair + 1]) / 2, y, room)
          }
        }
      }
      let here = place(Position(x: best.x, y: best.y))
      let headroom = Self.headroom(of: largest.rings, at: (best.x, best.y))
      return Anchor(
        x: here.x, y: here.y, room: Int(best.room * scale), headroom: Int(headroom * scale))
    }

    /// Twice the way to the nearest border above or below.
    private static func headroom(
      of rings: [Ring<Projected>], at place: (x: Double, y: Double)
    ) -> Double {
      var nearest = Double.infinity
      for ring in rings {
        for (a, b) in zip(ring.positions, ring.positions.dropFirst())
        where (a.x <= place.x) != (b.x <= place.x) {
          let y = a.y + (place.x - a.x) / (b.x - a.x) * (b.y - a.y)
          nearest = min(nearest, abs(y - place.y))
        }
      }
      return nearest.isFinite ? 2 * nearest : 0
    }

    private static func crossings(of rings: [Ring<Projected>], at y: Double) -> [Double] {
      var xs: [Double] = []
      for ring in rings {
        for (a, b) in zip(ring.positions, ring.positions.dropFirst())
        where (a.y <= y) != (b.y <= y) {
          xs.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        }
      }
      return xs.sorted()
    }
  }
}
