internal import Diagnostics

/// What a sample tells of a table: separator, header, labels, where the rows begin.
struct Layout {
  let grammar: Grammar
  let lineEnd: Dialect.LineEnd
  let headerLine: Int
  let labelLine: Int?
  let firstDataLine: Int
  /// Offset of the first row, byte order mark included.
  let dataStart: Int
  let columns: [String]
  let labels: [String]
  /// Lines over the header, their fields joined by spaces.
  let titles: [String]
  let problems: ProblemLog

  init(_ sample: Sample, declared: Declaration) throws(Problem) {
    let reading = SeparatorDetection.detect(sample, declared: declared.separator)
    let table = reading.table
    let found = try Self.header(reading, declared: declared.headerLine)
    let levels = TwoLevelHeader(table, header: found)
    let header = levels?.lower ?? found
    let hasLabels = declared.hasLabelRow ?? HeaderDetection.hasLabels(table, header: header)
    let labelled = hasLabels && header + 1 < table.records.count ? header + 1 : header
    let names = table.records[header]
    let last = table.records[labelled]
    let ends = LineEndCount(table)
    grammar = Grammar(
      separator: table.grammar.separator, acceptsCarriageReturn: ends.carriageReturns > 0)
    lineEnd = ends.kind
    headerLine = names.line
    labelLine = labelled == header ? nil : last.line
    firstDataLine = last.nextLine
    dataStart = sample.markLength + last.next
    columns = levels?.names ?? table.texts(of: names)
    labels = labelled == header ? [] : Self.fitted(table.texts(of: last), to: columns.count)
    titles = table.records.prefix(levels?.upper ?? header).filter { !$0.isBlank }.map {
      table.texts(of: $0).filter { !$0.isEmpty }.joined(separator: " ")
    }
    problems = Self.problems(
      sample, columns, ends, headerLine: names.line,
      isEmpty: sample.isWhole && labelled + 1 >= table.records.count)
  }

  private static func header(
    _ reading: SeparatorDetection.Reading, declared: Int?
  ) throws(Problem) -> Int {
    let table = reading.table
    if let declared {
      if let index = table.records.firstIndex(where: { $0.line == declared && !$0.isBlank }) {
        return index
      }
      throw Wording.noHeader(table.sample.place.at(line: declared))
    }
    if let found = reading.header { return found }
    throw Wording.noHeader(table.sample.place)
  }

  private static func fitted(_ labels: [String], to count: Int) -> [String] {
    Array((labels + Array(repeating: "", count: count)).prefix(count))
  }

  private static func problems(
    _ sample: Sample, _ columns: [String], _ ends: LineEndCount, headerLine: Int, isEmpty: Bool
  ) -> ProblemLog {
    var log = ProblemLog()
    let header = sample.place.at(line: headerLine)
    if ends.kind == .mixed { log.record(Wording.mixedLineEnds(sample.place, ends)) }
    if columns.count == 1 {
      let isQuotedWhole = columns[0].contains { ";,|\t".contains($0) }
      log.record(isQuotedWhole ? Wording.quotedRows(header) : Wording.oneColumn(header))
    }
    for (index, name) in columns.enumerated() where name.isEmpty {
      log.record(Wording.unnamedColumn(header, index))
    }
    for (name, indices) in repeated(columns) {
      log.record(Wording.repeatedColumn(header, name, indices))
    }
    if sample.doubleEncoding.pairs > 0 {
      log.record(Wording.doubleEncoding(sample.place, sample.doubleEncoding))
    }
    if isEmpty { log.record(Wording.noRows(header)) }
    return log
  }

  private static func repeated(_ columns: [String]) -> [(String, [Int])] {
    let places = Dictionary(grouping: columns.indices.filter { !columns[$0].isEmpty }) {
      columns[$0]
    }
    return places.filter { $0.value.count > 1 }.map { ($0.key, $0.value) }
      .sorted { $0.1[0] < $1.1[0] }
  }
}

/// How the records of a sample end; line ends inside quotes are no line ends.
struct LineEndCount {
  private(set) var feeds = 0
  private(set) var pairs = 0
  private(set) var carriageReturns = 0

  init(_ table: SampleRecords) {
    let bytes = table.sample.bytes
    for record in table.records where record.next > record.range.upperBound {
      let isReturn = bytes[record.range.upperBound] == Grammar.carriageReturn
      if !isReturn {
        feeds += 1
      } else if record.next - record.range.upperBound == 2 {
        pairs += 1
      } else {
        carriageReturns += 1
      }
    }
  }

  var kind: Dialect.LineEnd {
    switch (feeds > 0, pairs > 0, carriageReturns > 0) {
    case (_, false, false): .lf
    case (false, true, false): .crlf
    case (false, false, true): .cr
    default: .mixed
    }
  }
}
