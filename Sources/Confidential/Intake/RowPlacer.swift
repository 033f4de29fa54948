internal import Boundaries
internal import Diagnostics
internal import Geometry
internal import Locating
internal import Projection
internal import Tables
internal import Territory

/// Finds the place of every row of a block.
protocol RowPlacer: Sendable {
  /// - Returns: one place for each row, numbered as `PlacedCounts` has them
  func places(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) throws(Problem) -> [Int]
}

/// By the IRIS code that some columns make.
struct CodePlacer: RowPlacer {
  let file: String
  let positions: [Int]
  /// The first of the code's columns in the file, from 1.
  let column: Int
  let territory: IrisTerritory

  func places(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(block.rowCount)
    for row in 0..<block.rowCount {
      let code = positions.reduce(into: "") { $0 += block.field(row, $1).trimmed.text }
      let place = place(of: code, counts)
      if place == nil && !code.isEmpty {
        problems.record(
          Wording.badCode(at: Place(file: file, line: block.line(of: row), column: column)))
      }
      places.append(place ?? counts.unplaced)
    }
    return places
  }

  private func place(of code: String, _ counts: PlacedCounts) -> Int? {
    guard let iris = Iris(code) ?? Iris("0" + code) else { return nil }
    if let ordinal = territory.ordinal(of: iris) { return ordinal }
    return territory.ordinals(of: iris.commune) == nil
      ? counts.outside : counts.place(of: iris.commune)
  }
}

/// By the code of the commune: the partner's own totals.
struct CommunePlacer: RowPlacer {
  let file: String
  let position: Int

  func places(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) -> [Int] {
    (0..<block.rowCount).map { row in
      let code = block.field(row, position).trimmed.text
      guard let commune = Commune(code) ?? Commune("0" + code) else { return counts.unplaced }
      return counts.place(of: commune)
    }
  }
}
