internal import Tables

/// Which column holds what, in a file of addresses: by name, over all layouts.
struct AddressLayout: Sendable {
  /// What is read of a row.
  enum Column: Int, CaseIterable {
    case id, street, number, suffix, name, postcode, insee, city, oldInsee, oldCity
    case x, y, longitude, latitude, type, alias, afnor, hamlet, regional
  }

  /// Position in the columns that are read, by column; −1 when the file has none.
  let slots: [Int]
  /// Positions in the file.
  let read: [Int]
  let isPlaceFile: Bool
  let isBAL: Bool

  private static let spellings: [Column: [String]] = [
    .id: ["id", "cle_interop", "id_ban_adresse"], .street: ["id_fantoir"],
    .number: ["numero"], .suffix: ["rep", "suffixe"],
    .name: ["nom_voie", "voie_nom", "toponyme", "nom_lieu_dit"],
    .postcode: ["code_postal", "code_post"], .insee: ["code_insee", "commune_insee"],
    .city: ["nom_commune", "commune_nom"],
    .oldInsee: ["code_insee_ancienne_commune", "commune_deleguee_insee"],
    .oldCity: ["nom_ancienne_commune", "commune_deleguee_nom"], .x: ["x"], .y: ["y"],
    .longitude: ["lon", "long"], .latitude: ["lat"], .type: ["type_position", "position"],
    .alias: ["alias"], .afnor: ["nom_afnor"], .hamlet: ["nom_ld", "lieudit_complement_nom"],
  ]

  /// - Returns: `nil` unless the columns are those of an address file
  init?(_ columns: [String]) {
    let folded = columns.map { $0.lowercased() }
    var slots = [Int](repeating: -1, count: Column.allCases.count)
    var read: [Int] = []
    for column in Column.allCases {
      let found =
        column == .regional
        ? folded.firstIndex(where: Self.isRegional)
        : Self.spellings[column, default: []].lazy.compactMap { folded.firstIndex(of: $0) }.first
      guard let found else { continue }
      slots[column.rawValue] = read.count
      read.append(found)
    }
    guard slots[Column.name.rawValue] >= 0, slots[Column.insee.rawValue] >= 0 else { return nil }
    self.slots = slots
    self.read = read
    isPlaceFile = folded.contains("nom_lieu_dit")
    isBAL = folded.contains("cle_interop") || folded.contains("commune_insee")
  }

  /// `voie_nom_bre`: the street in Breton, a second name.
  ///
  /// - Source: BAL 1.3, « voie_nom_xxx »
  private static func isRegional(_ column: String) -> Bool {
    ["voie_nom_", "toponyme_"].contains { column.hasPrefix($0) && column.count == $0.count + 3 }
  }

  @inline(__always) func bytes(
    _ column: Column, _ row: Int, of block: borrowing RowBlock
  ) -> UnsafeRawBufferPointer {
    let slot = slots[column.rawValue]
    guard slot >= 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return block.field(row, slot).bytes
  }
}
