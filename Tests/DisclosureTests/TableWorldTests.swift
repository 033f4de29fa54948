import Glibc
import Testing

@testable import Disclosure

/// Every table up to 3 × 3 with cells 0–4 and its margins, protected and then attacked by trying tables
/// of integers.
///
/// In the usual run some forty of each shape are taken; `MAILLE_WORLD_STRIDE=1` takes all.
@Suite struct TableWorldTests {
  private static let stride = getenv("MAILLE_WORLD_STRIDE").flatMap { Int(String(cString: $0)) }

  @Test(arguments: [2, 3], ProtectionRule.Zeros.allCases)
  func `no small cell of a table is ever pinned`(
    threshold: Int, zeros: ProtectionRule.Zeros
  ) throws {
    let rule = ProtectionRule(threshold: threshold, zeros: zeros)
    var wrong: [[[Int]]] = []
    var tried = 0
    for (rows, columns) in [(1, 2), (1, 3), (2, 2), (2, 3), (3, 3)] {
      let last = Int(pow(5, Double(rows * columns)))
      for number in Swift.stride(from: 0, to: last, by: Self.stride ?? max(1, last / 41)) {
        guard let table = TableWorld(number, rows: rows, columns: columns, rule) else { continue }
        tried += 1
        if try !table.isSafe() { wrong.append(table.rows) }
      }
    }
    #expect(tried > 20)
    #expect(wrong == [])
  }
}

/// One table with its margins.
struct TableWorld {
  let rows: [[Int]]
  private let rule: ProtectionRule

  /// The table whose cells are the digits of a number; `nil` when another table of the same cells with
  /// its rows in order stands for it.
  init?(_ number: Int, rows rowCount: Int, columns: Int, _ rule: ProtectionRule) {
    var rest = number
    let rows = (0..<rowCount).map { _ in
      (0..<columns).map { _ -> Int in
        defer { rest /= 5 }
        return rest % 5
      }
    }
    let isFirst = zip(rows, rows.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }
    guard isFirst else { return nil }
    self.rows = rows
    self.rule = rule
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
