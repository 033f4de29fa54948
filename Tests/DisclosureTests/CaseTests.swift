import TestSupport
import Testing

@testable import Disclosure

/// The project's reference cases: printed results of other tools, and intervals that were checked by
/// linear programs and brute force.
@Suite(.enabled(if: RealData.isPresent)) struct CaseTests {
  @Test(arguments: CaseFolder.names)
  func `expected intervals are found`(name: String) {
    let folder = CaseFolder(name)
    #expect(folder.system.firstContradiction == nil)
    let attack = CellIntervals(folder.system, hiding: folder.hidden, figures: folder.figures)
    for (cell, interval) in folder.intervals("intervals") {
      let number = folder.numbers[cell] ?? -1
      #expect(attack.interval(of: number) == interval, "\(cell)")
    }
    for (cell, interval) in folder.intervals("integer_intervals") {
      let number = folder.numbers[cell] ?? -1
      #expect(attack.interval(of: number, wholeTables: true) == interval, "\(cell)")
    }
  }

  @Test(arguments: CaseFolder.names)
  func `the same cells are withheld for themselves`(name: String) {
    let folder = CaseFolder(name)
    guard folder.integer("primary") != nil, let threshold = folder.integer("threshold") else {
      return
    }
    let rule = ProtectionRule(
      threshold: threshold, zeros: folder.isTrue("zeros_sensitive") ? .withheld : .shown)
    let ours = folder.system.cells.filter { $0.role != .implied && rule.withholds($0.value) }
    #expect(Set(ours.map(\.name)) == folder.primaries)
  }

  @Test(arguments: CaseFolder.names)
  func `as few cells are withheld for others' sake`(name: String) throws {
    let folder = CaseFolder(name)
    guard let theirs = folder.integer("secondary"), !folder.isBroken else { return }
    let zeros = folder.isTrue("zeros_sensitive")
    let mask = try folder.system.masked(
      MaskingAim(.apart, hidesZeros: zeros, mindsInsiders: false))
    let ours = mask.complementary(in: folder.system).count
    #expect(ours * 10 <= theirs * 11, "\(ours) for \(theirs)")
  }
}

extension CaseTests {
  /// Few contributors, and one that dominates: the counts of τ-ARGUS on rtauargus's own data.
  @Test(arguments: [
    ("turnover_act_size.csv", 52, 25), ("turnover_act_cj.csv", 35, 25),
    ("turnover_nuts_size.csv", 55, 17), ("turnover_nuts_cj.csv", 45, 20),
  ])
  func `amounts are withheld for the same reasons`(file: String, few: Int, dominated: Int) {
    let (header, rows) = CaseFolder.table("rtauargus_turnover", file)
    let rule = AmountRule(threshold: 3)
    let reasons = rows.map { row in
      let cell = Dictionary(zip(header, row)) { first, _ in first }
      return rule.reason(
        contributors: Int(cell["N_OBS"] ?? "") ?? 0, largest: Double(cell["MAX"] ?? "") ?? 0,
        total: Double(cell["TOT"] ?? "") ?? 0)
    }
    #expect(reasons.count { $0 == .few } == few)
    #expect(reasons.count { $0 == .dominated } == dominated)
  }

  @Test func `somebody alone in a cell costs one more`() throws {
    let folder = CaseFolder("sdct_singleton_on")
    let mask = try folder.system.masked(MaskingAim(.apart, hidesZeros: false))
    #expect(mask.complementary(in: folder.system).count == 1)
  }

  /// The table that others were measured on, with what the public can believe where zeros are shown
  /// and where they are not.
  @Test(arguments: [0, 1]) func `the synthetic town is protected`(floor: Int) throws {
    let rows = CaseFolder.table("dijon_like_noqpv", "cells_raw.csv").rows
    var system = CellSystem()
    var numbers: [String: Int] = [:]
    for row in rows {
      let value = Int(row[1]) ?? 0
      let isSmall = ProtectionRule(threshold: 5).withholds(value)
      numbers[row[0]] = system.add(
        .init(row[0], value, value == 0 ? .frozen : .open, isPrimary: isSmall, floor: floor))
    }
    var terms: [String: [(cell: Int, times: Int)]] = [:]
    for row in CaseFolder.table("dijon_like_noqpv", "relations.csv").rows {
      terms[row[0], default: []].append((numbers[row[1]] ?? 0, Int(row[2]) ?? 0))
    }
    for (_, terms) in terms.sorted(by: { $0.key < $1.key }) { system.add(.init(terms)) }
    let mask = try system.masked(MaskingAim(.across(5), hidesZeros: false))
    let check = MaskCheck(mask, of: system, threshold: 5, hidesZeros: false, insiders: true)
    #expect(check.cells == 50)
    #expect(check.under == 0 && check.above == 0 && check.exactForInsiders == 0)
    #expect(mask.complementary(in: system).count <= 99)
  }
}
