/// Finds the separator under which most records have the same number of fields.
enum SeparatorDetection {
  /// In order of preference between equals: a decimal comma is as regular as a separator.
  static let candidates: [UInt8] = [0x3B, 0x09, 0x7C, 0x2C]

  /// - Returns: the records as the best separator cuts them, and their usual number of fields
  static func detect(_ sample: Sample, declared: UInt8?) -> Reading {
    let acceptsCarriageReturn = Self.hasLoneCarriageReturn(sample.bytes)
    let separators = declared.map { [$0] } ?? candidates
    var best: Reading?
    for separator in separators {
      let grammar = Grammar(separator: separator, acceptsCarriageReturn: acceptsCarriageReturn)
      let reading = Reading(SampleRecords(sample, grammar))
      if best.map({ $0.rank < reading.rank }) ?? true { best = reading }
    }
    return best
      ?? Reading(
        SampleRecords(
          sample, Grammar(separator: 0x3B, acceptsCarriageReturn: acceptsCarriageReturn)))
  }

  /// One way of cutting the sample.
  struct Reading {
    let table: SampleRecords
    /// Fields of most records.
    let width: Int
    /// Position of the header in the records; `nil` when none looks like one.
    let header: Int?
    /// How good it is: a table with a header first, then regular records.
    let rank: Rank

    init(_ table: SampleRecords) {
      self.table = table
      let counts = table.records.filter { !$0.isBlank }.map(\.fields.count)
      let (width, header) = Self.shape(of: table, counts)
      self.width = width
      self.header = header
      let titles = min(8, counts.firstIndex(of: width) ?? 0)
      let regular = counts.count { $0 == width }
      let share = Double(regular) / Double(max(1, counts.count - titles))
      rank = Rank(
        isTable: width > 1 && header != nil, regular: regular,
        regularity: Int((min(share, 1) * 50).rounded()), titles: titles)
    }

    /// The commonest width that has a header; rows that lack or exceed a field do not outvote it.
    private static func shape(
      of table: SampleRecords, _ counts: [Int]
    ) -> (width: Int, header: Int?) {
      let frequencies = Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +)
      let several = frequencies.filter { $0.key > 1 }
        .sorted { ($1.value, $1.key) < ($0.value, $0.key) }
      guard let best = several.first else {
        return (1, HeaderDetection(table, width: 1).header)
      }
      for (width, count) in several where 2 * count >= best.value {
        if let header = HeaderDetection(table, width: width).header { return (width, header) }
      }
      return (best.key, nil)
    }
  }

  struct Rank: Comparable {
    let isTable: Bool
    /// Records of the usual width. The right separator cuts the header as it cuts the rows; a mark
    /// inside the cells cuts the rows alone, and would take one of them for the names.
    let regular: Int
    /// In fiftieths, so that a stray line decides nothing.
    let regularity: Int
    /// Lines before the first regular one: the fewer the better.
    let titles: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.isTable ? 1 : 0, left.regular, left.regularity, -left.titles)
        < (right.isTable ? 1 : 0, right.regular, right.regularity, -right.titles)
    }
  }

  private static func hasLoneCarriageReturn(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      bytes[index] == Grammar.carriageReturn
        && (index + 1 == bytes.count || bytes[index + 1] != Grammar.lineFeed)
    }
  }
}
