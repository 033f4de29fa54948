import TestSupport
import Testing

@testable import Disclosure

@Suite struct ZoneDifferenceTests {
  private typealias Atom = ZoneDifferences.Atom

  /// The case `ex_differencing`: 10 and 12 persons in two IRIS, 19 of them in a priority district.
  @Test func `persons of two zones who are outside a third are found`() {
    let atoms = [
      Atom(first: 1, second: 9, count: 9), Atom(first: 1, second: nil, count: 1),
      Atom(first: 2, second: 9, count: 10), Atom(first: 2, second: nil, count: 2),
    ]
    let found = ZoneDifferences(atoms).under(5)
    #expect(found.map(\.count) == [3])
    #expect(found.first?.first == [1, 2] && found.first?.second == [9])
  }

  @Test func `zones that are the same leave nobody`() {
    let atoms = [Atom(first: 1, second: 1, count: 30), Atom(first: 2, second: 2, count: 40)]
    #expect(ZoneDifferences(atoms).under(11) == [])
  }

  /// Fifty-five were found by another program on INSEE's example, of unions of six at most.
  @Test(.enabled(if: RealData.isPresent)) func `the example of diffman is done wholly`() {
    let rows = CaseFolder.table("diffman_t_ex", "atoms.csv").rows
    func number(_ name: String) -> Int? { Int(name.dropFirst()) }
    let atoms = rows.compactMap { row in
      number(row[1]).map { Atom(first: $0, second: number(row[2]), count: Int(row[3]) ?? 0) }
    }
    let found = ZoneDifferences(atoms).under(5)
    #expect(found.count == 55)
  }
}
