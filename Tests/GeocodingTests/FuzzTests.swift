import Geocoding
import TestSupport
import Testing
import Trials

/// Lines that nobody would write: random bytes, mutated addresses, enormous cells.
@Suite struct FuzzTests {
  static let count = 8_000

  @Test func `no line brings the geocoder down`() throws {
    let town = try CaseTown.shared.get()
    let files = listFolder(CaseTown.folder).filter { $0.hasSuffix(".txt") }
    var scramble = Scramble(files.flatMap(CaseTown.lines), seed: 7)
    let scratch = Geocoder.Scratch()
    var query = AddressQuery()
    var answered = 0
    for _ in 0..<Self.count {
      scramble.fill(&query)
      let answer = town.geocoder.answer(to: query, with: scratch)
      if (0...1).contains(answer.score) { answered += 1 }
    }
    #expect(answered == Self.count)
  }

  @Test(arguments: [
    "", " ", "\u{202E}12 rue", "😀😀 12 rue Haute", "00000", "99999999999999999999",
    "1 2 3 4 5 6 7 8 9",
    "rue", "rue rue rue rue", "BIS BIS BIS", ", , ,", "((((((", "12 - - - 14", "'''",
  ])
  func `strange lines are answered`(line: String) throws {
    let town = try CaseTown.shared.get()
    let answer = town.geocoder.answer(to: AddressQuery(line: line), with: Geocoder.Scratch())
    #expect(answer.level != .housenumber || line.contains("Haute"))
  }

  @Test func `an enormous cell is cut, not choked on`() throws {
    let town = try CaseTown.shared.get()
    let line = String(repeating: "12 RUE DE LA ", count: 1000)
    let answer = town.geocoder.answer(to: AddressQuery(line: line), with: Geocoder.Scratch())
    #expect(answer.level == .none)
  }
}
