internal import Geometry

/// Drops the vertices that matter least, smallest triangle first, as long as nothing crosses.
///
/// A vertex stays when the triangle that it makes with its neighbours holds another vertex, or when
/// the line that would replace it is already drawn: so no border crosses another, no area vanishes,
/// and neighbours stay neighbours.
///
/// - Source: Visvalingam and Whyatt, « Line generalisation by repeated elimination of points »,
///   The Cartographic Journal 30 (1993), 46–51
struct ArcSimplification {
  private let vertices: [Position<Projected>]
  private var arcs: [[Int32]]
  private var grid: VertexGrid
  private var edges: Set<UInt64> = []

  /// - Parameters:
  ///   - smallest: squared metres; triangles under it are dropped
  /// - Returns: the arcs of the network, thinned, in order
  static func thinned(_ network: ArcNetwork, under smallest: Double) -> [[Int32]] {
    var work = ArcSimplification(network)
    for index in work.arcs.indices { work.thin(index, under: smallest) }
    return work.arcs
  }

  private init(_ network: ArcNetwork) {
    vertices = network.vertices
    arcs = network.arcs
    grid = VertexGrid(network.vertices)
    for arc in arcs { for (a, b) in zip(arc, arc.dropFirst()) { edges.insert(Self.edge(a, b)) } }
  }

  private mutating func thin(_ index: Int, under smallest: Double) {
    var line = arcs[index]
    let fewest = line.first == line.last ? 4 : 2
    var refused: Set<Int32> = []
    while line.count > fewest {
      guard let place = least(in: line, besides: refused, under: smallest) else { break }
      let (a, b, c) = (line[place - 1], line[place], line[place + 1])
      guard isFree(a, b, c) else {
        refused.insert(b)
        continue
      }
      line.remove(at: place)
      grid.remove(b, vertices)
      edges.remove(Self.edge(a, b))
      edges.remove(Self.edge(b, c))
      edges.insert(Self.edge(a, c))
      refused.remove(a)
      refused.remove(c)
    }
    arcs[index] = line
  }

  /// The inner vertex with the smallest triangle.
  private func least(
    in line: [Int32], besides refused: Set<Int32>, under smallest: Double
  ) -> Int? {
    var best: (place: Int, area: Double)?
    for place in 1..<line.count - 1 where !refused.contains(line[place]) {
      let area = triangle(line[place - 1], line[place], line[place + 1])
      if area < smallest && area < best?.area ?? .infinity { best = (place, area) }
    }
    return best?.place
  }

  private func triangle(_ a: Int32, _ b: Int32, _ c: Int32) -> Double {
    abs(Self.turn(vertices[Int(a)], vertices[Int(b)], vertices[Int(c)])) / 2
  }

  private func isFree(_ a: Int32, _ b: Int32, _ c: Int32) -> Bool {
    if edges.contains(Self.edge(a, c)) { return false }
    let corners = [a, b, c].map { vertices[Int($0)] }
    return !grid.containsVertex(in: corners, besides: [a, b, c], vertices)
  }

  private static func edge(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
  }

  static func turn(
    _ a: Position<Projected>, _ b: Position<Projected>, _ c: Position<Projected>
  ) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}

/// The vertices that are left, by square.
struct VertexGrid {
  private var cells: [[Int32]]
  private let origin: Position<Projected>
  private let size: Double
  private let columns: Int
  private let rows: Int

  init(_ vertices: [Position<Projected>]) {
    var box = Envelope<Projected>.empty
    for vertex in vertices { box.cover(vertex) }
    let width = max(1, box.maxX - box.minX), height = max(1, box.maxY - box.minY)
    size = max(1, (width * height / Double(max(1, vertices.count)) * 4).squareRoot())
    columns = Int(width / size) + 1
    rows = Int(height / size) + 1
    origin = Position(x: box.minX, y: box.minY)
    cells = Array(repeating: [], count: vertices.isEmpty ? 0 : columns * rows)
    for (index, vertex) in vertices.enumerated() { cells[cell(of: vertex)].append(Int32(index)) }
  }

  private func column(_ x: Double) -> Int { min(columns - 1, max(0, Int((x - origin.x) / size))) }
  private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - origin.y) / size))) }
  private func cell(of vertex: Position<Projected>) -> Int {
    row(vertex.y) * columns + column(vertex.x)
  }

  mutating func remove(_ number: Int32, _ vertices: [Position<Projected>]) {
    let cell = cell(of: vertices[Int(number)])
    if let place = cells[cell].firstIndex(of: number) { cells[cell].remove(at: place) }
  }

  /// Whether a triangle, its border included, holds another vertex.
  func containsVertex(
    in corners: [Position<Projected>], besides own: [Int32], _ vertices: [Position<Projected>]
  ) -> Bool {
    let xs = corners.map(\.x), ys = corners.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max() else {
      return false
    }
    for row in row(low)...row(high) {
      for column in column(left)...column(right) {
        for number in cells[row * columns + column] where !own.contains(number) {
          if Self.holds(corners, vertices[Int(number)]) { return true }
        }
      }
    }
    return false
  }

  private static func holds(
    _ corners: [Position<Projected>], _ vertex: Position<Projected>
  ) -> Bool {
    let turns = (0..<3).map {
      ArcSimplification.turn(corners[$0], corners[($0 + 1) % 3], vertex)
    }
    return turns.allSatisfy { $0 >= 0 } || turns.allSatisfy { $0 <= 0 }
  }
}
