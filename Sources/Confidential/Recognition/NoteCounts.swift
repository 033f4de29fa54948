internal import Tables

/// How often each text of a column of notes stands beside figures, and beside none.
///
/// CNAF's files say in « note » which rows are not delivered; their figures are all blank.
struct NoteCounts: Sendable {
  private var rows: [String: (all: Int, bare: Int)] = [:]
  private var hasTooMany = false

  /// Notes are codes or a word; a column with more of them is something else.
  private static let mostTexts = 12
  private static let longest = 16

  /// Names by which partners call such a column.
  private static let names: Set<String> = [
    "NOTE", "NOTES", "DISPONIBILITE", "DISPO", "DIFFUSION", "DIFFUSABLE", "SECRET",
  ]

  static func isNote(_ column: String) -> Bool { names.contains(HeaderNames.folded(column)) }

  /// - Parameters:
  ///   - isBare: whether nothing stands in the columns after it
  mutating func add(_ cell: Field, isBare: Bool) {
    if hasTooMany || cell.bytes.isEmpty { return }
    guard cell.bytes.count <= Self.longest else {
      hasTooMany = true
      return
    }
    add(cell.text, all: 1, bare: isBare ? 1 : 0)
  }

  mutating func merge(_ later: NoteCounts) {
    hasTooMany = hasTooMany || later.hasTooMany
    for (text, count) in later.rows { add(text, all: count.all, bare: count.bare) }
  }

  private mutating func add(_ text: String, all: Int, bare: Int) {
    let known = rows[text] ?? (0, 0)
    rows[text] = (known.all + all, known.bare + bare)
    if rows.count > Self.mostTexts { hasTooMany = true }
  }

  /// The texts that only ever stand beside nothing, while others do not; sorted, with how often.
  var unavailable: [(text: String, count: Int)] {
    guard !hasTooMany, rows.values.contains(where: { $0.bare < $0.all }) else { return [] }
    return rows.filter { $0.value.bare == $0.value.all }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.all) }
  }
}
