import TestSupport
import Testing

@testable import Audit

/// The published cases of other programs and manuals.
@Suite(.enabled(if: RealData.isPresent)) struct PublishedCaseTests {
  @Test(arguments: [
    ("ex_safe", ["a1": [0, 23], "b2": [5, 28]]),
    ("ex_singleton", ["a": [0, 2], "c": [0, 2]]),
    ("ex_differencing", ["I1r": [0, 3], "I2r": [0, 3]]),
    ("nonnegativity_beats_row_space", ["a": [0, 2], "b": [1, 3]]),
    ("zero_problem", ["a": [0, 0], "b": [0, 0]]),
    ("tauargus_manual_singleton", ["AX2": [15, 15], "AX4": [17, 17]]),
    ("tauargus_manual_2_15", ["x11": [3, 6], "x12": [1, 4], "x21": [0, 3], "x22": [0, 3]]),
    ("yoy_evolution_leak", ["23|I1": [8, 8], "23|I2": [24, 24]]),
    (
      "derived_leaks",
      [
        "n0": [7, 8], "n1": [7, 18], "n2": [7, 7], "n3": [3, 3], "n4": [3, 3], "n5": [3, 3],
        "n6": [9, 9], "n7": [9, 9], "n8": [4, 4],
      ]
    ),
    ("derived_percent_of_suppressed_total", ["T": [5, 10], "a": [2, 4], "b": [3, 6]]),
    ("sdct_linked_separate", ["K": [3, 3]]),
    ("sdct_4x4_two_per_line_unsafe", ["w|b": [47, 47]]),
  ])
  func `intervals are those that the case states`(name: String, expected: [String: [Int]]) throws {
    let world = PublishedCase(name)
    let result = Attacker(on: world.system).result()
    #expect(!result.isContradictory && !result.isInDoubt)
    for (cell, ends) in expected.sorted(by: { $0.key < $1.key }) {
      let index = try #require(world.indexOf[cell])
      let finding = try #require(result.findings.first { $0.cell == index })
      #expect([finding.lower, finding.upper ?? -1] == ends, "\(cell)")
    }
  }

  /// The interval that sdcTable's own attack prints for each cell of its example.
  @Test(arguments: ["sdct_4x4_two_per_line_fixed", "sdct_4x4_two_per_line_unsafe"])
  func `intervals are sdcTable's`(name: String) {
    let world = PublishedCase(name)
    let findings = Attacker(on: world.system).result().findings
    let rows = PublishedTable("disclosure/\(name)/attack_sdcTable.csv").rows
    #expect(rows.count >= 9)
    var unmet = rows.compactMap { row in
      [row["freq"], row["low"], row["up"]].compactMap { $0.flatMap { Int($0) } }
    }
    for finding in findings {
      let name = world.system.cells[finding.cell].name
      let found = [world.truths[name] ?? -1, finding.lower, finding.upper ?? -1]
      if let index = unmet.firstIndex(of: found) { unmet.remove(at: index) }
    }
    #expect(unmet == [])
  }

  @Test(arguments: [
    ("sdct_singleton_off", true), ("sdct_singleton_on", false), ("ex_singleton", true),
    ("gs_ex1_table8_nosingleton", true),
  ])
  func `somebody alone in a cell learns another exactly where it is not protected`(
    name: String, isTold: Bool
  ) {
    let world = PublishedCase(name)
    let attacker = Attacker(on: world.system)
    let alone = world.withheld.filter { world.truths[$0] == 1 }.compactMap { world.indexOf[$0] }
    #expect(!alone.isEmpty)
    let told = alone.filter { !attacker.learnt(knowing: [$0: 1]).isEmpty }
    #expect(told.isEmpty != isTold)
  }

  @Test(arguments: [
    "gs_ex1_table1", "gs_ex1_table2", "gs_ex1_table4", "gs_ex1_table5", "gs_ex1_table7_zeroproblem",
    "gs_linked_global", "gs_mun_maxN3", "gs_mun_maxN3_zeros_shown", "gs_z1_maxN5", "gs_z1_maxN10",
    "gs_z2_maxN4", "sdct_linked_joint", "sdct_microdata1_GAUSS", "sdct_microdata1_OPT",
    "sdct_4x4_two_per_line_OPT", "sdct_4x4_two_per_line_HITAS", "rtauargus_ex1",
  ])
  func `every interval holds the truth, and no primary of a peer's release is exact`(name: String) {
    let world = PublishedCase(name)
    let result = Attacker(on: world.system).result()
    #expect(!result.isContradictory && !result.isInDoubt && !result.findings.isEmpty)
    let wrong = result.findings.filter { finding in
      let truth = world.truths[world.system.cells[finding.cell].name] ?? 0
      return truth < finding.lower || truth > finding.upper ?? .max || !finding.isAttained
    }
    #expect(wrong.map { world.system.cells[$0.cell].name } == [])
    #expect(result.findings.filter { $0.width == 0 }.count == 0)
  }
}
