public import Territory

extension IndicatorTable {
  /// What of an IRIS lies in given areas of the zonings that cut it.
  public struct Piece: Sendable, Hashable {
    /// The IRIS.
    public let iris: Iris
    /// One area's code for each zoning that cuts IRIS, in their order; empty for none.
    public let areas: [String]

    /// A piece from its IRIS and areas.
    public init(iris: Iris, areas: [String]) {
      self.iris = iris
      self.areas = areas
    }
  }

  /// Counts by piece of the IRIS that zonings cut.
  ///
  /// - Parameters:
  ///   - dimensions: those of the tally that hold the areas' codes, in the order of the zonings
  /// - Returns: the numerator's counts; `nil` when the tally does not know in which piece its rows are
  /// - Confidential: yes, small counts
  public static func pieces(
    of tally: Tally, by dimensions: [String], where isCounted: (Tally.Category) -> Bool
  ) -> [Piece: Count]? {
    let places = dimensions.compactMap { tally.dimensions.firstIndex(of: $0) }
    guard places.count == dimensions.count, !places.isEmpty else { return nil }
    let keys = Set(tally.categories.map { category in places.map { category.labels[$0] } })
    var pieces: [Piece: Count] = [:]
    for case .iris(let iris) in tally.placements {
      for key in keys {
        let count = tally.count(at: .iris(iris)) { category in
          places.map { category.labels[$0] } == key && isCounted(category)
        }
        if count != .zero { pieces[Piece(iris: iris, areas: key)] = count }
      }
    }
    return pieces
  }

  /// The same table, knowing its pieces.
  ///
  /// - Parameters:
  ///   - pieces: of the numerator; `nil` where they are not known
  ///   - base: of the source that is the denominator
  public func known(by pieces: [Piece: Count]?, base: [Piece: Count]?) -> IndicatorTable {
    var table = self
    table.pieces = pieces
    table.basePieces = base
    return table
  }
}
