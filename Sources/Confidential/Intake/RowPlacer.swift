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

  /// The places, and for some rows the IRIS among which they are counted.
  func placesAndShares(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) throws(Problem) -> (places: [Int], shares: [Int: [ApportionedShare]])

  /// The same with the positions, for zonings that cut IRIS.
  func placedRows(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) throws(Problem) -> PlacedRows
}

/// Where the rows of a block are.
struct PlacedRows {
  /// One for each row, numbered as `PlacedCounts` has them.
  var places: [Int]
  /// The IRIS among which some rows are counted.
  var shares: [Int: [ApportionedShare]] = [:]
  /// By row, in the territory's system; empty when the route knows no positions.
  var positions: [Position<Projected>?] = []
}

extension RowPlacer {
  /// No position is known, unless the route says otherwise.
  func placedRows(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) throws(Problem) -> PlacedRows {
    let (places, shares) = try placesAndShares(of: block, counts: counts, problems: &problems)
    return PlacedRows(places: places, shares: shares)
  }

  /// No row is counted in more than one place.
  func placesAndShares(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) throws(Problem) -> (places: [Int], shares: [Int: [ApportionedShare]]) {
    return (try places(of: block, counts: counts, problems: &problems), [:])
  }
}

/// By the IRIS code that some columns make.
struct CodePlacer: RowPlacer {
  let file: String
  let positions: [Int]
  /// The first of the code's columns in the file, from 1.
  let column: Int
  let territory: IrisTerritory
  /// Rows that are declared to be none: nothing is said of their codes.
  let exclusion: RowExclusion

  func places(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) -> [Int] {
    let left = exclusion.isTrivial ? [] : exclusion.rows(of: block, key: nil)
    var places: [Int] = []
    places.reserveCapacity(block.rowCount)
    for row in 0..<block.rowCount {
      let code = positions.reduce(into: "") { $0 += block.field(row, $1).trimmed.text }
      let here = Place(file: file, line: block.line(of: row), column: column)
      if let iris = Iris(code) {
        places.append(place(of: iris, counts))
      } else if let iris = padded(code) {
        problems.record(Wording.paddedCode(at: here))
        places.append(place(of: iris, counts))
      } else {
        if !code.isEmpty && !left.contains(row) { problems.record(Wording.badCode(at: here)) }
        places.append(counts.unplaced)
      }
    }
    return places
  }

  /// A code that lost its zero: only where the commune it then names is one of the territory.
  private func padded(_ code: String) -> Iris? {
    guard let iris = Iris("0" + code), territory.ordinals(of: iris.commune) != nil else {
      return nil
    }
    return iris
  }

  private func place(of iris: Iris, _ counts: PlacedCounts) -> Int {
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
