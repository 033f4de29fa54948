internal import Rates
internal import Territory

/// One family in one commune as a system of cells: its columns by row, what their differences leave,
/// and the totals, which stay.
struct FamilySystem {
  var cells = CellSystem()
  let family: Family
  let sheet: Sheet
  let rule: ProtectionRule
  /// By column, a number for every row.
  private let numbers: [Int: [Int]]
  /// Cells of more persons than live there: the public may trust the census rather than them.
  private var doubtful: [Int] = []
  /// By column and row, or part of an area after the rows.
  var places: [Suppression.Cell: Int] = [:]
  /// Amounts of one person, who knows it.
  private(set) var loneAmounts: [[Int]] = []
  /// By column and piece of a row.
  var pieces: [Suppression.Cell: Int] = [:]
  /// By relation of several columns, the cells of what they leave: by row, or part of an area after the
  /// rows; and by piece of a row.
  var rests: [Int: [Int: Int]] = [:]
  var restPieces: [Int: [Int: Int]] = [:]
  /// By cell, the relation that it stands in.
  private var relations: [Int] = []

  /// - Parameters:
  ///   - live: relations of columns that are not withheld wholly
  ///   - dependencies: of those columns
  init(
    _ live: [Relation], _ dependencies: [Dependency], of family: Family, sheet: Sheet,
    rule: ProtectionRule
  ) {
    self.family = family
    self.sheet = sheet
    self.rule = rule
    let singles = live.filter(\.combination.isSingle)
    numbers = Completion(of: singles, dependencies).numbers
    for (index, relation) in live.enumerated() where relation.combination.isSingle {
      addColumn(relation, index)
    }
    for dependency in dependencies { add(dependency) }
    for (index, relation) in live.enumerated() where !relation.combination.isSingle {
      rests[index] = isWorthwhile(relation) ? addDifferences(relation, index) : [:]
      addZoneDifferences(relation, index)
    }
    identify(live)
  }

  /// The cells where nothing can be hidden behind the doubtful ones; `nil` when there are none.
  var withoutDoubtful: CellSystem? {
    guard !doubtful.isEmpty else { return nil }
    var system = cells
    for cell in doubtful {
      system.cells[cell].role = .frozen
      system.cells[cell].isPrimary = false
    }
    return system
  }

  /// The relation that a cell stands in.
  func relation(of cell: Int) -> Int { relations[cell] }

  /// The cells of columns that a mask hides.
  func hidden(by mask: Mask) -> Set<Suppression.Cell> {
    Set(places.filter { mask.hidden[$0.value] }.map(\.key))
  }

  /// Withholds some cells as if they were small themselves.
  ///
  /// - Returns: whether any of them could be
  mutating func force(_ wanted: Set<Suppression.Cell>) -> Bool {
    let numbers = wanted.compactMap { places[$0] }.filter {
      cells.cells[$0].role == .open && !cells.cells[$0].isPrimary
    }
    for number in numbers { cells.cells[number].isPrimary = true }
    return !numbers.isEmpty
  }

  mutating func add(_ cell: CellSystem.Cell, _ relation: Int) -> Int {
    relations.append(relation)
    return cells.add(cell)
  }
}

// MARK: - Columns

extension FamilySystem {
  private mutating func addColumn(_ relation: Relation, _ index: Int) {
    let column = relation.combination.columns[0]
    let values = numbers[column] ?? []
    let rows = sheet.zones.indices.map { row in
      add(cell(row, of: relation, values[row]), index)
    }
    for row in rows.indices {
      places[.init(column: column, row: row)] = rows[row]
      if relation.contributors?.persons[row] == 1 { loneAmounts.append([rows[row]]) }
      if let ceiling = relation.ceilings[row], ceiling < values[row] { doubtful.append(rows[row]) }
    }
    if let total = relation.total {
      let whole = add(.init("total", total, .frozen), index)
      cells.add(whole, isSumOf: rows)
      addGroups(rows, values, index)
    }
    addZones(rows, column, index)
    addGrounds(rows, values, column, isAmount: relation.contributors != nil, index)
    for row in rows.indices where sheet.columns[column].isNearlyWhole[row] {
      addComplement(of: rows[row], row, index)
    }
  }

  /// Totals of other zonings, that somebody publishes.
  private mutating func addGroups(_ rows: [Int], _ values: [Int], _ index: Int) {
    for group in sheet.groups {
      let whole = add(.init("group", group.reduce(0) { $0 + values[$1] }, .frozen), index)
      cells.add(whole, isSumOf: group.map { rows[$0] })
    }
  }

  private func cell(_ row: Int, of relation: Relation, _ value: Int) -> CellSystem.Cell {
    let column = sheet.columns[relation.combination.columns[0]]
    let isKnown = relation.values[row] != nil
    let isNobody =
      isKnown && column.isNobody(row) && (!rule.hidesZeros || column.isVoid[row])
    let isStaying = isNobody || column.isPublic[row]
    let ceiling = relation.ceilings[row].flatMap { $0 >= value ? $0 : nil }
    let isWhole = column.isNearlyWhole[row] && ceiling != nil
    if column.isPast && !isStaying {
      return .init(
        "\(row)", value, .implied, isPrimary: relation.withholds(value, in: [row], rule))
    }
    var cell = CellSystem.Cell(
      "\(row)", value, isStaying ? .frozen : .open,
      isPrimary: relation.mustHide(row, on: sheet, rule) && !isWhole && !column.isPublic[row],
      floor: rule.hidesZeros || column.isMissing[row] || relation.contributors != nil
        ? 0 : min(1, value), ceiling: ceiling,
      weight: column.wereWithheld.contains(row) ? 1e-2 : weight(row, value))
    if relation.contributors != nil { cell.reach = AmountRule.reach(of: value) }
    return cell
  }

  /// Those who are not counted among the few who live there.
  private mutating func addComplement(of number: Int, _ row: Int, _ index: Int) {
    guard let population = cells.cells[number].ceiling else { return }
    let rest = population - cells.cells[number].value
    let whole = add(.init("population", population, .frozen), index)
    let complement = add(.init("complement", rest, .implied, isPrimary: true), index)
    cells.add(whole, isSumOf: [number, complement])
  }

  /// More for many persons, for many inhabitants, and far more where nobody is said to live.
  private func weight(_ row: Int, _ value: Int) -> Double {
    let usual = CellSystem.Cell("", value).cost
    let population = sheet.populations[row] ?? 0
    var isUninhabited = false
    if case .iris = sheet.zones[row] { isUninhabited = sheet.populations[row] == 0 }
    let order = population / (population + 1000) * 1e-3 + Double(row) * 1e-7
    return usual + order + (isUninhabited ? 1000 : 0)
  }
}

// MARK: - Differences

extension FamilySystem {
  /// What columns make of one another in each row.
  private mutating func add(_ dependency: Dependency) {
    for row in sheet.zones.indices {
      let terms = dependency.terms.map { term in
        (places[.init(column: term.column, row: row)] ?? 0, term.times)
      }
      cells.add(CellSystem.Equation(terms.map { ($0.0, $0.1) }))
    }
    addPieces(dependency)
  }

  /// Differences of two columns bound them; others matter where they leave too few.
  private func isWorthwhile(_ relation: Relation) -> Bool {
    let combination = relation.combination
    guard !combination.isSingle, relation.values.allSatisfy({ ($0 ?? 0) >= 0 }) else {
      return false
    }
    return combination.terms.count == 2
      || sheet.zones.indices.contains { relation.mustHide($0, on: sheet, rule) }
  }

  /// - Returns: by row, the cell of what is left there
  private mutating func addDifferences(_ relation: Relation, _ index: Int) -> [Int: Int] {
    var rests: [Int: Int] = [:]
    for row in sheet.zones.indices {
      let parts = relation.combination.terms.map { term in
        (places[.init(column: term.column, row: row)] ?? 0, term.sign)
      }
      let value = parts.reduce(0) { $0 + cells.cells[$1.0].value * $1.1 }
      guard value >= 0 else { continue }
      let isPrimary = relation.values[row] != nil && relation.mustHide(row, on: sheet, rule)
      var difference = CellSystem.Cell("difference", value, .implied, isPrimary: isPrimary)
      if relation.contributors != nil { difference.reach = AmountRule.reach(of: value) }
      let rest = add(difference, index)
      cells.add(CellSystem.Equation([(rest, -1)] + parts.map { ($0.0, $0.1) }))
      rests[row] = rest
    }
    return rests
  }
}
