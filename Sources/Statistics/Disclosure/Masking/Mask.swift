/// What is withheld of a system, with the moves that prove it.
///
/// - Confidential: yes, it tells primary from complementary suppressions
package struct Mask: Sendable {
  /// By cell, whether it is withheld.
  package let hidden: [Bool]
  /// By cell, the smallest number that the moves give it.
  package let lowest: [Int]
  /// By cell, the largest.
  package let highest: [Int]
  /// Linear programs solved.
  package let programs: Int
  /// Tables that fit what is shown, as found.
  package let moves: Int

  /// What solves the programs.
  package static var solver: String { ClpSolver.name }

  /// Withheld for another's sake.
  package func complementary(in system: CellSystem) -> [Int] {
    hidden.indices.filter { hidden[$0] && !system.cells[$0].isPrimary }
  }
}

extension CellSystem {
  /// Withholds what must be, and what would give it away.
  ///
  /// Small systems are tried in several ways, of which the one that withholds least is kept.
  ///
  /// - Throws: the cell that cannot be withheld, or that a sum contradicts, or the first if the
  ///   proof failed
  /// - Complexity: see `Masking`
  package func masked(_ aim: MaskingAim) throws(Deadlock) -> Mask {
    if let wrong = firstContradiction { throw Deadlock(cell: equations[wrong].terms[0].cell) }
    var best = try masked(aim, Way())
    guard cells.count <= 500, complementary(best).count > 1 else { return best }
    let areWeighed = cells.allSatisfy { $0.weight != nil || $0.role != .open }
    for way in Way.others where !(way.countsAlike && areWeighed) {
      guard let other = try? masked(aim, way) else { continue }
      if loss(other) < loss(best) { best = other }
    }
    return best
  }

  /// How the cells are gone through.
  private struct Way {
    var smallestFirst = false
    var countsAlike = false

    static let others = [
      Way(smallestFirst: true), Way(countsAlike: true), Way(smallestFirst: true, countsAlike: true),
    ]
  }

  private func masked(_ aim: MaskingAim, _ way: Way) throws(Deadlock) -> Mask {
    var masking = Masking(
      way.countsAlike ? weighingAlike : self, aim: aim, smallestFirst: way.smallestFirst)
    try masking.mask()
    guard masking.isProved else { throw Deadlock(cell: 0) }
    return Mask(
      hidden: masking.hidden, lowest: masking.book.lowest, highest: masking.book.highest,
      programs: masking.solved, moves: masking.book.moves.count)
  }

  /// The same where withholding any cell that has no weight of its own costs one.
  private var weighingAlike: CellSystem {
    var system = self
    for cell in cells.indices { system.cells[cell].weight = cells[cell].weight ?? 1 }
    return system
  }

  private func complementary(_ mask: Mask) -> [Int] { mask.complementary(in: self) }

  private func loss(_ mask: Mask) -> (Int, Int) {
    let lost = complementary(mask)
    return (lost.count, lost.reduce(0) { $0 + cells[$1].value })
  }
}
