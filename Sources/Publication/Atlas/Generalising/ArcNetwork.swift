internal import Geometry

/// Contours as arcs between junctions: a border that two areas share is one arc, so that what is
/// done to it is done to both.
struct ArcNetwork {
  /// Each vertex once.
  private(set) var vertices: [Position<Projected>] = []
  /// Vertices in order; the first and the last stay where they are.
  private(set) var arcs: [[Int32]] = []
  /// For each area its rings, each a list of arcs; a negative one, `~arc`, is run backwards.
  private(set) var areas: [[[Int32]]] = []

  init(_ shapes: [Shape<Projected>]) {
    var numbers: [Position<Projected>: Int32] = [:]
    var rings: [[[Int32]]] = []
    for shape in shapes {
      rings.append(
        shape.rings.map { ring in
          ring.positions.dropLast().map { position in
            if let number = numbers[position] { return number }
            let number = Int32(vertices.count)
            numbers[position] = number
            vertices.append(position)
            return number
          }
        })
    }
    let isJunction = Self.junctions(in: rings, count: vertices.count)
    var known: [[Int32]: Int32] = [:]
    areas = rings.map { area in
      area.map { ring in
        Self.cut(ring, at: isJunction).map { arc in
          if let number = known[arc] { return number }
          if let number = known[arc.reversed()] { return ~number }
          let number = Int32(arcs.count)
          known[arc] = number
          arcs.append(arc)
          return number
        }
      }
    }
  }

  /// Where more than two borders meet.
  private static func junctions(in rings: [[[Int32]]], count: Int) -> [Bool] {
    var neighbours = [(Int32, Int32)](repeating: (-1, -1), count: count)
    var isJunction = [Bool](repeating: false, count: count)
    for ring in rings.joined() {
      for index in ring.indices {
        let here = Int(ring[index])
        for other in [ring[(index + ring.count - 1) % ring.count], ring[(index + 1) % ring.count]] {
          if neighbours[here].0 == other || neighbours[here].1 == other { continue }
          if neighbours[here].0 < 0 {
            neighbours[here].0 = other
          } else if neighbours[here].1 < 0 {
            neighbours[here].1 = other
          } else {
            isJunction[here] = true
          }
        }
      }
    }
    return isJunction
  }

  /// A ring as arcs; one without junction begins at its lowest vertex and runs as its second does.
  private static func cut(_ ring: [Int32], at isJunction: [Bool]) -> [[Int32]] {
    guard let first = ring.firstIndex(where: { isJunction[Int($0)] }) else {
      let start = ring.indices.min { ring[$0] < ring[$1] } ?? 0
      let turned = ring[start...] + ring[..<start]
      return [Array(turned + turned.prefix(1))]
    }
    var arcs: [[Int32]] = []
    var arc: [Int32] = [ring[first]]
    for vertex in ring[(first + 1)...] + ring[...first] {
      arc.append(vertex)
      if isJunction[Int(vertex)] {
        arcs.append(arc)
        arc = [vertex]
      }
    }
    return arcs
  }

  /// The vertices of one ring, not closed.
  func ring(_ ring: [Int32], of arcs: [[Int32]]) -> [Position<Projected>] {
    ring.flatMap { arc in
      let line = arc >= 0 ? arcs[Int(arc)] : arcs[Int(~arc)].reversed()
      return line.dropLast().map { vertices[Int($0)] }
    }
  }
}
