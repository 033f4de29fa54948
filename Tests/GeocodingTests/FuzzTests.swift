import Geocoding
import TestSupport
import Testing

/// Lines that nobody would write: random bytes, mutated addresses, enormous cells.
@Suite struct FuzzTests {
  static let count = 20_000

  @Test func `no line brings the geocoder down`() throws {
    let town = try CaseTown.shared.get()
    let files = listFolder(CaseTown.folder).filter { $0.hasSuffix(".txt") }
    let seeds = files.flatMap(CaseTown.lines).map { Array($0.utf8) }
    let scratch = Geocoder.Scratch()
    var chance = Seeded(seed: 7)
    var query = AddressQuery()
    var answered = 0
    for _ in 0..<Self.count {
      query.clear()
      for part in parts(&chance) {
        let line = mutated(seeds, &chance)
        line.withUnsafeBytes { query.add($0, as: part) }
      }
      let answer = town.geocoder.answer(to: query, with: scratch)
      if (0...1).contains(answer.score) { answered += 1 }
    }
    #expect(answered == Self.count)
  }

  private func parts(_ chance: inout Seeded) -> [AddressQuery.Part] {
    if Bool.random(using: &chance) { return [.line] }
    return AddressQuery.Part.allCases.filter { _ in Bool.random(using: &chance) }
  }

  private func mutated(_ seeds: [[UInt8]], _ chance: inout Seeded) -> [UInt8] {
    var line = seeds[Int.random(in: 0..<seeds.count, using: &chance)]
    for _ in 0..<Int.random(in: 0...6, using: &chance) where !line.isEmpty {
      let place = Int.random(in: 0..<line.count, using: &chance)
      switch Int.random(in: 0..<5, using: &chance) {
      case 0: line[place] = UInt8.random(in: 0...255, using: &chance)
      case 1: line.remove(at: place)
      case 2: line.insert(UInt8.random(in: 0...255, using: &chance), at: place)
      case 3: line += line[place...]
      default:
        line.insert(contentsOf: seeds[Int.random(in: 0..<seeds.count, using: &chance)], at: place)
      }
    }
    return line
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
