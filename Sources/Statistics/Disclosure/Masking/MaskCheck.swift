/// What linear programs find of a mask, without its moves: the interval of every cell that must not be
/// known, and what each insider is sure of.
///
/// It knows nothing of how the mask was made, but shares its solver; the proof for others is the
/// attacker of another target.
package struct MaskCheck: Sendable {
  /// Cells that must not be known, looked at.
  package let cells: Int
  /// Upper bounds under the threshold.
  package let under: Int
  /// Lower bounds above the least that can be believed.
  package let above: Int
  /// Cells that can be one number only.
  package let exact: Int
  /// The fewest numbers that one can be.
  package let narrowest: Int?
  /// Cells that somebody alone in another knows exactly; nil when it was not asked.
  package let exactForInsiders: Int?

  package init(
    _ mask: Mask, of system: CellSystem, threshold: Int, hidesZeros: Bool, insiders: Bool
  ) {
    let attack = CellIntervals(system, hiding: mask.hidden)
    let least = system.leastBelievable
    let primaries = system.cells.indices.filter { system.cells[$0].isPrimary }
    let intervals = primaries.map { attack.interval(of: $0) ?? 0...0 }
    cells = primaries.count
    under = intervals.count { $0.upperBound < threshold }
    above = zip(primaries, intervals).count {
      $1.lowerBound > max(hidesZeros ? 0 : 1, least[$0])
    }
    exact = intervals.count { $0.lowerBound == $0.upperBound }
    narrowest = intervals.map { $0.count }.min()
    exactForInsiders = insiders ? Self.exactForInsiders(mask, system) : nil
  }

  private static func exactForInsiders(_ mask: Mask, _ system: CellSystem) -> Int {
    let hidden = mask.hidden.indices.filter { mask.hidden[$0] }
    var known = 0
    for alone in hidden where system.cells[alone].value == 1 {
      let attack = CellIntervals(system, hiding: mask.hidden, knowing: [alone: 1])
      let same = Set(system.sameAs(alone))
      for cell in hidden where !same.contains(cell) {
        guard let interval = attack.interval(of: cell) else { continue }
        if interval.lowerBound == interval.upperBound { known += 1 }
      }
    }
    return known
  }
}
