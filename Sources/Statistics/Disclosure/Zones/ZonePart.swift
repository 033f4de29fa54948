internal import Rates
internal import Territory

/// What one commune has of an area of another zoning whose figures are published too.
///
/// An area across several communes is protected as if each of its parts were published: its total tells
/// less than they do.
struct ZonePart: Hashable {
  /// Among the zonings that are published.
  let zoning: Int
  let area: String
  /// Rows of the sheet that lie in it wholly, cut by other zonings or not.
  let rows: [Int]
  /// Of the rows that its zoning cuts, the pieces that lie in it.
  let pieces: [Int]
}

/// A piece of a row: the row, and one area for each zoning.
struct SheetPiece: Hashable {
  let row: Int
  let areas: [String]
}

/// How the rows of one commune are cut by the zonings that are published.
struct ZoneCutting {
  /// Rows in several pieces, cut.
  let pieces: [SheetPiece]
  let parts: [ZonePart]
  /// Which zonings cut IRIS: their place in a piece's key.
  private let cutting: [Int]

  init(_ zones: [Zone], by zonings: [Zoning]) {
    let named = zonings.indices.filter { !zonings[$0].isOfCommunes }
    cutting = named.filter { zonings[$0].cutsIrises }
    var pieces: [SheetPiece] = []
    var options: [(row: Int, areas: [[String]])] = []
    for (row, zone) in zones.enumerated() {
      guard case .iris(let iris) = zone else { continue }
      let areas = zonings.map { $0.options(of: iris) }
      options.append((row, areas))
      let keys = Self.product(areas)
      if keys.count > 1 { pieces += keys.map { SheetPiece(row: row, areas: $0) } }
    }
    self.pieces = pieces
    parts = named.flatMap { zoning in
      let isCut = Set(options.filter { $0.areas[zoning].count > 1 }.map(\.row))
      return zonings[zoning].areas.compactMap { area in
        let rows = options.filter { $0.areas[zoning] == [area.code] }.map(\.row)
        let own = pieces.indices.filter {
          isCut.contains(pieces[$0].row) && pieces[$0].areas[zoning] == area.code
        }
        return rows.isEmpty && own.isEmpty
          ? nil : ZonePart(zoning: zoning, area: area.code, rows: rows, pieces: own)
      }
    }
  }

  /// What a table calls a piece.
  func key(of piece: SheetPiece, _ iris: Iris) -> IndicatorTable.Piece {
    IndicatorTable.Piece(iris: iris, areas: cutting.map { piece.areas[$0] })
  }

  /// Every way to take one area of each zoning.
  private static func product(_ options: [[String]]) -> [[String]] {
    options.reduce([[]]) { keys, next in keys.flatMap { key in next.map { key + [$0] } } }
  }
}
