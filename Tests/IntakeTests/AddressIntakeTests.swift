import Diagnostics
import Geocoding
import Intake
import Tables
import Territory
import TestSupport
import Testing

/// The route of addresses, on the invented town.
@Suite struct AddressIntakeTests {
  private let header = "N;ADRESSE;CP;VILLE;SEXE\r\n"
  private let town = "21960;AUBERVELLE SUR SORLAINE"

  private func read(
    _ rows: [String], special: String? = nil, isApportioned: Bool = false, threads: Int = 1
  ) throws -> Reading {
    let folder = TemporaryFolder()
    let text = header + rows.map { $0 + "\r\n" }.joined()
    let list = special.map { folder.write("adresse;cp;ville;classe\r\n" + $0, to: "speciales.csv") }
    let columns = AddressColumns([
      .init(.number, "N"), .init(.line, "ADRESSE"), .init(.postcode, "CP"), .init(.city, "VILLE"),
    ])
    let layout = SourceLayout(
      file: folder.write(text, to: "partenaire.csv"), declaration: Declaration(),
      route: .address(
        AddressRoute(columns: columns, special: list, isApportioned: isApportioned)),
      rule: CountingRule(unit: .person),
      categories: [CategoryColumn(dimension: "sexe", column: "SEXE")])
    return try layout.read(
      in: try #require(InventedTown.territory), geocoder: InventedTown.geocoder, threads: threads)
  }

  /// An address, and the class in which its row ends.
  @Test(arguments: [
    ("14;RUE DES BONS ENFANTS;21960;AUBERVELLE SUR SORLAINE", "iris"),
    (";14 r des bons enfants;21960;Aubervelle", "iris"),
    ("3;Rue du Phare;21960;AUBERVELLE SUR SORLAINE", "commune"),
    (";SDF;21960;AUBERVELLE SUR SORLAINE", "commune"),
    ("12;Rue de Rivoli;75001;PARIS", "unplaced"), (";;;", "unplaced"), (";SDF;;", "unplaced"),
  ])
  func `a row ends in its class`(address: String, expected: String) throws {
    let reading = try read([address + ";F", "14;RUE DES BONS ENFANTS;\(town);F"])
    var classes = PlacementClass.allCases.filter { reading.tally.accounting[$0] > 0 }
    if classes.count > 1 { classes.removeAll { $0 == .iris } }
    #expect(classes.map(\.rawValue) == [expected])
    #expect(reading.tally.accounting.rows == 2)
  }

  @Test func `the route needs an address base`() throws {
    let layout = SourceLayout(
      file: TemporaryFolder().path("x.csv"), declaration: Declaration(),
      route: .address(AddressRoute(columns: AddressColumns([.init(.line, "A")]))),
      rule: CountingRule(unit: .person))
    let folder = TemporaryFolder()
    let file = folder.write("A\r\nx\r\ny\r\n", to: "a.csv")
    let there = SourceLayout(
      file: file, declaration: Declaration(), route: layout.route, rule: layout.rule)
    let thrown = #expect(throws: Problem.self) {
      try there.read(in: try #require(InventedTown.territory))
    }
    #expect(thrown?.code == "intake.no-geocoder")
    #expect(thrown?.outcome == .referencesUnfit)
  }

  /// A class as the list has it, and where five people of one address end.
  @Test(arguments: [
    ("dedans", "iris", 0), ("dehors", "outside", 1), ("a_part", "commune", 1),
    ("apart", "commune", 1),
  ])
  func `special addresses end where their class says`(
    word: String, expected: String, told: Int
  ) throws {
    let rows = (0..<5).map { _ in "14;RUE DES BONS ENFANTS;\(town);F" }
    let reading = try read(rows, special: "14 Rue des Bons Enfants;\(town);\(word)\r\n")
    let classes = PlacementClass.allCases.filter { reading.tally.accounting[$0] > 0 }
    #expect(classes.map(\.rawValue) == [expected])
    let codes = ["intake.special-out", "intake.special-apart"]
    #expect(codes.reduce(0) { $0 + reading.problems.count(of: $1) } == 5 * told)
  }

  @Test func `a special address that is nowhere, or of no class, is told`() throws {
    let list = "3 Rue du Phare;\(town);dehors\r\n14 Rue des Bons Enfants;\(town);ailleurs\r\n"
    let problems = try read(["14;RUE DES BONS ENFANTS;\(town);F"], special: list).problems
    #expect(problems.count(of: "intake.special-not-found") == 1)
    #expect(problems.count(of: "intake.special-class") == 1)
    #expect(!problems.description.lowercased().contains("phare"))
  }

  /// A long street without a number lies in several IRIS.
  @Test func `ambiguous rows are counted at the commune, or among their IRIS by weight`() throws {
    let rows = (0..<40).map { ";AVENUE DE BESANCON;\(town);\($0 % 4 == 0 ? "H" : "F")" }
    let plain = try read(rows).tally
    let weighed = try read(rows, isApportioned: true).tally
    let commune = try #require(Commune("21951"))
    #expect(plain.accounting[.ambiguous] == 40)
    #expect(plain.count(at: .ambiguous(commune)).exact == 40)
    #expect(weighed.accounting[.ambiguous] == 40)
    #expect(weighed.accounting.rows == 40)
    #expect(weighed.count(at: .ambiguous(commune)).exact == 0)
    let irises = weighed.placements.filter { $0.kind == .iris }
    #expect(irises.count > 1)
    #expect(irises.reduce(0) { $0 + (weighed.count(at: $1).exact ?? 0) } == 40)
    let men = irises.reduce(0) { sum, iris in
      sum + (weighed.count(at: iris) { $0.labels == ["H"] }.exact ?? 0)
    }
    #expect(men == 10)
  }

  @Test func `threads and order do not change the tally`() throws {
    var chance = Seeded(seed: 9)
    let streets = ["AVENUE DE BESANCON", "RUE DES BONS ENFANTS", "RUE DU PHARE", "SDF", ""]
    let rows = (0..<9000).map { index in
      let number = index % 7 == 0 ? "" : "\(Int.random(in: 1..<60, using: &chance))"
      return "\(number);\(streets[index % 5]);\(town);\(index % 2 == 0 ? "F" : "H")"
    }
    let whole = try read(rows, isApportioned: true).tally
    #expect(try read(rows, isApportioned: true, threads: 2).tally == whole)
    #expect(try read(rows.shuffled(using: &chance), isApportioned: true).tally == whole)
    #expect(whole.accounting.rows == 9000)
  }
}
