import Diagnostics
import Geocoding
import Intake
import Tables
import Territory
import TestSupport
import Testing

/// Short codes by official lists, on each way to the IRIS.
@Suite struct CodeZerosTests {
  private let folder = TemporaryFolder()

  /// Communes of Ain and of the towns of the tests.
  private var lists: [String] {
    let communes = ["01053", "21931", "21932"].map { "COM,\($0),,,,,,,,X,,\n" }.joined()
    let postcodes = "21951;A;21960;A;\n02691;B;02100;B;\n21231;C;21000;C;\n"
    return [
      folder.write(
        "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n" + communes,
        to: "v_commune_2024.csv"),
      folder.write(
        "Code_commune_INSEE;Nom_commune;Code_postal;Libelle_d_acheminement;Ligne_5\n" + postcodes,
        to: "hexasmal.csv"),
    ]
  }

  private func classes(_ layout: SourceLayout) throws -> (classes: [String], Reading) {
    var layout = layout
    layout.codeLists = lists
    let reading = try layout.read(in: SmallTown.territory)
    let classes = PlacementClass.allCases.filter { reading.tally.accounting[$0] > 0 }
    return (classes.map(\.rawValue), reading)
  }

  /// A code, where its row ends by the lists, and what is told.
  @Test(arguments: [
    ("219310101", "iris", nil), ("10530101", "outside", "intake.mended-code"),
    ("99990101", "unplaced", "recognition.unknown-code"),
  ])
  func `an IRIS code ends where the lists put it`(
    code: String, end: String, told: String?
  ) throws {
    let file = folder.write("IRIS;REF\n\(code);a\n", to: "a.csv")
    let (classes, reading) = try classes(
      SourceLayout(
        file: file, declaration: Declaration(), route: .iris(["IRIS"]),
        rule: CountingRule(unit: .person)))
    #expect(classes == [end])
    if let told { #expect(reading.problems.count(of: told) == 1, "\(reading.problems)") }
  }

  @Test func `a commune that is none guards no position`() throws {
    let text = "X;Y;INSEE\n850100;6700100;1999\n850100;6700100;1053\n850100;6700100;21931\n"
    let file = folder.write(text, to: "a.csv")
    let (_, reading) = try classes(SmallTown.layout(file, commune: "INSEE"))
    #expect(reading.tally.accounting[.iris] == 2 && reading.tally.accounting[.outside] == 1)
    #expect(reading.problems.count(of: "recognition.unknown-code") == 1)
    #expect(reading.problems.count(of: "intake.mended-code") == 1)
  }

  @Test func `totals of communes that are none are at no commune`() throws {
    let file = folder.write("COM;NB\n1999;5\n1053;7\n21931;9\n", to: "a.csv")
    let (classes, reading) = try classes(
      SourceLayout(
        file: file, declaration: Declaration(), route: .commune("COM"),
        rule: CountingRule(unit: .count, countColumn: "NB")))
    #expect(classes == ["commune", "outside", "unplaced"])
    #expect(reading.problems.count(of: "recognition.unknown-code") == 1)
  }

  /// A postcode among others, and how many rows of the town are then found by their postcode alone.
  @Test(arguments: [("21960", 4), ("2196", 3), ("2100", 3)])
  func `a postcode of two readings is not read of an address`(cell: String, found: Int) throws {
    let rows = ["21960", "21960", "21960", cell].map { "14 RUE DES BONS ENFANTS;\($0)\n" }.joined()
    let columns = AddressColumns([.init(.line, "ADRESSE"), .init(.postcode, "CP")])
    var layout = SourceLayout(
      file: folder.write("ADRESSE;CP\n" + rows, to: "a.csv"), declaration: Declaration(),
      route: .address(AddressRoute(columns: columns)), rule: CountingRule(unit: .person))
    layout.codeLists = lists
    let reading = try layout.read(
      in: try #require(InventedTown.territory), geocoder: InventedTown.geocoder)
    let codes = ["recognition.ambiguous-code", "recognition.unknown-code"]
    #expect(codes.map(reading.problems.count).reduce(0, +) == (cell == "21960" ? 0 : 1))
    #expect(reading.tally.accounting[.iris] >= found, "\(reading.tally.accounting)")
  }
}
