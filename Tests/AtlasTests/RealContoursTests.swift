import Boundaries
import Geometry
import Territory
import TestSupport
import Testing

@testable import Atlas

/// The maps of three real territories: light, and every IRIS with its area and its neighbours.
@Suite(.enabled(if: RealData.isPresent)) struct RealContoursTests {
  private struct Side: Hashable {
    let a: Position<Projected>
    let b: Position<Projected>

    init(_ a: Position<Projected>, _ b: Position<Projected>) {
      (self.a, self.b) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
    }
  }

  private struct Pair: Hashable {
    let low: Int
    let high: Int
  }

  /// Areas that have a side in common.
  private func neighbours(_ shapes: [Shape<Projected>]) -> Set<Pair> {
    var owners: [Side: Int] = [:]
    var pairs: Set<Pair> = []
    for (index, shape) in shapes.enumerated() {
      for ring in shape.rings {
        for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
          if let other = owners[Side(a, b)], other != index {
            pairs.insert(Pair(low: min(other, index), high: max(other, index)))
          } else {
            owners[Side(a, b)] = index
          }
        }
      }
    }
    return pairs
  }

  /// Twice the area that path data enclose: « M1 2l3 4-5 6z ».
  private func doubledArea(of path: String) -> Int {
    path.split(separator: "z").reduce(0) { sum, ring in
      let spaced = ring.reduce(into: "") { text, letter in
        text += letter == "-" ? " -" : letter == "M" || letter == "l" ? " " : String(letter)
      }
      let numbers = spaced.split(separator: " ").compactMap { Int($0) }
      var corners = [(x: numbers[0], y: numbers[1])]
      for place in stride(from: 2, to: numbers.count - 1, by: 2) {
        let last = corners[corners.count - 1]
        corners.append((last.x + numbers[place], last.y + numbers[place + 1]))
      }
      return sum
        + zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) {
          $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
        }
    }
  }

  @Test(arguments: [
    ("montpellier/iris-34172-2016.geojson", 88, 300_000),
    ("references/iris-34-2016.geojson", 579, 1_000_000),
    ("references/iris-75-2016.geojson", 992, 1_000_000),
  ])
  func `a map is light, and every IRIS keeps its area and neighbours`(
    file: String, count: Int, most: Int
  ) throws {
    let contours = try Contours.read(RealData.path(file), edition: Edition("2016")).0
    let shapes = contours.areas.map(\.shape)
    #expect(shapes.count == count)
    let map = MapView(shapes, width: 4_000, height: 4_400, detail: 40)
    let bytes = map.paths.reduce(0) { $0 + $1.utf8.count }
    #expect(bytes < most, "\(bytes) bytes")
    #expect(map.paths.map(doubledArea).filter { $0 == 0 } == [])
    let light = GeneralisedMap(shapes, under: 40 / (map.scale * map.scale)).shapes
    #expect(light.filter { $0.area <= 0 }.isEmpty)
    #expect(neighbours(light) == neighbours(shapes))
  }
}
