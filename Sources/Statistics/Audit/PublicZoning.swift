internal import Files

/// What the areas of another zoning are made of, as a release's table of passage says.
struct PublicZoning: Sendable, Hashable {
  /// Its identifier.
  let id: String
  /// By IRIS code, the areas where its persons may live; the empty code is none of them.
  private(set) var areasOfIris: [String: Set<String>] = [:]
  /// By commune code, the area that it is a part of.
  private(set) var areaOfCommune: [String: String] = [:]

  /// Every zoning of some tables, sorted.
  static func all(in tables: [PublicTable]) -> [PublicZoning] {
    var zonings: [String: PublicZoning] = [:]
    for row in tables.flatMap(\.rows) {
      guard let id = row["zonage"] else { continue }
      zonings[id, default: PublicZoning(id: id)].add(row)
    }
    return zonings.values.sorted { $0.id < $1.id }
  }

  /// Where the persons of an IRIS may live.
  func options(of iris: PublicZone) -> [String] { areasOfIris[iris.code]?.sorted() ?? [""] }

  /// By area, the communes where it may have somebody.
  var communes: [String: Set<String>] {
    var communes: [String: Set<String>] = [:]
    for (iris, areas) in areasOfIris {
      for area in areas where !area.isEmpty {
        communes[area, default: []].insert(String(iris.prefix(5)))
      }
    }
    for (commune, area) in areaOfCommune { communes[area, default: []].insert(commune) }
    return communes
  }

  private mutating func add(_ row: [String: String]) {
    let area = row["code_zone"] ?? ""
    if let iris = row["iris"] {
      areasOfIris[iris, default: []].insert(area)
    } else if let commune = row["commune"] {
      areaOfCommune[commune] = area
    }
  }
}

extension [PublicZoning] {
  /// What tells apart zonings whose areas are made of other members; the same members, the same text.
  var signature: String {
    let lines = flatMap { zoning in
      zoning.areasOfIris.map { "\(zoning.id) \($0) \($1.sorted())" }
        + zoning.areaOfCommune.map { "\(zoning.id) \($0) \($1)" }
    }
    let bytes = [UInt8](lines.sorted().joined(separator: "\n").utf8)
    return ContentHash(of: bytes).hexadecimal
  }
}

/// Communes that an area of some zoning ties: what is public of one tells of the others.
struct TiedCommunes {
  /// Sorted by their first commune.
  let groups: [Set<String>]

  init(_ releases: [PublicRelease]) {
    var groups = Set(releases.flatMap(\.communes)).sorted().map { Set([$0]) }
    let known = Set(groups.flatMap(\.self))
    for tied in releases.flatMap(\.zonings).flatMap({ Array($0.communes.values) }) {
      let own = tied.intersection(known)
      let touching = groups.filter { !$0.isDisjoint(with: own) }
      guard touching.count > 1 else { continue }
      groups.removeAll { !$0.isDisjoint(with: own) }
      groups.append(touching.reduce(into: []) { $0.formUnion($1) })
    }
    self.groups = groups.sorted { ($0.min() ?? "") < ($1.min() ?? "") }
  }
}
