/// The rings of a GeoJSON text, of one part or several, as the file spells them.
struct WrittenRings {
  /// For each ring its positions, each « lon,lat »; exteriors first in each part.
  private(set) var rings: [[String]] = []
  /// Whether the ring is the first of its part.
  private(set) var areExterior: [Bool] = []

  init(_ text: String) {
    for piece in text.split(separator: "\"coordinates\":").dropFirst() { read(piece) }
  }

  private mutating func read(_ text: Substring) {
    var depth = 0
    var pair = ""
    var ring: [String] = []
    var ringsOfPart = 0
    for character in text {
      switch character {
      case "[": depth += 1
      case "]":
        depth -= 1
        if !pair.isEmpty {
          ring.append(pair)
        } else if !ring.isEmpty {
          rings.append(ring)
          areExterior.append(ringsOfPart == 0)
          ringsOfPart += 1
          ring = []
        } else {
          ringsOfPart = 0
        }
        pair = ""
        if depth == 0 { return }
      case " ", "\n": break
      case ",": if !pair.isEmpty { pair.append(character) }
      default: pair.append(character)
      }
    }
  }

  /// Twice the area of each ring, in squared ten-millionths.
  var doubledAreas: [Double] {
    rings.map { ring in
      let positions = ring.map(Self.numbers)
      guard let origin = positions.first else { return 0 }
      return zip(positions, positions.dropFirst()).reduce(0) { sum, edge in
        let (a, b) = edge
        return sum + (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
      }
    }
  }

  /// The numbers of each ring, whatever the spelling.
  var numbers: [[[Double]]] { rings.map { $0.map { [Self.numbers($0).x, Self.numbers($0).y] } } }

  private static func numbers(_ pair: String) -> (x: Double, y: Double) {
    let parts = pair.split(separator: ",").map { ((Double($0) ?? .nan) * 1e7).rounded() }
    return parts.count == 2 ? (parts[0], parts[1]) : (.nan, .nan)
  }
}
