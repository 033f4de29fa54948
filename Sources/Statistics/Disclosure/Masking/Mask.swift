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

  /// Withheld for another's sake.
  package func complementary(in system: CellSystem) -> [Int] {
    hidden.indices.filter { hidden[$0] && !system.cells[$0].isPrimary }
  }
}

extension CellSystem {
  /// Withholds what must be, and what would give it away.
  ///
  /// - Throws: the cell that cannot be withheld, or whose proof failed
  /// - Complexity: see `Masking`
  package func masked(_ aim: MaskingAim) throws(Deadlock) -> Mask {
    var masking = Masking(self, aim: aim)
    try masking.mask()
    guard masking.isProved else { throw Deadlock(cell: 0) }
    return Mask(
      hidden: masking.hidden, lowest: masking.book.lowest, highest: masking.book.highest,
      programs: masking.solved, moves: masking.book.moves.count)
  }
}
