import Geocoding
import Territory
import TestSupport
import Testing

/// The geocoder against a search that knows nothing of indexes: every street, letter by letter.
@Suite struct OracleTests {
  private func query(_ number: String, _ street: String, _ address: ReferenceAddress)
    -> AddressQuery
  {
    var query = AddressQuery()
    query.add(number, as: .number)
    query.add(street, as: .street)
    query.add(address.commune?.code ?? "", as: .insee)
    return query
  }

  @Test func `a street misspelt once is the one that brute force finds`() throws {
    let town = try CaseTown.shared.get()
    let base = town.base
    let names = (0..<base.streetCount).map { (base.streetName($0), base.commune(ofStreet: $0)) }
    let scratch = Geocoder.Scratch()
    var chance = Seeded(seed: 41)
    var wrong: [String] = []
    for ordinal in 0..<base.addressCount {
      let address = base.address(ordinal)
      var letters = Array(address.street)
      guard letters.count > 12, !letters.contains("(") else { continue }
      letters.remove(at: Int.random(in: 8..<letters.count, using: &chance))
      let typed = String(letters)
      let nearest = names.filter { $0.1 == address.commune }
        .map { ($0.0, distance(Array($0.0), letters)) }.min { $0.1 < $1.1 }
      let answer = town.geocoder.answer(
        to: query("\(address.number)\(address.suffix)", typed, address), with: scratch)
      guard let street = answer.street else { continue }
      let isNearest = distance(Array(base.streetName(street)), letters) == nearest?.1
      if !isNearest { wrong.append("\(typed) → \(base.streetName(street)), graine 41") }
    }
    #expect(wrong == [])
  }

  /// Levenshtein's table, as in the textbook.
  private func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }

  @Test func `the same question has the same answer whatever came before`() throws {
    let town = try CaseTown.shared.get()
    let files = listFolder(CaseTown.folder).filter { $0.hasSuffix(".txt") }
    let questions = files.flatMap(CaseTown.lines).compactMap { line in
      line.range(of: " = ").map { CaseTown.query(String(line[..<$0.lowerBound])) }
    }
    let shared = Geocoder.Scratch()
    let together = questions.map { town.geocoder.answer(to: $0, with: shared) }
    let backwards = questions.reversed().map { town.geocoder.answer(to: $0, with: shared) }
    let alone = questions.map { town.geocoder.answer(to: $0, with: Geocoder.Scratch()) }
    #expect(together.map(summary) == alone.map(summary))
    #expect(backwards.reversed().map(summary) == alone.map(summary))
  }

  private func summary(_ answer: Answer) -> String {
    "\(answer.level) \(answer.street ?? -1) \(answer.address ?? -1) \(answer.score) "
      + "\(answer.reasons.codes) \(answer.iris)"
  }
}
