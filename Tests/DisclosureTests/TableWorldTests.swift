import Glibc
import Testing

@testable import Disclosure

/// Every table up to 3 × 3 with cells 0–4 and its margins, protected and then attacked by trying tables
/// of integers.
///
/// A table with its rows or columns in another order is the same table. All up to 2 × 3 are
/// taken, of 3 × 3 one in six hundred, and all with `MAILLE_WORLDS=all`.
@Suite struct TableWorldTests {
  private static let takesAll = getenv("MAILLE_WORLDS").map { String(cString: $0) } == "all"

  @Test(arguments: [2, 3], ProtectionRule.Zeros.allCases)
  func `no small cell of a table is ever pinned`(
    threshold: Int, zeros: ProtectionRule.Zeros
  ) throws {
    let rule = ProtectionRule(threshold: threshold, zeros: zeros)
    for (rows, columns, step, least) in [
      (1, 2, 1, 15), (1, 3, 1, 35), (2, 2, 1, 120), (2, 3, 1, 1505), (3, 3, 601, 40),
    ] {
      let tables = TableWorld.all(rows: rows, columns: columns, step: Self.takesAll ? 1 : step)
      #expect(tables.count >= least)
      let wrong = try tables.filter { try !TableWorld($0, rule).isSafe() }
      #expect(wrong == [], "\(rows) × \(columns)")
      if Self.takesAll {
        print("\(rows) × \(columns): \(tables.count) tables, \(wrong.count) wrong")
      }
    }
  }

  @Test func `tables in another order are the same, and every other one is there`() {
    #expect(TableWorld.all(rows: 1, columns: 2, step: 1).count == 15)
    #expect(TableWorld.all(rows: 1, columns: 3, step: 1).count == 35)
    // Burnside: (625 + 25 + 25 + 25) / 4 orders of rows and columns, the transposed one the same
    #expect(
      TableWorld.all(rows: 2, columns: 2, step: 1).count == (625 + 3 * 25 + 2 * 125 + 2 * 5) / 8)
  }
}

/// One table with its margins.
struct TableWorld {
  let rows: [[Int]]
  private let rule: ProtectionRule

  init(_ rows: [[Int]], _ rule: ProtectionRule) {
    self.rows = rows
    self.rule = rule
  }

  /// Tables of cells up to 4, one for each order of rows and columns; every so many of those whose rows
  /// are in order.
  static func all(rows: Int, columns: Int, step: Int) -> [[[Int]]] {
    let lines = (0..<Int(pow(5, Double(columns)))).map { number in
      (0..<columns).map { number / Int(pow(5, Double(columns - 1 - $0))) % 5 }
    }
    var found: [[[Int]]] = []
    var number = 0
    func grow(_ table: [[Int]], from start: Int) {
      if table.count == rows {
        if number % step == 0 && isFirst(table) { found.append(table) }
        number += 1
      } else {
        for line in start..<lines.count { grow(table + [lines[line]], from: line) }
      }
    }
    grow([], from: 0)
    return found
  }

  /// Whether no order of its columns, rows put in order, comes before it; for squares, nor of its rows.
  private static func isFirst(_ table: [[Int]]) -> Bool {
    let columns = Array(table[0].indices)
    var others = orders(columns).map { order in table.map { row in order.map { row[$0] } } }
    if table.count == columns.count {
      let turned = columns.map { column in table.map { $0[column] } }
      others += orders(columns).map { order in turned.map { row in order.map { row[$0] } } }
    }
    let own = table.flatMap(\.self)
    return others.allSatisfy { other in
      let sorted = other.sorted { $0.lexicographicallyPrecedes($1) }
      return !sorted.flatMap(\.self).lexicographicallyPrecedes(own)
    }
  }

  private static func orders(_ places: [Int]) -> [[Int]] {
    guard let first = places.first else { return [[]] }
    return orders(Array(places.dropFirst())).flatMap { rest in
      (0...rest.count).map { place in
        Array(rest[..<place]) + [first] + Array(rest[place...])
      }
    }
  }

  /// Protects it, then looks for a table that makes each small cell as small as can be and one that
  /// makes it large.
  func isSafe() throws -> Bool {
    let (system, grid) = system
    let mask = try system.masked(
      MaskingAim(.across(rule.threshold), hidesZeros: rule.zeros == .withheld))
    let shown = grid.map { $0.map { mask.hidden[$0] ? nil : system.cells[$0].value } }
    let least = system.leastBelievable
    let guesses = TableGuesses(shown, floor: rule.zeros == .withheld ? 0 : 1)
    return grid.indices.allSatisfy { row in
      grid[row].indices.allSatisfy { column in
        let cell = grid[row][column]
        let value = system.cells[cell].value
        guard rule.withholds(value) else { return true }
        let low = max(rule.zeros == .withheld ? 0 : 1, least[cell])
        return shown[row][column] == nil && guesses.canBe(row, column, low)
          && guesses.canBe(row, column, rule.threshold)
      }
    }
  }

  /// The cells, with row totals in the last column and column totals in the last row.
  private var system: (CellSystem, [[Int]]) {
    var system = CellSystem()
    let whole = rows.map { $0 + [$0.reduce(0, +)] }
    let sums = whole[0].indices.map { column in whole.reduce(0) { $0 + $1[column] } }
    let grid = (whole + [sums]).map { row in
      row.map { value in
        system.add(
          .init(
            "", value, value == 0 && rule.zeros == .shown ? .frozen : .open,
            isPrimary: rule.withholds(value), floor: rule.zeros == .withheld ? 0 : min(1, value)))
      }
    }
    for row in grid { system.add(row[row.count - 1], isSumOf: Array(row.dropLast())) }
    for column in grid[0].indices {
      system.add(
        grid[grid.count - 1][column], isSumOf: grid.dropLast().map { $0[column] })
    }
    return (system, grid)
  }
}

/// Every table of integers that fits what is shown of one.
struct TableGuesses {
  private let shown: [[Int?]]
  private let floor: Int
  private let limit = 14

  init(_ shown: [[Int?]], floor: Int) {
    self.shown = shown
    self.floor = floor
  }

  /// Whether some table that fits has this number in this place.
  func canBe(_ row: Int, _ column: Int, _ value: Int) -> Bool {
    var wanted = shown
    wanted[row][column] = value
    var table: [[Int]] = []
    return fill(wanted, &table)
  }

  /// Row by row, by depth; column totals are checked at the end and on the way.
  private func fill(_ wanted: [[Int?]], _ table: inout [[Int]]) -> Bool {
    let row = table.count
    if row == wanted.count - 1 { return hasColumnTotals(wanted, table) }
    return place(wanted, [], in: row, &table)
  }

  private func place(
    _ wanted: [[Int?]], _ cells: [Int], in row: Int, _ table: inout [[Int]]
  ) -> Bool {
    let columns = wanted[row].count - 1
    if cells.count == columns {
      let sum = cells.reduce(0, +)
      guard wanted[row][columns].map({ $0 == sum }) ?? (sum >= floor) else { return false }
      table.append(cells)
      defer { table.removeLast() }
      return fill(wanted, &table)
    }
    let column = cells.count
    let above = table.reduce(0) { $0 + $1[column] }
    let most = wanted[wanted.count - 1][column].map { $0 - above } ?? limit
    let room = wanted[row][columns].map { $0 - cells.reduce(0, +) } ?? limit
    let values = wanted[row][column].map { $0...$0 } ?? floor...max(floor, min(limit, most, room))
    return values.contains { place(wanted, cells + [$0], in: row, &table) }
  }

  private func hasColumnTotals(_ wanted: [[Int?]], _ table: [[Int]]) -> Bool {
    let totals = wanted[wanted.count - 1]
    var everybody = 0
    for column in totals.indices.dropLast() {
      let sum = table.reduce(0) { $0 + $1[column] }
      everybody += sum
      guard totals[column].map({ $0 == sum }) ?? (sum >= floor) else { return false }
    }
    return totals[totals.count - 1].map { $0 == everybody } ?? (everybody >= floor)
  }
}
