public import Boundaries
public import Diagnostics
internal import Geometry
internal import Locating
internal import Tables
internal import Territory

extension ReferenceTown {
  /// The addresses of BAN or BAL files, each in its IRIS.
  ///
  /// Rows without a number (99999), without a position or without a usable commune are left out: no
  /// trial starts from them. Several positions of one address count once, the first.
  ///
  /// - Parameters:
  ///   - files: BAN (any layout) or BAL, by column name
  ///   - territory: the contours that tell the IRIS
  ///   - postcode: taken where the file has none
  /// - Throws: `files.…`, `tables.…`
  public static func read(
    _ files: [String], in territory: IrisTerritory, postcode: String = ""
  ) throws(Problem) -> ReferenceTown {
    var builder = TownBuilder(postcode: postcode)
    for file in files {
      let table = try DelimitedFile(file)
      let columns = try TownColumns(table)
      let blocks = try table.mapBlocks(reading: columns.read, threads: 1) { block in
        (0..<block.rowCount).compactMap { columns.row($0, in: block) }
      }
      for row in blocks.results.joined() { builder.add(row) }
    }
    return builder.town(in: territory)
  }
}

/// One row of an address base.
private struct TownRow: Sendable {
  var id = ""
  var number = 0
  var suffix = ""
  var street = ""
  var postcode = ""
  var commune: Commune
  var communeName = ""
  var formerName = ""
  var x = 0.0
  var y = 0.0
}

/// Where a file has what a row needs.
private struct TownColumns: Sendable {
  let read: [Int]
  private let slots: [Role: Int]

  private enum Role: CaseIterable {
    case id, number, suffix, street, postcode, commune, communeName, formerName, x, y

    var names: [String] {
      switch self {
      case .id: ["id", "cle_interop"]
      case .number: ["numero"]
      case .suffix: ["rep", "suffixe"]
      case .street: ["nom_voie", "voie_nom", "toponyme"]
      case .postcode: ["code_postal", "code_post"]
      case .commune: ["code_insee", "commune_insee"]
      case .communeName: ["nom_commune", "commune_nom"]
      case .formerName: ["nom_ancienne_commune", "commune_deleguee_nom"]
      case .x: ["x"]
      case .y: ["y"]
      }
    }

    var isOptional: Bool { [.postcode, .formerName, .suffix].contains(self) }
  }

  init(_ table: DelimitedFile) throws(Problem) {
    var read: [Int] = []
    var slots: [Role: Int] = [:]
    for role in Role.allCases {
      let known = role.names.first { table.columns.contains($0) }
      if known == nil && role.isOptional { continue }
      slots[role] = read.count
      read.append(try table.index(of: known ?? role.names[0]))
    }
    self.read = read
    self.slots = slots
  }

  func row(_ row: Int, in block: borrowing RowBlock) -> TownRow? {
    var texts: [Role: String] = [:]
    for (role, slot) in slots { texts[role] = block.field(row, slot).trimmed.text }
    guard let commune = Commune(texts[.commune] ?? ""), let number = Int(texts[.number] ?? ""),
      number > 0, number < 5_000, let x = Double(texts[.x] ?? ""), let y = Double(texts[.y] ?? ""),
      let street = texts[.street], !street.isEmpty
    else { return nil }
    return TownRow(
      id: texts[.id] ?? "", number: number, suffix: (texts[.suffix] ?? "").lowercased(),
      street: street, postcode: texts[.postcode] ?? "", commune: commune,
      communeName: texts[.communeName] ?? "", formerName: texts[.formerName] ?? "", x: x, y: y)
  }
}

/// Gathers rows into streets.
private struct TownBuilder {
  private let postcode: String
  private var rows: [(row: TownRow, street: Int)] = []
  private var streets: [TownStreet] = []
  private var streetOfKey: [String: Int] = [:]
  private var known: Set<String> = []

  init(postcode: String) { self.postcode = postcode }

  mutating func add(_ row: TownRow) {
    guard row.id.isEmpty || known.insert(row.id).inserted else { return }
    let words = Spelling.words(of: row.street).joined(separator: " ")
    let key = "\(row.commune.code)|\(row.formerName)|\(words)"
    let street = streetOfKey[key] ?? streets.count
    if street == streets.count {
      streetOfKey[key] = street
      streets.append(
        TownStreet(
          name: row.street, postcode: row.postcode.isEmpty ? postcode : row.postcode,
          commune: row.commune, communeName: row.communeName, formerName: row.formerName))
    }
    rows.append((row, street))
  }

  func town(in territory: IrisTerritory) -> ReferenceTown {
    let positions = rows.map { Position<Projected>(x: $0.row.x, y: $0.row.y) }
    let addresses = rows.enumerated().map { index, entry in
      TownAddress(
        id: entry.row.id, number: entry.row.number, suffix: entry.row.suffix, street: entry.street,
        x: entry.row.x, y: entry.row.y,
        iris: Self.iris(of: positions[index], in: entry.row.commune, territory))
    }
    return ReferenceTown(
      addresses: addresses, streets: streets,
      hasPostcodes: rows.contains { !$0.row.postcode.isEmpty })
  }

  /// With the commune guard and the default reach of DESIGN.md.
  private static func iris(
    of position: Position<Projected>, in commune: Commune, _ territory: IrisTerritory
  ) -> Iris? {
    guard let range = territory.ordinals(of: commune) else { return nil }
    let owner = territory.index.owner(of: position, among: Candidates(range), reach: 400)
    switch owner {
    case .inside(let ordinal), .nearest(let ordinal, _): return territory.index.keys[ordinal]
    case .none: return nil
    }
  }
}
