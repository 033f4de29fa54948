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
