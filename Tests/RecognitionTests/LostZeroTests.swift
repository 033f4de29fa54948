import Diagnostics
import Geocoding
import TestSupport
import Testing

@testable import Recognition

/// Codes of four digits, told apart by the official lists.
@Suite struct LostZeroTests {
  /// Ain, Aisne, Aube, Côte-d’Or; Bourg was once another commune too.
  static let codes: OfficialCodes? = {
    let folder = TemporaryFolder()
    let communes = folder.write(
      "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n"
        + ["01004", "01053", "02691", "10387", "21231"].map { "COM,\($0),,,,,,,,X,,\n" }.joined(),
      to: "v_commune_2024.csv")
    let moves = folder.write(
      "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP\n"
        + "32,2019-01-01,COM,01091,0,A,A,A,COM,01053,0,B,B,B\n", to: "v_mvtcommune_2024.csv")
    let postcodes = folder.write(
      "Code_commune_INSEE;Nom_commune;Code_postal;Libelle_d_acheminement;Ligne_5\n"
        + "01053;BOURG;01000;BOURG;\n02691;ST QUENTIN;02100;ST QUENTIN;\n10387;TROYES;10000;TROYES;\n"
        + "21231;DIJON;21000;DIJON;\n", to: "hexasmal.csv")
    return try? OfficialCodes([communes, moves, postcodes])
  }()

  private func zeros(_ name: String, _ cells: [String]) throws -> TableProfile {
    let rows = cells.enumerated().map { "\($0.element);\($0.offset) rue X\n" }.joined()
    let folder = TemporaryFolder()
    let path = folder.write("\(name);ADRESSE\n" + rows, to: "a.csv")
    let codes = try #require(Self.codes)
    return try TableProfile(of: path, codes: { codes })
  }

  /// A column, its cells, and how many codes are put right, have two readings, are none.
  @Test(arguments: [
    ("INSEE", ["1004", "1053", "21231"], [2, 0, 0]), ("INSEE", ["1091"], [1, 0, 0]),
    ("INSEE", ["1999", "01004", "9999"], [0, 0, 2]),
    ("INSEE", ["1004.0", "1,004E+03"], []),
    ("CP", ["1000", "1000", "01000", "10000"], [2, 0, 0]),
    ("CP", ["2100", "21000", "21000", "21000"], [0, 1, 0]),
    ("CP", ["2100", "2100", "2100", "21000"], [3, 0, 0]),
    ("CP", ["2100", "02100", "02100", "21000"], [1, 0, 0]), ("CP", ["4444", "21000"], [0, 0, 1]),
    ("IRIS", ["10530101", "10530102", "19990101"], [2, 0, 1]),
  ])
  func `each short code is looked up`(name: String, cells: [String], found: [Int]) throws {
    let profile = try zeros(name, cells)
    let zeros = profile.columns[0].lostZeros
    let counts = zeros.map { [$0.restored.count, $0.ambiguous.count, $0.unknown.count] } ?? []
    #expect(counts == found)
    let codes = ["recognition.lost-zero", "recognition.ambiguous-code", "recognition.unknown-code"]
    let told = codes.map { profile.problems.count(of: $0) }
    #expect(told == (found.isEmpty ? [0, 0, 0] : found.map { min($0, 1) }))
  }

  @Test func `the lines of short codes are said, and no code`() throws {
    let profile = try zeros("INSEE", ["21231", "1999", "21231", "1999", "1004"])
    let said = profile.problems.description
    #expect(profile.columns[0].lostZeros?.unknown == LinePlaces(2, [3, 5]))
    #expect(said.contains("(lignes 3, 5)") && !said.contains("1999") && !said.contains("1004"))
  }

  @Test func `without a list of their kind the width alone is said to tell`() throws {
    let profile = try ColumnTests.profile("CP;ADRESSE\n1000;1 rue X\n21000;2 rue X\n")
    #expect(profile.columns[0].lostZeros == nil && profile.columns[0].shortCodes.count == 1)
    #expect(profile.problems.description.contains("jugé"), "\(profile.problems)")
  }

  @Test func `a list that is none knows nothing`() throws {
    let folder = TemporaryFolder()
    let codes = try OfficialCodes([folder.write("A;B\n1;2\n", to: "x.csv")])
    #expect(!codes.canTell(.commune) && !codes.canTell(.postcode))
  }
}
