internal import Rates
public import Territory

/// Ground that some IRIS of an earlier release and some of now cover alike, though their borders differ:
/// what the earlier ones hold together is what those of now hold.
///
/// - Confidential: no
/// - Source: DISCLOSURE.md, atoms: « IRIS × previous IRIS vintage »
public struct RedrawnGround: Sendable, Hashable {
  /// IRIS of the earlier release, by the codes that they had.
  public let before: Set<Iris>
  /// IRIS of now.
  public let now: Set<Iris>

  /// Ground from its IRIS.
  public init(before: Set<Iris>, now: Set<Iris>) {
    self.before = before
    self.now = now
  }
}

/// What an earlier release tells of one column on redrawn ground.
struct GroundFigures: Hashable {
  /// IRIS of now.
  let irises: Set<Iris>
  /// What the earlier IRIS that are shown hold together.
  let shown: Int
  /// How many earlier IRIS are withheld.
  let withheld: Int
  /// The least that each of those holds, for all that the public knew.
  let floor: Int
}

extension Release {
  /// What it tells of redrawn ground, for one of its columns; ground that has a row which nobody
  /// delivered tells nothing.
  ///
  /// - Parameters:
  ///   - number: of a figure, where it is shown
  func grounds(
    _ redrawn: [RedrawnGround], in column: Int, number: (Figure) -> Int?
  ) -> [GroundFigures] {
    if redrawn.isEmpty { return [] }
    var figures: [Iris: Figure] = [:]
    for row in rows {
      if case .iris(let iris) = row.zone { figures[iris] = row.figures[column] }
    }
    return redrawn.compactMap { ground in
      let known = ground.before.compactMap { figures[$0] }
      let shown = known.compactMap(number)
      let withheld = known.count { number($0) == nil && $0.status == .withheld }
      guard known.count == ground.before.count, shown.count + withheld == known.count else {
        return nil
      }
      return GroundFigures(
        irises: ground.now, shown: shown.reduce(0, +), withheld: withheld,
        floor: zerosAreWithheld ? 0 : 1)
    }
  }
}
