/// How uncertain what is withheld must stay.
package struct MaskingAim: Sendable, Hashable {
  /// What a cell that must not be known must be able to be.
  package enum Reach: Sendable, Hashable {
    /// Two numbers at least: all that other tools promise.
    case apart
    /// From the least believable number to this one.
    case across(Int)
  }

  /// For the cells that must not be known.
  package let reach: Reach
  /// Whether a withheld cell may hold nobody, as far as the public knows.
  package let hidesZeros: Bool
  /// Whether what is withheld for another's sake must be able to be as small, where it can.
  package var coversAll: Bool
  /// Whether somebody alone in a cell must not learn another.
  package var mindsInsiders: Bool
  /// What some partner knows of itself: cells by knower.
  package var insights: [[Int]]

  package init(
    _ reach: Reach, hidesZeros: Bool, coversAll: Bool = false, mindsInsiders: Bool = true,
    insights: [[Int]] = []
  ) {
    self.reach = reach
    self.hidesZeros = hidesZeros
    self.coversAll = coversAll
    self.mindsInsiders = mindsInsiders
    self.insights = insights
  }

  var smallest: Int { hidesZeros ? 0 : 1 }
}

/// What cannot be withheld however many open cells are.
package struct Deadlock: Error, Sendable, Hashable {
  /// The cell that the others give away.
  package let cell: Int
}
