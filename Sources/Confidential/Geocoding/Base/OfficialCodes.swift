public import Diagnostics
internal import Tables

/// The codes that official lists know: what tells a code that lost its zero from one that never was.
///
/// Communes of before count as well: a partner's file outlives their mergers.
///
/// - Confidential: no
public struct OfficialCodes: Sendable {
  /// What a code is of.
  public enum Kind: Sendable, Hashable {
    case commune
    case postcode
  }

  private var communes: Set<String> = []
  private var postcodes: Set<String> = []

  /// - Parameters:
  ///   - files: `v_commune`, `v_mvtcommune` or hexasmal; a file that is none of them adds nothing
  /// - Throws: `files.…`, `tables.…`
  public init(_ files: [String]) throws(Problem) {
    for file in files { try add(file) }
  }

  /// Whether any code of a kind is known: without one, nothing can be told.
  public func canTell(_ kind: Kind) -> Bool { !codes(kind).isEmpty }

  /// Whether a code of five characters exists, or did.
  public func knows(_ code: String, as kind: Kind) -> Bool { codes(kind).contains(code) }

  private func codes(_ kind: Kind) -> Set<String> { kind == .commune ? communes : postcodes }

  private mutating func add(_ file: String) throws(Problem) {
    let table = try DelimitedFile(file)
    guard let layout = CommuneListLayout(table.columns) else { return }
    switch layout.kind {
    case .movements:
      communes.formUnion(try Self.codes(in: layout.read[0], of: table))
      communes.formUnion(try Self.codes(in: layout.read[2], of: table))
    case .communes: communes.formUnion(try Self.codes(in: layout.read[1], of: table))
    case .postcodes:
      communes.formUnion(try Self.codes(in: layout.read[0], of: table))
      postcodes.formUnion(try Self.codes(in: layout.read[2], of: table))
    }
  }

  /// The list may have lost zeros itself: there, nothing else than a code can stand.
  private static func codes(in column: Int, of table: DelimitedFile) throws(Problem) -> [String] {
    try table.mapBlocks(reading: [column]) { block in
      (0..<block.rowCount).map { row in
        let code = block.field(row, 0).trimmed.text
        return code.utf8.count == 4 ? "0" + code : code
      }
    }.results.flatMap { $0 }.filter { $0.utf8.count == 5 }
  }
}
