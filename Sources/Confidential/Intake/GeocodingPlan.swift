internal import Diagnostics
internal import Geocoding
internal import Tables
internal import Territory

/// Which columns are read, and how the rows of a block are answered and written.
struct GeocodingPlan: Sendable {
  let read: [Int]
  let header: [UInt8]
  private let reader: AddressReader
  private let geocoder: Geocoder
  private let decisions: Decisions
  private let keptCount: Int
  private let writer: CSVWriter

  init(
    _ columns: AddressColumns, kept: [String], table: DelimitedFile, geocoder: Geocoder,
    decisions: Decisions
  ) throws(Problem) {
    var read: [Int] = []
    for name in kept {
      if (["ligne"] + ResultColumns.names).contains(name) {
        throw Wording.outputColumn(name, file: table.path)
      }
      read.append(try table.index(of: name))
    }
    keptCount = kept.count
    reader = try AddressReader(columns, table: table, after: kept.count)
    self.read = read + reader.read
    self.geocoder = geocoder
    self.decisions = decisions
    writer = CSVWriter(
      for: .machine, separator: table.dialect.separator, lineEnd: table.dialect.lineEnd.bytes)
    var first = writer
    first.row(["ligne"] + kept + ResultColumns.names)
    header = first.bytes
  }

  /// Every line of the block in the order of the file, those that are no rows included.
  func write(_ block: borrowing RowBlock) -> (bytes: [UInt8], summary: GeocodingSummary) {
    var writer = writer
    var summary = GeocodingSummary()
    var query = AddressQuery()
    let scratch = Geocoder.Scratch()
    var setAside = block.setAsideLines[...]
    for row in 0..<block.rowCount {
      while let line = setAside.first, line < block.line(of: row) {
        writeLost(setAside.removeFirst(), &writer, &summary)
      }
      let hasText = reader.fill(&query, from: block, row)
      let asked = ask(query, hasText: hasText, row, block, scratch)
      write(asked, row, block, &writer)
      summary.add(asked, line: block.line(of: row), base: geocoder.base)
      if hasText { summary.forms.add(reader.form(of: block, row)) }
    }
    for line in setAside { writeLost(line, &writer, &summary) }
    return (writer.bytes, summary)
  }

  /// What was asked and answered for one row.
  struct Asked {
    var answer: Answer
    var isDecided = false
    /// What stands in the street columns of a row whose street was not found; `nil` for others.
    var typed: String?
  }

  private func ask(
    _ query: AddressQuery, hasText: Bool, _ row: Int, _ block: borrowing RowBlock,
    _ scratch: Geocoder.Scratch
  ) -> Asked {
    var answer = geocoder.answer(to: query, with: scratch)
    if !hasText { answer.reasons.insert(.empty) }
    guard answer.isUnresolved else { return Asked(answer: answer) }
    let typed = reader.streetText(of: block, row)
    let decided = decisions.answer(
      insteadOf: answer, to: row, of: block, reader, geocoder, scratch)
    guard let found = decided else { return Asked(answer: answer, typed: typed) }
    return Asked(answer: found, isDecided: true, typed: found.isUnresolved ? typed : nil)
  }

  private func write(
    _ asked: Asked, _ row: Int, _ block: borrowing RowBlock, _ writer: inout CSVWriter
  ) {
    writer.integer(block.line(of: row))
    for position in 0..<keptCount { writer.text(block.field(row, position).text) }
    ResultColumns.write(asked.answer, geocoder.base, decision: asked.isDecided, to: &writer)
    writer.endRow()
  }

  private func writeLost(
    _ line: Int, _ writer: inout CSVWriter, _ summary: inout GeocodingSummary
  ) {
    writer.integer(line)
    for _ in 0..<keptCount { writer.blank() }
    ResultColumns.writeError(to: &writer)
    writer.endRow()
    summary.accounting[.unplaced] += 1
  }
}

extension Answer {
  /// Whether a street was asked for and not found.
  var isUnresolved: Bool {
    [.municipality, .none].contains(level) && reasons.contains(.streetUnknown)
  }
}

extension GeocodingSummary {
  fileprivate mutating func add(_ asked: GeocodingPlan.Asked, line: Int, base: AddressBase) {
    let answer = asked.answer
    accounting[answer.placement.kind] += 1
    if case .iris(let iris) = answer.placement { rowsByIris[iris, default: 0] += 1 }
    levels[answer.level.rawValue, default: 0] += 1
    certainties[answer.iris.certainty.rawValue, default: 0] += 1
    for code in answer.reasons.codes { reasons[code, default: 0] += 1 }
    if answer.level != .none { scores[min(9, max(0, Int(answer.score * 10)))] += 1 }
    decided += asked.isDecided ? 1 : 0
    if let address = answer.address { crowds[address, default: Crowd()].add(line: line) }
    if let typed = asked.typed {
      let key = ReviewKey(typed: typed, commune: answer.commune)
      let proposals = answer.proposals.map { base.streetName($0.street) }
      unresolved[key, default: Unresolved(rows: 0, proposals: proposals)].rows += 1
    }
  }
}

extension Dialect.LineEnd {
  /// The bytes that end a line; CRLF for files that have more than one kind.
  fileprivate var bytes: [UInt8] {
    switch self {
    case .lf: [0x0A]
    case .crlf, .mixed: [0x0D, 0x0A]
    case .cr: [0x0D]
    }
  }
}
