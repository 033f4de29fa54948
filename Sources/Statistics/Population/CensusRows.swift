internal import Diagnostics
internal import Tables
internal import Territory

/// The rows of a census file, in code order.
struct CensusRows {
  let irises: [Iris]
  /// By column, then by IRIS; NaN where the cell is blank.
  let values: [[Double]]

  static func read(
    _ file: DelimitedFile, codes: CodeColumns, survey: ColumnSurvey
  ) throws(Problem) -> (CensusRows, ProblemLog) {
    let reader = BlockReader(file: file, codes: codes.indices, survey: survey)
    let (blocks, raggedRows) = try file.mapBlocks(reading: codes.indices + survey.indices) {
      reader.read($0)
    }
    var problems = raggedRows
    for block in blocks { problems.append(block.problems) }
    let padded = blocks.reduce(0) { $0 + $1.paddedCount }
    if padded > 0 { problems.record(Wording.paddedCodes(file, padded)) }
    let communes = blocks.reduce(0) { $0 + $1.communeCount }
    if communes > 0 { problems.record(Wording.communeCodes(file, communes)) }
    return (try CensusRows(sorting: blocks, file), problems)
  }

  private init(sorting blocks: [BlockRows], _ file: DelimitedFile) throws(Problem) {
    let irises = blocks.flatMap(\.irises)
    let lines = blocks.flatMap(\.lines)
    let order = irises.indices.sorted { (irises[$0], $0) < (irises[$1], $1) }
    let repeated = zip(order, order.dropFirst()).filter { irises[$0] == irises[$1] }
    if let first = repeated.min(by: { lines[$0.1] < lines[$1.1] }) {
      throw Wording.duplicates(
        file, irises[first.1], lines: (lines[first.0], lines[first.1]), count: repeated.count)
    }
    self.irises = order.map { irises[$0] }
    let columnCount = blocks.first?.values.count ?? 0
    values = (0..<columnCount).map { column in
      let unsorted = blocks.flatMap { $0.values[column] }
      return order.map { unsorted[$0] }
    }
  }
}

/// What one block of a census file holds.
private struct BlockRows: Sendable {
  var irises: [Iris] = []
  var lines: [Int] = []
  var values: [[Double]]
  var problems = ProblemLog()
  var paddedCount = 0
  var communeCount = 0
}

private struct BlockReader: Sendable {
  let file: DelimitedFile
  let codes: [Int]
  let names: [String]
  let columns: [Int]
  let mark: DecimalMark

  init(file: DelimitedFile, codes: [Int], survey: ColumnSurvey) {
    self.file = file
    self.codes = codes
    names = survey.names
    columns = survey.indices
    mark = survey.mark
  }

  func read(_ block: borrowing RowBlock) -> BlockRows {
    var rows = BlockRows(values: Array(repeating: [], count: columns.count))
    for row in 0..<block.rowCount {
      guard let iris = iris(block, row, &rows) else { continue }
      guard let values = values(block, row, iris, &rows.problems) else { continue }
      rows.irises.append(iris)
      rows.lines.append(block.line(of: row))
      for (position, value) in values.enumerated() { rows.values[position].append(value) }
    }
    return rows
  }

  private func iris(_ block: borrowing RowBlock, _ row: Int, _ rows: inout BlockRows) -> Iris? {
    var cells: [String] = []
    for position in codes.indices { cells.append(block.field(row, position).trimmed.text) }
    switch CodeColumns.reading(of: cells) {
    case .iris(let iris): return iris
    case .padded(let iris):
      rows.paddedCount += 1
      return iris
    case .commune(let iris):
      rows.communeCount += 1
      return iris
    case .none:
      rows.problems.record(
        Wording.badCode(file.place(line: block.line(of: row), column: codes.first)))
      return nil
    }
  }

  /// - Returns: `nil` when a number is negative
  private func values(
    _ block: borrowing RowBlock, _ row: Int, _ iris: Iris, _ problems: inout ProblemLog
  ) -> [Double]? {
    var values: [Double] = []
    values.reserveCapacity(columns.count)
    for (position, column) in columns.enumerated() {
      let cell = block.field(row, codes.count + position)
      let place = file.place(line: block.line(of: row), column: column)
      guard let value = cell.double(mark) else {
        if !cell.isBlank { problems.record(Wording.notANumber(place, names[position], mark)) }
        values.append(.nan)
        continue
      }
      guard value >= 0 else {
        problems.record(Wording.negative(place, names[position]))
        return nil
      }
      values.append(value)
    }
    return values
  }
}
