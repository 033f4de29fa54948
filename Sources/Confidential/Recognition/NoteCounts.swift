internal import Tables

/// How often each text of a column of notes stands beside figures, and beside none.
///
/// CNAF's files say in « note » which rows are not delivered; their figures are all blank. Only a number
/// of one or two digits and the words of a short list are kept: a note that says anything else may be
/// about somebody, and the whole column is given up.
struct NoteCounts: Sendable {
  private var rows: [String: (all: Int, bare: Int)] = [:]
  private var isGivenUp = false

  /// Names by which partners call such a column.
  private static let names: Set<String> = [
    "NOTE", "NOTES", "DISPONIBILITE", "DISPO", "DIFFUSION", "DIFFUSABLE", "SECRET",
  ]
  private static let words: Set<String> = [
    "ABSENT", "C", "CONFIDENTIEL", "DIFFUSABLE", "DISPONIBLE", "INDISPONIBLE", "NC", "ND", "NON",
    "NS",
    "N_C", "N_D", "N_S", "OUI", "S", "SECRET",
  ]

  static func isNote(_ column: String) -> Bool { names.contains(ColumnName.folded(column)) }

  /// - Parameters:
  ///   - isBare: whether nothing stands in the columns after it
  mutating func add(_ cell: Field, isBare: Bool) {
    if isGivenUp || cell.bytes.isEmpty { return }
    guard Self.mayBeShown(cell) else {
      isGivenUp = true
      rows = [:]
      return
    }
    add(cell.text, all: 1, bare: isBare ? 1 : 0)
  }

  private static func mayBeShown(_ cell: Field) -> Bool {
    if cell.bytes.count <= 2, cell.bytes.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
    return cell.bytes.count <= 16 && words.contains(ColumnName.folded(cell.text))
  }

  mutating func merge(_ later: NoteCounts) {
    isGivenUp = isGivenUp || later.isGivenUp
    if isGivenUp { rows = [:] }
    for (text, count) in later.rows where !isGivenUp { add(text, all: count.all, bare: count.bare) }
  }

  private mutating func add(_ text: String, all: Int, bare: Int) {
    let known = rows[text] ?? (0, 0)
    rows[text] = (known.all + all, known.bare + bare)
  }

  /// The texts that only ever stand beside nothing, while others do not; sorted, with how often.
  var unavailable: [(text: String, count: Int)] {
    guard rows.values.contains(where: { $0.bare < $0.all }) else { return [] }
    return rows.filter { $0.value.bare == $0.value.all }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.all) }
  }
}
