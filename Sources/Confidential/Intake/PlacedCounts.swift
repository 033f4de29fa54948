internal import Boundaries
internal import Locating
internal import Territory

/// Counts of some blocks of rows, dense by place and category: what a row is added to.
///
/// Places are numbered: the IRIS by their ordinal, then each commune, then each commune with several
/// possible IRIS, then outside and unplaced.
///
/// - Confidential: small counts; it becomes a `Tally` before it leaves the module
struct PlacedCounts {
  let irisCount: Int
  let communes: [Commune]
  private(set) var categories: [Tally.Category] = []
  private var indexOfCategory: [Tally.Category: Int] = [:]
  var numbers: [[Int]] = []
  var others: [Cell: Count] = [:]
  var amounts: [Cell: Amount] = [:]
  var rows: [Int]
  var apportioned = ApportionedCounts()

  struct Cell: Hashable {
    let place: Int
    let category: Int
  }

  init(territory: IrisTerritory) {
    irisCount = territory.index.keys.count
    communes = territory.communes
    rows = [Int](repeating: 0, count: irisCount + 2 * communes.count + 2)
  }

  /// The place of rows outside the territory.
  var outside: Int { irisCount + 2 * communes.count }
  /// The place of rows without a usable place.
  var unplaced: Int { outside + 1 }

  /// The place of rows whose commune alone is known.
  func place(of commune: Commune) -> Int {
    var range = 0..<communes.count
    while range.count > 1 {
      let middle = (range.lowerBound + range.upperBound) / 2
      range = communes[middle] <= commune ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return communes[range.lowerBound] == commune ? irisCount + range.lowerBound : outside
  }

  /// The place of rows with several possible IRIS of a commune.
  func ambiguousPlace(of commune: Commune) -> Int {
    let place = place(of: commune)
    return place == outside ? outside : place + communes.count
  }

  /// The number of a category, new or old.
  mutating func number(of category: Tally.Category) -> Int {
    if let index = indexOfCategory[category] { return index }
    indexOfCategory[category] = categories.count
    categories.append(category)
    numbers.append([Int](repeating: 0, count: rows.count))
    return categories.count - 1
  }

  /// Counts one row of one unit.
  mutating func addOne(at place: Int, category: Int) {
    rows[place] += 1
    numbers[category][place] += 1
  }

  /// Counts rows of one unit and one category, by the place of each.
  mutating func addOne(atEach places: [Int], category: Int) {
    rows.withUnsafeMutableBufferPointer { rows in for place in places { rows[place] += 1 } }
    numbers[category].withUnsafeMutableBufferPointer { numbers in
      for place in places { numbers[place] += 1 }
    }
  }

  /// Counts one row.
  mutating func add(_ count: Count, at place: Int, category: Int) {
    rows[place] += 1
    if let exact = count.exact {
      numbers[category][place] += exact
    } else {
      others[Cell(place: place, category: category), default: .zero] += count
    }
  }

  /// Adds what the person of a row that was counted gets; nothing where the source has no amounts.
  mutating func add(_ amount: Amount?, at place: Int, category: Int) {
    guard let amount else { return }
    amounts[Cell(place: place, category: category), default: .zero] += amount
  }

  /// Counts one row, among several IRIS when it has shares and its count is known.
  mutating func add(
    _ count: Count, at place: Int, shared shares: [ApportionedShare]?, category: Int
  ) {
    guard let shares, let exact = count.exact else {
      return add(count, at: place, category: category)
    }
    rows[place] += 1
    apportioned.add(exact, at: place, shares, category: categories[category])
  }

  /// Counts lines of the file that cannot be read as rows.
  mutating func addUnplaced(_ lines: Int, counting unit: Count, category: Tally.Category) {
    guard lines > 0 else { return }
    let number = number(of: category)
    for _ in 0..<lines { add(unit, at: unplaced, category: number) }
  }

  /// Adds the counts of other blocks; the sum does not depend on the order.
  mutating func merge(_ other: PlacedCounts) {
    for place in rows.indices { rows[place] += other.rows[place] }
    for (index, category) in other.categories.enumerated() {
      let own = number(of: category)
      for place in rows.indices { numbers[own][place] += other.numbers[index][place] }
    }
    apportioned.merge(other.apportioned)
    for (cell, count) in other.others {
      let own = number(of: other.categories[cell.category])
      others[Cell(place: cell.place, category: own), default: .zero] += count
    }
    for (cell, amount) in other.amounts {
      let own = number(of: other.categories[cell.category])
      amounts[Cell(place: cell.place, category: own), default: .zero] += amount
    }
  }

  /// The same as a tally, the accounting included.
  func tally(unit: Tally.Unit, dimensions: [String], territory: IrisTerritory) -> Tally {
    var tally = Tally(unit: unit, dimensions: dimensions)
    for (ordinal, category, count) in apportioned.whole {
      tally.add(
        Count(count), rows: 0, at: .iris(territory.index.keys[ordinal]), category: category)
    }
    for place in rows.indices where rows[place] > 0 {
      let placement = placement(place, in: territory)
      var rest = rows[place]
      for (index, category) in categories.enumerated() {
        let count =
          Count(numbers[index][place]) + others[Cell(place: place, category: index), default: .zero]
        guard count != .zero else { continue }
        tally.add(count, rows: rest, at: placement, category: category)
        rest = 0
      }
      if rest > 0, let category = categories.min() {
        tally.add(.zero, rows: rest, at: placement, category: category)
      }
    }
    for (cell, amount) in amounts {
      tally.add(
        amount, at: placement(cell.place, in: territory), category: categories[cell.category])
    }
    return tally
  }

  private func placement(_ place: Int, in territory: IrisTerritory) -> Placement {
    if place < irisCount { return .iris(territory.index.keys[place]) }
    let commune = place - irisCount
    if commune < communes.count { return .commune(communes[commune]) }
    if place < outside { return .ambiguous(communes[commune - communes.count]) }
    return place == outside ? .outside : .unplaced
  }
}
