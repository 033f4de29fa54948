/// Which areas touch one another.
public struct Contiguity: Sendable, Hashable {
  /// By area, the others that it shares an edge with, ascending.
  public let neighbours: [[Int]]

  /// - Parameters:
  ///   - neighbours: by area · positions of the areas that it shares an edge with, itself left out
  public init(_ neighbours: [[Int]]) {
    for (area, others) in neighbours.enumerated() {
      precondition(
        others.allSatisfy { $0 != area && neighbours.indices.contains($0) },
        "neighbours are other areas")
    }
    self.neighbours = neighbours.map { Set($0).sorted() }
  }

  /// The neighbours that have a value.
  func neighbours<Value>(of area: Int, in values: [Value?]) -> [Int] {
    neighbours[area].filter { values[$0] != nil }
  }
}
