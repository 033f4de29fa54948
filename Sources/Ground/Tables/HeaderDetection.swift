/// Finds the header under at most eight title lines, and the row of long labels that may follow it.
///
/// A header is as wide as the table, mostly filled, and never a number over numbers nor, for all one
/// can tell, a person over people: a first row of data is not taken for names, which messages quote.
struct HeaderDetection {
  /// Position in the records; `nil` when none looks like a header.
  private(set) var header: Int?

  /// How many filled records may come before the first row.
  private static let searched = 9
  /// How many rows are looked at to know what a column holds.
  private static let rowsCompared = 50

  private let table: SampleRecords
  private let width: Int

  init(_ table: SampleRecords, width: Int) {
    self.table = table
    self.width = width
    let candidates = table.records.indices.filter { !table.records[$0].isBlank }
      .prefix(Self.searched)
    header =
      candidates.first { isHeader($0, width: width) }
      ?? (endsEmpty ? candidates.first { isHeader($0, width: width - 1) } : nil)
      ?? candidates.first { isHeader($0, width: width, expecting: usedWidth) }
  }

  /// Whether a row of long labels stands after the header.
  static func hasLabels(_ table: SampleRecords, header: Int) -> Bool {
    let names = table.texts(of: table.records[header])
    guard header + 1 < table.records.count else { return false }
    let labels = table.texts(of: table.records[header + 1])
    guard labels.count == names.count else { return false }
    let columns = numericColumns(table, after: header + 1, width: names.count)
    let worded = columns.map { labels[$0] }.filter { !$0.isEmpty && !looksNumeric($0) }
    if HeaderEvidence.isRow(labels, over: table, at: header + 1, numeric: columns) { return false }
    let isNumberFree = columns.allSatisfy { !looksNumeric(labels[$0]) }
    let length = averageLength(labels)
    return isNumberFree && !worded.isEmpty && 2 * worded.count >= columns.count
      && Set(worded).count == worded.count && length >= shortestLabel
      && length > averageLength(names)
  }

  /// Labels are phrases; shorter texts over numbers are masks such as « nd » or « s ».
  private static let shortestLabel = 5.0

  private static func averageLength(_ texts: [String]) -> Double {
    let filled = texts.filter { !$0.isEmpty }
    return Double(filled.reduce(0) { $0 + $1.count }) / Double(max(1, filled.count))
  }

  /// - Parameters:
  ///   - expecting: how many columns are used; `nil` for all
  private func isHeader(_ index: Int, width: Int, expecting used: Int? = nil) -> Bool {
    let record = table.records[index]
    guard record.fields.count == width else { return false }
    let texts = table.texts(of: record)
    let filled = texts.count { !$0.isEmpty }
    guard 5 * filled >= 3 * (used ?? width) else { return false }
    let numbers = texts.indices.filter {
      Self.looksNumeric(texts[$0]) && !Self.looksLikeYear(texts[$0])
    }
    let numeric = Set(Self.numericColumns(table, after: index, width: record.fields.count))
    guard numbers.isEmpty || 2 * numbers.count < filled && numeric.isDisjoint(with: numbers) else {
      return false
    }
    let rows = Self.rows(table, after: index, width: width)
    return HeaderEvidence(texts, over: rows, numeric: numeric)
      .allowsHeader(isFirst: !hasRow(before: index, asFullAs: filled, width))
  }

  /// The first filled rows of a width under a record.
  static func rows(_ table: SampleRecords, after index: Int, width: Int) -> [[String]] {
    table.records.dropFirst(index + 1).filter { $0.fields.count == width && !$0.isBlank }
      .prefix(Self.rowsCompared).map { table.texts(of: $0) }
  }

  /// Whether a row as wide and as filled stands above: names stand above the rows.
  private func hasRow(before index: Int, asFullAs filled: Int, _ width: Int) -> Bool {
    table.records.prefix(index).contains { record in
      record.fields.count == width && table.texts(of: record).count { !$0.isEmpty } >= filled
    }
  }

  /// How many columns hold something in more than one row: a cell strayed far to the right makes a
  /// sheet wider than its table.
  private var usedWidth: Int {
    let rows = table.records.prefix(Self.rowsCompared).map { table.texts(of: $0) }
    return max(
      2,
      (0..<width).count { column in
        rows.count { $0.indices.contains(column) && !$0[column].isEmpty } > 1
      })
  }

  /// Whether the records of the usual width end with an empty field, as when every row has a
  /// separator too many.
  private var endsEmpty: Bool {
    let wide = table.records.filter { $0.fields.count == width }
    return width > 2 && wide.allSatisfy { $0.fields.last?.isEmpty ?? false }
  }

  /// Columns where at least four cells out of five are numbers, empty ones left out.
  static func numericColumns(
    _ table: SampleRecords, after index: Int, width: Int
  ) -> [Int] {
    let rows = table.records.dropFirst(index + 1).filter { $0.fields.count >= width && !$0.isBlank }
      .prefix(rowsCompared).map { table.texts(of: $0) }
    return (0..<width).filter { column in
      let filled = rows.map { $0[column] }.filter { !$0.isEmpty }
      return !filled.isEmpty && 5 * filled.count(where: looksNumeric) >= 4 * filled.count
    }
  }

  /// Digits with a sign, a decimal mark, a percent sign or spaces.
  static func looksNumeric(_ text: String) -> Bool {
    let hasDigit = text.utf8.contains { $0 &- 0x30 < 10 }
    return hasDigit
      && text.unicodeScalars.allSatisfy {
        "0123456789+-.,% \u{A0}\u{202F}".unicodeScalars.contains($0)
      }
  }

  private static func looksLikeYear(_ text: String) -> Bool {
    text.utf8.count == 4 && Int(text).map { (1900...2100).contains($0) } ?? false
  }
}
