internal import Boundaries
internal import Diagnostics
internal import Geometry
internal import Locating
internal import Projection
internal import Recognition
internal import Tables
internal import Territory

/// By coordinates, with the commune guard where the file names the commune (DESIGN.md, Locating).
struct PositionPlacer: RowPlacer {
  let columns: PositionColumns
  let x: Int
  let y: Int
  let commune: Int?
  let territory: IrisTerritory
  private let zeros: LostZeros?
  private let transformers: TransformerPool<AsDeclared, Projected>

  /// - Parameters:
  ///   - zeros: which codes of communes have lost one; `nil` to go by their width
  init(
    columns: PositionColumns, x: Int, y: Int, commune: Int?, territory: IrisTerritory,
    zeros: LostZeros? = nil
  ) {
    self.columns = columns
    self.x = x
    self.y = y
    self.commune = commune
    self.territory = territory
    self.zeros = zeros
    transformers = TransformerPool(from: columns.system, to: territory.system)
  }

  /// The rows of a block, located.
  struct Located {
    /// Easting and northing in the territory's system; NaN without a usable position.
    var xs: [Double]
    var ys: [Double]
    /// The owner of each position.
    var owners: [Owner]
    /// Rows whose commune's code was mended.
    var mended: [Int] = []
  }

  /// What a row's position and commune say.
  enum Owner: Sendable, Hashable {
    /// Inside this IRIS.
    case inside(Int)
    /// Nearest to this IRIS, at a distance in metres.
    case nearest(Int, metres: Double)
    /// The commune is known, its IRIS is not.
    case commune(Commune)
    /// Outside the territory.
    case outside
    /// No usable position, and no commune.
    case none
  }

  func places(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) throws(Problem) -> [Int] {
    try located(block, &problems).owners.map { place(of: $0, counts) }
  }

  func placedRows(
    of block: borrowing RowBlock, counts: PlacedCounts, problems: inout ProblemLog
  ) throws(Problem) -> PlacedRows {
    let located = try located(block, &problems)
    let positions = zip(located.xs, located.ys).map { Position<Projected>(x: $0, y: $1) }
    return PlacedRows(
      places: located.owners.map { place(of: $0, counts) },
      positions: positions.map { $0.isFinite ? $0 : nil })
  }

  private func located(
    _ block: borrowing RowBlock, _ problems: inout ProblemLog
  ) throws(Problem) -> Located {
    let located = try locate(block)
    for row in located.mended {
      problems.record(Wording.mendedCode(at: block.place(of: row)))
    }
    return located
  }

  private func place(of owner: Owner, _ counts: PlacedCounts) -> Int {
    switch owner {
    case .inside(let ordinal), .nearest(let ordinal, _): ordinal
    case .commune(let commune): counts.place(of: commune)
    case .outside: counts.outside
    case .none: counts.unplaced
    }
  }

  /// - Throws: `projection.…` when the declared system cannot be transformed
  func locate(_ block: borrowing RowBlock) throws(Problem) -> Located {
    var located = Located(xs: [], ys: [], owners: [])
    block.doubles(x, mark: columns.mark, into: &located.xs)
    block.doubles(y, mark: columns.mark, into: &located.ys)
    try project(&located)
    let ordinals = ordinals(located)
    var communes = CommuneGuard(territory, zeros)
    located.owners.reserveCapacity(block.rowCount)
    for row in 0..<block.rowCount {
      let position = Position<Projected>(x: located.xs[row], y: located.ys[row])
      let verdict = commune.map { communes.verdict(of: block.field(row, $0)) }
      if verdict?.isMended ?? false { located.mended.append(row) }
      located.owners.append(
        owner(of: position, ordinal: Int(ordinals[row]), verdict?.answer ?? .unnamed))
    }
    return located
  }

  private func project(_ located: inout Located) throws(Problem) {
    try transformers.lend { transformer in
      located.xs.withUnsafeMutableBufferPointer { xs in
        located.ys.withUnsafeMutableBufferPointer { ys in transformer.transform(xs: xs, ys: ys) }
      }
    }
  }

  private func ordinals(_ located: Located) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: located.xs.count) { buffer, count in
      located.xs.withUnsafeBufferPointer { xs in
        located.ys.withUnsafeBufferPointer { ys in
          territory.index.locate(xs: xs, ys: ys, into: buffer)
        }
      }
      count = located.xs.count
    }
  }

  private func owner(
    of position: Position<Projected>, ordinal: Int, _ answer: CommuneGuard.Answer
  ) -> Owner {
    switch answer {
    case .unnamed: unguarded(position, ordinal: ordinal)
    case .elsewhere: .outside
    case .named(let commune, let candidates):
      guarded(position, ordinal: ordinal, candidates) ?? .commune(commune)
    }
  }

  /// - Returns: `nil` when no candidate is near
  private func guarded(
    _ position: Position<Projected>, ordinal: Int, _ candidates: Candidates
  ) -> Owner? {
    if candidates.contains(ordinal) { return .inside(ordinal) }
    guard position.isFinite else { return nil }
    return owner(
      from: territory.index.owner(of: position, among: candidates, reach: columns.reach))
  }

  private func unguarded(_ position: Position<Projected>, ordinal: Int) -> Owner {
    guard position.isFinite else { return .none }
    if ordinal >= 0 { return .inside(ordinal) }
    guard columns.reach > 0 else { return .outside }
    let owner = territory.index.owner(of: position, among: nil, reach: columns.reach)
    return self.owner(from: owner) ?? .outside
  }

  private func owner(from ownership: Ownership<Int>) -> Owner? {
    switch ownership {
    case .inside(let ordinal): .inside(ordinal)
    case .nearest(let ordinal, let metres): .nearest(ordinal, metres: metres)
    case .none: nil
    }
  }
}
