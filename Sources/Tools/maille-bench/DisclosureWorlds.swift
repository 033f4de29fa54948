internal import Disclosure

/// Systems of cells to protect: one town as others measured it, a town with zones that overlap its
/// IRIS, and a département of communes.
enum DisclosureWorlds {
  static let threshold = 11

  /// The synthetic town of the project's references: 72 IRIS, 5 ages, 2 sexes, 1,314 cells.
  ///
  /// - Parameters:
  ///   - floor: what the public believes of a withheld cell at least: 0 as the peers do, 1 as it can
  ///     where zeros are shown
  /// - Returns: `nil` when the folder is not there
  static func reference(_ folder: String, floor: Int) -> CellSystem? {
    let cells = rows(folder + "/cells_raw.csv")
    let relations = rows(folder + "/relations.csv")
    guard !cells.isEmpty, !relations.isEmpty else { return nil }
    var system = CellSystem()
    var numbers: [String: Int] = [:]
    for cell in cells {
      let value = Int(cell[1]) ?? 0
      numbers[cell[0]] = system.add(
        .init(
          cell[0], value, value == 0 ? .frozen : .open, isPrimary: cell[3] == "1", floor: floor))
    }
    var terms: [String: [(cell: Int, times: Int)]] = [:]
    var order: [String] = []
    for relation in relations {
      if terms[relation[0]] == nil { order.append(relation[0]) }
      terms[relation[0], default: []].append((numbers[relation[1]] ?? 0, Int(relation[2]) ?? 0))
    }
    for name in order { system.add(.init(terms[name] ?? [])) }
    return system
  }

  private static func rows(_ path: String) -> [[String]] {
    textOfFile(path).split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A number of persons about a mean that differs from place to place.
  fileprivate static func count(_ mean: Double, _ chance: inout Chance) -> Int {
    let own = mean * (0.4 + 1.2 * chance.share())
    return max(0, Int((own + chance.bell() * own.squareRoot()).rounded()))
  }

  /// A cell that is small, or nobody, or neither.
  fileprivate static func cell(_ name: String, _ value: Int, block: Int? = nil) -> CellSystem.Cell {
    CellSystem.Cell(
      name, value, value == 0 ? .frozen : .open, isPrimary: value > 0 && value < threshold,
      floor: 1, block: block)
  }
}

// MARK: - A département of communes

extension DisclosureWorlds {
  /// IRIS by categories with their total, communes, and the département; one block for each commune.
  static func country(irises: Int, perCommune: Int, categories: Int, seed: UInt64) -> CellSystem {
    var system = CellSystem()
    var chance = Chance(seed: seed)
    var communes: [[Int]] = []
    for commune in 0..<(irises / perCommune) {
      let rows = (0..<perCommune).map { _ in
        (0..<categories).map { _ in count(20, &chance) }
      }
      let areas = rows.map { add($0, to: &system, block: commune) }
      communes.append(addSum(of: areas, to: &system))
    }
    _ = addSum(of: communes, to: &system)
    return system
  }

  /// One area: its categories, then their total.
  private static func add(_ counts: [Int], to system: inout CellSystem, block: Int?) -> [Int] {
    let cells = counts.map { system.add(cell("", $0, block: block)) }
    let total = system.add(cell("", counts.reduce(0, +), block: block))
    system.add(total, isSumOf: cells)
    return cells + [total]
  }

  private static func addSum(of areas: [[Int]], to system: inout CellSystem) -> [Int] {
    let sums = areas[0].indices.map { column in
      let parts = areas.map { $0[column] }
      let whole = system.add(cell("", parts.reduce(0) { $0 + system.cells[$1].value }))
      system.add(whole, isSumOf: parts)
      return whole
    }
    system.add(sums[sums.count - 1], isSumOf: Array(sums.dropLast()))
    return sums
  }
}

// MARK: - A town with zones that overlap its IRIS

extension DisclosureWorlds {
  private static let ages = 5

  /// IRIS and zones by age and sex with totals, what is in an IRIS that a zone cuts and in the zone as
  /// cells that nobody publishes, and every small difference of zones.
  static func town(irises: Int, zones: Int, seed: UInt64) -> CellSystem {
    var chance = Chance(seed: seed)
    var pieces: [(iris: Int, zone: Int?, counts: [Int])] = []
    for iris in 0..<irises {
      let counts = (0..<2 * ages).map { _ in count(20, &chance) }
      let zone = iris % (irises / zones) < 6 ? iris / (irises / zones) : nil
      guard let zone, zone < zones else {
        pieces.append((iris, nil, counts))
        continue
      }
      let inside = counts.map { Int((Double($0) * chance.share()).rounded()) }
      pieces.append((iris, zone, inside))
      pieces.append((iris, nil, zip(counts, inside).map { $0 - $1 }))
    }
    return town(of: pieces, irises: irises, zones: zones)
  }

  private static func town(
    of pieces: [(iris: Int, zone: Int?, counts: [Int])], irises: Int, zones: Int
  ) -> CellSystem {
    var system = CellSystem()
    let cut = Set(pieces.filter { $0.zone != nil }.map(\.iris))
    let atoms = pieces.map { piece in
      piece.counts.map { count in
        system.add(cut.contains(piece.iris) ? .init("", count, .implied) : cell("", count))
      }
    }
    func area(_ belongs: (Int) -> Bool) -> [Int] {
      let members = pieces.indices.filter(belongs)
      guard members.count > 1 else { return addMargins(to: atoms[members[0]], &system) }
      let base = (0..<2 * ages).map { column in
        let parts = members.map { atoms[$0][column] }
        let whole = system.add(cell("", parts.reduce(0) { $0 + system.cells[$1].value }))
        system.add(whole, isSumOf: parts)
        return whole
      }
      return addMargins(to: base, &system)
    }
    let ofIris = (0..<irises).map { iris in area { pieces[$0].iris == iris } }
    let ofZone = (0..<zones).map { zone in area { pieces[$0].zone == zone } }
    addWhole(of: ofIris, &system)
    addDifferences(pieces, ofIris, ofZone, &system)
    return system
  }

  /// Ten cells by age and sex, then ages, sexes and everybody.
  private static func addMargins(to base: [Int], _ system: inout CellSystem) -> [Int] {
    func sum(_ parts: [Int]) -> Int {
      let whole = system.add(cell("", parts.reduce(0) { $0 + system.cells[$1].value }))
      system.add(whole, isSumOf: parts)
      return whole
    }
    let byAge = (0..<ages).map { sum([base[2 * $0], base[2 * $0 + 1]]) }
    let bySex = (0..<2).map { sex in sum((0..<ages).map { base[2 * $0 + sex] }) }
    let everybody = sum(byAge)
    system.add(everybody, isSumOf: bySex)
    return base + byAge + bySex + [everybody]
  }

  private static func addWhole(of areas: [[Int]], _ system: inout CellSystem) {
    for column in areas[0].indices {
      let parts = areas.map { $0[column] }
      let whole = system.add(cell("", parts.reduce(0) { $0 + system.cells[$1].value }))
      system.add(whole, isSumOf: parts)
    }
  }

  private static func addDifferences(
    _ pieces: [(iris: Int, zone: Int?, counts: [Int])], _ ofIris: [[Int]], _ ofZone: [[Int]],
    _ system: inout CellSystem
  ) {
    for column in ofIris[0].indices {
      let atoms = pieces.map { piece in
        ZoneDifferences.Atom(
          first: piece.iris, second: piece.zone, count: marginal(piece.counts, column))
      }
      for difference in ZoneDifferences(atoms).under(threshold) {
        let sign = difference.isOutside ? -1 : 1
        let rest = system.add(.init("", difference.count, .implied, isPrimary: true))
        system.add(
          .init(
            [(rest, -1)] + difference.first.map { (ofIris[$0][column], sign) }
              + difference.second.map { (ofZone[$0][column], -sign) }))
      }
    }
  }

  /// What ten counts by age and sex make in one of the eighteen columns.
  private static func marginal(_ counts: [Int], _ column: Int) -> Int {
    switch column {
    case ..<(2 * ages): counts[column]
    case ..<(3 * ages): counts[2 * (column - 2 * ages)] + counts[2 * (column - 2 * ages) + 1]
    case 3 * ages: (0..<ages).reduce(0) { $0 + counts[2 * $1] }
    case 3 * ages + 1: (0..<ages).reduce(0) { $0 + counts[2 * $1 + 1] }
    default: counts.reduce(0, +)
    }
  }
}
