import Testing

@testable import make_geodata

@Suite struct CensusTests {
  let census = Tables.census

  /// The header of the file of INSEE's page 8647014, as published.
  private static let official =
    "IRIS;COM;TYP_IRIS;LAB_IRIS;P22_POP;P22_POP0002;P22_POP0305;P22_POP0610;P22_POP1117;"
    + "P22_POP1824;P22_POP2539;P22_POP4054;P22_POP5564;P22_POP6579;P22_POP80P;P22_POP0014;"
    + "P22_POP1529;P22_POP3044;P22_POP4559;P22_POP6074;P22_POP75P;P22_POP0019;P22_POP2064;"
    + "P22_POP65P;P22_POPH;P22_H0014;P22_H1529;P22_H3044;P22_H4559;P22_H6074;P22_H75P;P22_H0019;"
    + "P22_H2064;P22_H65P;P22_POPF;P22_F0014;P22_F1529;P22_F3044;P22_F4559;P22_F6074;P22_F75P;"
    + "P22_F0019;P22_F2064;P22_F65P;C22_POP15P;C22_POP15P_STAT_GSEC11_21;"
    + "C22_POP15P_STAT_GSEC12_22;C22_POP15P_STAT_GSEC13_23;C22_POP15P_STAT_GSEC14_24;"
    + "C22_POP15P_STAT_GSEC15_25;C22_POP15P_STAT_GSEC16_26;C22_POP15P_STAT_GSEC32;"
    + "C22_POP15P_STAT_GSEC40;C22_H15P;C22_H15P_STAT_GSEC11_21;C22_H15P_STAT_GSEC12_22;"
    + "C22_H15P_STAT_GSEC13_23;C22_H15P_STAT_GSEC14_24;C22_H15P_STAT_GSEC15_25;"
    + "C22_H15P_STAT_GSEC16_26;C22_H15P_STAT_GSEC32;C22_H15P_STAT_GSEC40;C22_F15P;"
    + "C22_F15P_STAT_GSEC11_21;C22_F15P_STAT_GSEC12_22;C22_F15P_STAT_GSEC13_23;"
    + "C22_F15P_STAT_GSEC14_24;C22_F15P_STAT_GSEC15_25;C22_F15P_STAT_GSEC16_26;"
    + "C22_F15P_STAT_GSEC32;C22_F15P_STAT_GSEC40;P22_POP_FR;P22_POP_ETR;P22_POP_IMM;P22_PMEN;"
    + "P22_PHORMEN"

  private static let groups = ["11_21", "12_22", "13_23", "14_24", "15_25", "16_26", "32", "40"]

  @Test func `the header is the one of 2022, 76 columns`() {
    #expect(census.header.joined(separator: ";") == Self.official)
    #expect(census.header.count == 76)
    #expect(census.rows.filter { $0.count != 76 }.isEmpty)
  }

  @Test func `there is one row for each area, in the order of the codes`() {
    #expect(census.rows.map { $0["IRIS"] ?? "" } == world.drawing.areas.map(\.plan.code))
    #expect(census.rows.allSatisfy { ($0["IRIS"] ?? "").hasPrefix($0["COM"] ?? "?") })
  }

  @Test func `there are 40,000 inhabitants`() {
    let total = census.rows.reduce(0) { $0 + number($1, "P22_POP") }
    #expect(abs(total - 40_000) < 1e-6)
  }

  @Test(arguments: [
    (
      "P22_POP",
      ["0002", "0305", "0610", "1117", "1824", "2539", "4054", "5564", "6579", "80P"].map {
        "P22_POP\($0)"
      }
    ),
    ("P22_POP", ["0014", "1529", "3044", "4559", "6074", "75P"].map { "P22_POP\($0)" }),
    ("P22_POP", ["P22_POP0019", "P22_POP2064", "P22_POP65P"]),
    ("P22_POP", ["P22_POPH", "P22_POPF"]), ("P22_POP", ["P22_POP_FR", "P22_POP_ETR"]),
    ("P22_POP", ["P22_PMEN", "P22_PHORMEN"]), ("P22_POP65P", ["P22_H65P", "P22_F65P"]),
    ("P22_POPH", ["0014", "1529", "3044", "4559", "6074", "75P"].map { "P22_H\($0)" }),
    ("P22_POPF", ["P22_F0019", "P22_F2064", "P22_F65P"]),
    ("C22_POP15P", groups.map { "C22_POP15P_STAT_GSEC\($0)" }),
    ("C22_POP15P", ["C22_H15P", "C22_F15P"]),
    ("C22_F15P", groups.map { "C22_F15P_STAT_GSEC\($0)" }),
  ])
  func `parts add up to their whole in every row`(whole: String, parts: [String]) {
    let wrong = census.rows.filter { row in
      abs(number(row, whole) - parts.reduce(0) { $0 + number(row, $1) }) > 1e-8
    }
    #expect(wrong.map { $0["IRIS"] ?? "" } == [])
  }

  @Test func `figures of the town have decimals and those of villages are whole`() {
    let town = census.rows.filter { $0["TYP_IRIS"] == "H" }
    let villages = census.rows.filter { $0["TYP_IRIS"] == "Z" }
    #expect(town.allSatisfy { ($0["P22_POP2539"] ?? "").contains(".") })
    #expect(villages.allSatisfy { !($0["P22_POP2539"] ?? ".").contains(".") })
  }

  @Test(arguments: [("219510603", 12.0), ("219510704", 0), ("219520000", 640)])
  func `an area has the inhabitants that the plan fixed`(code: String, people: Double) {
    let row = census.rows.first { $0["IRIS"] == code } ?? [:]
    #expect(abs(number(row, "P22_POP") - people) < 1e-9)
  }

  @Test func `the dictionary describes every column`() {
    let meta = table("meta_base-ic-evol-struct-pop-2022.CSV")
    #expect(
      meta.header.joined(separator: ";")
        == "COD_VAR;LIB_VAR;LIB_VAR_LONG;COD_MOD;LIB_MOD;TYPE_VAR;LONG_VAR")
    #expect(Set(meta.rows.map { $0["COD_VAR"] ?? "" }) == Set(census.header))
    #expect(meta.rows.allSatisfy { $0["LIB_VAR_LONG"]?.isEmpty == false })
  }

  private func number(_ row: [String: String], _ column: String) -> Double {
    Double(row[column] ?? "") ?? .nan
  }
}
