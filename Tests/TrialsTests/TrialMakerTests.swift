import TestSupport
import Testing

@testable import Trials

@Suite struct TrialMakerTests {
  private func trials(_ blemish: Blemish, _ count: Int = 60, seed: UInt64 = 1) throws -> [Trial] {
    let town = try #require(Towns.invented)
    return TrialMaker(town, seed: seed).trials(of: blemish, count: count)
  }

  /// The invented town has no number that exists with a suffix alone.
  @Test(arguments: Blemish.allCases.filter { $0 != .suffixOmitted })
  func `every class has its trials, most of them decidable`(blemish: Blemish) throws {
    let made = try trials(blemish)
    #expect(made.count == 60)
    #expect(made.count(where: \.isDecidable) > 30, "\(made.count(where: \.isDecidable))")
  }

  @Test(.enabled(if: RealData.isPresent))
  func `the real town has trials of every class that it can have`() throws {
    let maker = TrialMaker(try #require(Towns.montpellier), seed: 1)
    let short = Blemish.allCases.filter { maker.trials(of: $0, count: 5).count < 5 }
    #expect(short == [.mergedCommune])
  }

  @Test func `the same seed makes the same trials, another seed others`() throws {
    for blemish in [Blemish.oneTypo, .combined, .absentNumber] {
      let made = try trials(blemish).map(\.typed)
      #expect(try trials(blemish).map(\.typed) == made)
      #expect(try trials(blemish, seed: 2).map(\.typed) != made)
    }
  }

  @Test(arguments: [Blemish.clean, .capitals, .abbreviations, .cedex, .gluedNumber, .oneTypo])
  func `where an address can be known, it is one of the right answers`(blemish: Blemish) throws {
    let wrong = try trials(blemish).filter {
      $0.truth.level != .address || $0.truth.addresses.isEmpty || $0.truth.irises.isEmpty
    }
    #expect(wrong.map(\.typed) == [])
  }

  @Test(arguments: [Blemish.unknownStreet, .unknownSurname, .noAddress])
  func `what is nowhere has no right address`(blemish: Blemish) throws {
    let wrong = try trials(blemish).filter {
      $0.truth.level != .unmatched || !$0.truth.addresses.isEmpty || !$0.truth.irises.isEmpty
    }
    #expect(wrong.map(\.typed) == [])
  }

  @Test func `an unknown street has a word that no street of its commune comes near`() throws {
    let town = try #require(Towns.invented)
    let known = town.streets.map { Spelling.folded($0.name) }
    let met = try trials(.unknownStreet).filter { known.contains(Spelling.folded($0.typed.street)) }
    #expect(met.map(\.typed.street) == [])
  }

  @Test func `an absent number is absent`() throws {
    let wrong = try trials(.absentNumber).filter { trial in
      trial.truth.addresses.contains { String($0.number) == trial.typed.number }
    }
    #expect(wrong.map(\.typed) == [])
  }

  @Test func `a wrong type is not decidable where another street has the name`() throws {
    let town = try #require(Towns.invented)
    let made = try trials(.wrongType, 400)
    let shared = Dictionary(grouping: town.streets) { "\($0.commune) \($0.bareWords)" }
    let wrong = made.filter { trial in
      guard let address = trial.truth.addresses.first else { return true }
      let street = town.street(of: address)
      let isAlone = shared["\(street.commune) \(street.bareWords)"]?.count == 1
      return trial.isDecidable != isAlone
    }
    #expect(wrong.map(\.typed) == [])
  }

  @Test func `a typing error is not decidable where it makes another street`() throws {
    let town = try #require(Towns.invented)
    let wrong = try trials(.oneTypo, 400).filter { trial in
      guard let address = trial.truth.addresses.first else { return true }
      let street = town.street(of: address)
      let letters = TownStreet.letters(Spelling.words(of: trial.typed.street))
      let isAnother = town.streets.contains {
        $0 != street && $0.letters == letters && $0.commune == street.commune
      }
      return isAnother && trial.isDecidable
    }
    #expect(wrong.map(\.typed) == [])
  }

  @Test(arguments: [
    ("Rue de l'Église", "RUE DE L EGLISE"), ("Sacré-Cœur", "SACRE COEUR"),
    ("  Place  du 8 Mai 1945 ", "PLACE DU 8 MAI 1945"), ("d’Estaimbuc", "D ESTAIMBUC"), ("", ""),
  ])
  func `names are folded`(name: String, expected: String) {
    #expect(Spelling.folded(name) == expected)
  }

  @Test(arguments: [
    ("", "", 5, 0), ("abc", "abc", 5, 0), ("abc", "abd", 5, 1), ("abc", "acb", 5, 2),
    ("abc", "", 5, 3), ("kitten", "sitting", 5, 3), ("kitten", "sitting", 2, 3),
    ("aaaa", "bbbb", 2, 3),
  ])
  func `edit distance, given up above its limit`(
    left: String, right: String, limit: Int, expected: Int
  ) {
    #expect(Spelling.distance(Array(left.utf8), Array(right.utf8), limit: limit) == expected)
  }

  /// Published intervals: Wilson for 0, 81 and 263 (Newcombe, Stat. Med. 17 (1998), 857, table I).
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func `Wilson's interval`(hits: Int, total: Int, lower: Double, upper: Double) {
    let interval = Proportion(hits, of: total).interval95
    #expect(abs(interval.lower - lower) < 0.00005)
    #expect(abs(interval.upper - upper) < 0.00005)
  }
}
