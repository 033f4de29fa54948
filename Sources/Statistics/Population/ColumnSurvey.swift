internal import Diagnostics
internal import Tables

/// Which columns hold numbers, and with which decimal mark.
struct ColumnSurvey {
  /// Positions in the file.
  let indices: [Int]
  let names: [String]
  let mark: DecimalMark

  /// Columns that identify or describe the IRIS.
  private static let descriptive: Set<String> = [
    "IRIS", "CODE_IRIS", "DCOMIRIS", "IRIS_CODE", "CODGEO", "REG", "REG2016", "DEP", "UU", "UU2010",
    "UU2020", "COM", "DC", "DEPCOM", "LIBCOM", "NOMC", "NOM", "NOTE", "TRIRIS", "GRD_QUART",
    "LIBIRIS", "TYP_IRIS", "MODIF_IRIS", "LAB_IRIS", "ARM",
  ]

  /// - Parameters:
  ///   - mark: `nil` takes the one found more often
  init(of file: DelimitedFile, codes: CodeColumns, mark declared: DecimalMark?) throws(Problem) {
    let candidates = file.columns.indices.filter {
      !codes.indices.contains($0) && !file.columns[$0].isEmpty
        && !Self.descriptive.contains(file.columns[$0].uppercased())
    }
    let counts = try Self.counts(file, candidates)
    let commas = counts.reduce(0) { $0 + $1.commas }
    let points = counts.reduce(0) { $0 + $1.points }
    let mark = declared ?? (commas > points ? .comma : .point)
    let kept = zip(candidates, counts).filter { index, count in
      CensusColumn(file.columns[index]) != nil || count.isNumeric(mark)
    }
    indices = kept.map(\.0)
    names = kept.map { file.columns[$0.0] }
    self.mark = mark
  }

  /// What the cells of a column look like.
  private struct CellCount: Sendable {
    var filled = 0
    var numbersWithPoint = 0
    var numbersWithComma = 0
    var points = 0
    var commas = 0

    mutating func note(_ cell: Field) {
      if cell.isBlank { return }
      filled += 1
      let withPoint = cell.double(.point) != nil
      let withComma = cell.double(.comma) != nil
      if withPoint { numbersWithPoint += 1 }
      if withComma { numbersWithComma += 1 }
      if withPoint && !withComma { points += 1 }
      if withComma && !withPoint { commas += 1 }
    }

    mutating func add(_ other: CellCount) {
      filled += other.filled
      numbersWithPoint += other.numbersWithPoint
      numbersWithComma += other.numbersWithComma
      points += other.points
      commas += other.commas
    }

    func isNumeric(_ mark: DecimalMark) -> Bool {
      filled == (mark == .point ? numbersWithPoint : numbersWithComma)
    }
  }

  private static func counts(
    _ file: DelimitedFile, _ columns: [Int]
  ) throws(Problem) -> [CellCount] {
    let blocks = try file.mapBlocks(reading: columns) { block in
      columns.indices.map { position in
        var count = CellCount()
        for row in 0..<block.rowCount { count.note(block.field(row, position)) }
        return count
      }
    }
    var totals = [CellCount](repeating: CellCount(), count: columns.count)
    for block in blocks.results {
      for position in totals.indices { totals[position].add(block[position]) }
    }
    return totals
  }
}
