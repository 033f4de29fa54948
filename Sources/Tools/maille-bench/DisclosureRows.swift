internal import Disclosure
internal import Glibc

/// The rows of the bench `disclosure`: time, cost, and what linear programs find of the result.
final class DisclosureRows {
  private let runs: Int
  private(set) var hasFailed = false

  init(runs: Int) { self.runs = runs }

  /// Prints what the figures depend on, then the names of columns.
  func begin(seed: UInt64) {
    print("maille-bench disclosure, K = \(DisclosureWorlds.threshold)")
    print("processor \(Machine.processor), \(Machine.cores) cores")
    print("compiler  \(Machine.compiler)")
    print("commit    \(Machine.commit); \(Mask.solver)")
    print("seed \(seed), runs \(runs); hi < K, lo > 1 and exact are counts of primary cells\n")
    line(
      "table",
      [
        "cells", "primary", "compl.", "programs", "median s", "cpu s", "check s", "hi < K",
        "lo > 1", "exact", "insider", "attack s", "broken", "MB",
      ])
  }

  /// Protects one table, then looks at what linear programs find.
  func measure(_ name: String, _ system: CellSystem, insiders: Bool = false) {
    let aim = MaskingAim(.across(DisclosureWorlds.threshold), hidesZeros: false)
    Memory.forgetPeak()
    var laps: [Lap] = []
    var mask: Mask?
    for _ in 0..<runs {
      let watch = Stopwatch()
      mask = try? system.masked(aim)
      laps.append(watch.lap)
    }
    guard let mask else {
      hasFailed = true
      return line(name, ["refused"])
    }
    let watch = Stopwatch()
    let check = MaskCheck(
      mask, of: system, threshold: DisclosureWorlds.threshold, hidesZeros: false,
      insiders: insiders)
    let checked = watch.lap
    let attack = DisclosureAttack(
      on: system, hiding: mask, threshold: DisclosureWorlds.threshold)
    let failures = check.under + check.exact + (check.exactForInsiders ?? 0) + attack.broken
    hasFailed = hasFailed || failures > 0
    line(
      name,
      [
        String(system.cells.count { $0.role != .implied }), String(check.cells),
        String(mask.complementary(in: system).count), String(mask.programs),
        median(laps.map(\.seconds)), median(laps.map(\.cpuSeconds)),
        BenchReport.text(checked.seconds, 2), String(check.under), String(check.above),
        String(check.exact), check.exactForInsiders.map(String.init) ?? "-",
        BenchReport.text(attack.lap.seconds, 2), String(attack.broken),
        BenchReport.text(Double(Memory.peak) / 1e6, 0),
      ])
  }

  /// What others did of the same 72 IRIS, as published in the project's references; not run here.
  func quotePeers() {
    print("  published of the same table, run elsewhere:")
    for (name, complementary, seconds, under, insider) in [
      ("GaussSuppression 1.2.3", "134", "0.6", "11", "2"),
      ("sdcTable SIMPLEHEURISTIC 0.33", "158", "6.6", "11", "1"),
      ("sdcTable HYPERCUBE 0.33", "138", "56", "2", "0"),
      ("sdcTable HITAS 0.33", "-", "> 120", "-", "-"),
    ] {
      line(
        "  " + name,
        ["1314", "230", complementary, "", seconds, "", "", under, "", "", insider])
    }
  }

  private func median(_ seconds: [Double]) -> String {
    BenchReport.text(seconds.sorted()[seconds.count / 2], 2)
  }

  private func line(_ name: String, _ cells: [String]) {
    func pad(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    let start = name + String(repeating: " ", count: max(0, 32 - name.count))
    print(start + cells.map { pad($0, 9) }.joined())
    fflush(nil)
  }
}
