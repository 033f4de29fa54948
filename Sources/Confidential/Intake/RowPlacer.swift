internal import Boundaries
internal import Diagnostics
internal import Geometry
internal import Locating
internal import Projection
internal import Recognition
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
  let positions: [Int]
  /// The first of the code's columns in the file, from 1.
  let column: Int
  let territory: IrisTerritory
  /// Rows that are declared to be none: nothing is said of their codes.
  let exclusion: RowExclusion
  /// Which codes of the first column have lost a zero; `nil` to go by their width.
  let zeros: LostZeros?

  func places(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) -> [Int] {
    let left = exclusion.isTrivial ? [] : exclusion.rows(of: block, key: nil)
    var places: [Int] = []
    places.reserveCapacity(block.rowCount)
    for row in 0..<block.rowCount {
      let (code, isMended) = code(of: row, in: block)
      let here = block.place(of: row, column: column)
      guard let iris = Iris(code), !isMended || isBelieved(iris) else {
        if !code.isEmpty && !left.contains(row) { problems.record(Wording.badCode(at: here)) }
        places.append(counts.unplaced)
        continue
      }
      if isMended { problems.record(Wording.mendedCode(at: here)) }
      places.append(place(of: iris, counts))
    }
    return places
  }

  /// A mended code names a commune of the official lists, or without them one of the territory.
  private func isBelieved(_ iris: Iris) -> Bool {
    zeros != nil || territory.ordinals(of: iris.commune) != nil
  }

  /// The code, mended where a spreadsheet has damaged it.
  private func code(of row: Int, in block: borrowing RowBlock) -> (text: String, isMended: Bool) {
    let widths = positions.count == 1 ? [9] : positions.count == 2 ? [5, 4] : []
    if widths.isEmpty {
      return (positions.reduce(into: "") { $0 += block.field(row, $1).trimmed.text }, false)
    }
    let parts = zip(positions, widths).map { position, width in
      MendedCode(
        block.field(row, position), width: width, mostZeros: width == 4 ? 3 : 1,
        zeros: width == 4 ? nil : zeros)
    }
    return (parts.map(\.text).joined(), parts.contains { $0.isMended })
  }

  private func place(of iris: Iris, _ counts: PlacedCounts) -> Int {
    if let ordinal = territory.ordinal(of: iris) { return ordinal }
    return territory.ordinals(of: iris.commune) == nil
      ? counts.outside : counts.place(of: iris.commune)
  }
}

/// By the code of the commune: the partner's own totals.
struct CommunePlacer: RowPlacer {
  let position: Int
  /// In the file, from 1.
  let column: Int
  /// Which codes have lost a zero; `nil` to go by their width.
  let zeros: LostZeros?

  func places(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) -> [Int] {
    (0..<block.rowCount).map { row in
      let code = MendedCode(block.field(row, position), width: 5, zeros: zeros)
      guard let commune = Commune(code.text) else { return counts.unplaced }
      if code.isMended {
        let here = block.place(of: row, column: column)
        problems.record(Wording.mendedCode(at: here))
      }
      return counts.place(of: commune)
    }
  }
}
