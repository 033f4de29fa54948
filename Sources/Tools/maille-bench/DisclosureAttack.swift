internal import Audit
internal import Disclosure

/// The attacker of the target `Audit` on a table of the bench: he has what is shown and the sums, and
/// shares neither code nor solver with the protection.
struct DisclosureAttack {
  /// Withheld cells that he was asked for.
  let cells: Int
  /// Those that he bounds under the threshold, knows exactly, or cannot decide; how small they can be is
  /// the check's.
  let broken: Int
  let lap: Lap

  init(on system: CellSystem, hiding mask: Mask, threshold: Int) {
    let watch = Stopwatch()
    let attacker = Attacker(
      on: Self.publicKnowledge(of: system, mask), depth: .reach(from: 1, to: threshold))
    let result = attacker.result()
    let primaries = result.findings.filter { system.cells[$0.cell].isPrimary }
    cells = primaries.count
    let isUndecided = result.isContradictory || result.isInDoubt
    broken = primaries.count { finding in
      let upper = finding.upper ?? .max
      return isUndecided || !finding.isAttained || upper < threshold || upper == finding.lower
    }
    lap = watch.lap
  }

  private static func publicKnowledge(of system: CellSystem, _ mask: Mask) -> LinearSystem {
    var known = LinearSystem()
    for (place, cell) in system.cells.enumerated() {
      let isUnseen = mask.hidden[place] || cell.role == .implied
      if isUnseen {
        known.add(
          cell.name, role: cell.isPrimary || mask.hidden[place] ? .withheld : .plain,
          from: cell.floor, to: cell.ceiling ?? LinearSystem.box)
      } else {
        known.add(cell.name, from: cell.value, to: cell.value)
      }
    }
    for equation in system.equations {
      known.relate(equation.terms.map { LinearSystem.Term($0.cell, times: $0.times) })
    }
    return known
  }
}
