internal import Tables

/// Finds rows of totals: a word of a short list where a place or a label stands, and nobody in the row.
///
/// « Somme (rue de la) » is an address and « Ensemble Les Lilas » a residence: such columns are never
/// looked at, and a row that has an address, a key or a name is somebody's.
struct TotalSearch: Sendable {
  private let labels: [Int]
  private let free: Set<Int>
  private let personal: [Int]
  private let unknown: [Int]

  private static let labelRoles: Set<ColumnRole> = [
    .city, .commune, .iris, .irisPart, .age, .sex, .period, .category, .key,
  ]

  /// - Parameters:
  ///   - roles: as the names tell them
  init(_ roles: [ColumnRole?]) {
    let has = { (index: Int, known: Set<ColumnRole>) in roles[index].map(known.contains) ?? false }
    labels = roles.indices.filter { roles[$0] == nil || has($0, Self.labelRoles) }
    personal = roles.indices.filter { roles[$0]?.isPersonal ?? false }
    unknown = roles.indices.filter { roles[$0] == nil }
    free = personal.isEmpty ? Set(labels) : []
  }

  /// A row of a total and where it says so; `nil` for rows of data.
  func total(
    of row: Int, in block: borrowing RowBlock
  ) -> (column: Int, kind: RowWords.Total)? {
    for column in labels {
      guard let kind = RowWords.total(block.field(row, column).trimmed) else { continue }
      if kind == .free && !free.contains(column) { continue }
      if isNobody(row, but: column, in: block) { return (column, kind) }
    }
    return nil
  }

  private func isNobody(_ row: Int, but column: Int, in block: borrowing RowBlock) -> Bool {
    for other in personal where other != column && !block.field(row, other).isBlank { return false }
    var texts = 0
    var others = 0
    for other in unknown where other != column {
      others += 1
      let first = block.field(row, other).trimmed.bytes.first ?? 0
      if first | 0x20 >= 0x61 { texts += 1 }
    }
    return 2 * texts <= others
  }
}
