public import Geocoding

/// Queries that nobody would write, from lines that people do: bytes changed, dropped, put in,
/// doubled, lines run into one another, in columns that they do not belong to.
///
/// The same lines and seed give the same queries.
public struct Scramble {
  private let lines: [[UInt8]]
  private var chance: Chance

  /// - Parameters:
  ///   - lines: at least one
  public init(_ lines: [String], seed: UInt64) {
    precondition(!lines.isEmpty, "a line to start from")
    self.lines = lines.map { Array($0.utf8) }
    chance = Chance(seed: seed, topic: "scramble")
  }

  /// Fills a query with the next one.
  public mutating func fill(_ query: inout AddressQuery) {
    query.clear()
    for part in parts() {
      let line = chance.happens(0.05) ? noise() : mutated()
      line.withUnsafeBytes { query.add($0, as: part) }
    }
  }

  private mutating func parts() -> [AddressQuery.Part] {
    if chance.happens(0.5) { return [.line] }
    return AddressQuery.Part.allCases.filter { _ in chance.happens(0.5) }
  }

  private mutating func noise() -> [UInt8] {
    (0..<chance.whole(below: 1200)).map { _ in UInt8(chance.whole(below: 256)) }
  }

  private mutating func mutated() -> [UInt8] {
    var line = chance.pick(lines)
    for _ in 0..<chance.whole(below: 7) where !line.isEmpty { mutate(&line) }
    return line
  }

  private mutating func mutate(_ line: inout [UInt8]) {
    let place = chance.whole(below: line.count)
    switch chance.whole(below: 5) {
    case 0: line[place] = UInt8(chance.whole(below: 256))
    case 1: line.remove(at: place)
    case 2: line.insert(UInt8(chance.whole(below: 256)), at: place)
    case 3: line += line[place...]
    default: line.insert(contentsOf: chance.pick(lines), at: place)
    }
  }
}
