internal import Tables

/// Finds rows of totals: a word of a short list where a place or a label stands, and nobody in the row.
///
/// « Somme (rue de la) » is an address and « Ensemble Les Lilas » a residence: such columns are never
/// looked at, and a row that has an address, a key or a name is somebody's. « Total Énergies » may be the
/// name of an IRIS: a row that has an IRIS code is no total told by a word and others.
struct TotalSearch: Sendable {
  private let labels: [Int]
  private let free: Set<Int>
  private let personal: [Int]
  private let unknown: [Int]
  private let codes: [Int]
  private let parts: [Int]

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
    codes = roles.indices.filter { roles[$0] == nil || roles[$0] == .iris }
    parts = roles.indices.filter { roles[$0] == .irisPart || roles[$0] == .iris }
    free = personal.isEmpty ? Set(labels) : []
  }

  /// A row of a total, or one that only its IRIS code keeps from being one.
  struct Found {
    let column: Int
    /// What a campaign calls such rows: the cell, or an opening; `nil` for a row of data that it would
    /// take in.
    let text: String?
  }

  /// A row of a total and where it says so; `nil` for rows of data.
  func total(of row: Int, in block: borrowing RowBlock) -> Found? {
    for column in labels {
      let cell = block.field(row, column).trimmed
      guard let kind = RowWords.total(cell) else { continue }
      switch kind {
      case .listed where isNobody(row, but: column, in: block):
        return Found(column: column, text: cell.text)
      case .opened(let pattern) where free.contains(column):
        if hasIris(row, in: block) { return Found(column: column, text: nil) }
        if isNobody(row, but: column, in: block) { return Found(column: column, text: pattern) }
      default: continue
      }
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

  /// Whether a row has the code of an IRIS, whole, without its zero, or the four characters of one.
  private func hasIris(_ row: Int, in block: borrowing RowBlock) -> Bool {
    for column in codes {
      let bytes = Array(block.field(row, column).trimmed.bytes)
      if FrenchCode.isIris(bytes.count == 8 ? [0x30] + bytes : bytes) { return true }
    }
    for column in parts {
      let bytes = block.field(row, column).trimmed.bytes
      if (1...4).contains(bytes.count), bytes.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
    }
    return false
  }
}
