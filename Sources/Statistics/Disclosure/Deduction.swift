internal import Rates

/// What one clue tells about one commune.
struct Deduction {
  private let clue: Clue
  private let scene: Scene
  private let release: Release
  /// Columns that hold everybody whom the clue counts.
  private let wholes: [Clue]
  /// The strictest of what the clue reads.
  private let threshold: Int

  init(_ clue: Clue, _ scene: Scene, _ release: Release, _ clues: [Clue]) {
    self.clue = clue
    self.scene = scene
    self.release = release
    threshold =
      clue.readings.map { release.thresholds[$0.indicator] }.max() ?? release.threshold
    wholes = clue.isColumn ? clues.compactMap { $0.whole(around: clue) } : []
  }

  /// The interval of each number that is not shown.
  ///
  /// - Parameters:
  ///   - insight: what he happens to know
  func findings(knowing insight: [Zone: Int] = [:]) -> [Attack.Finding] {
    let unknown = scene.rows.filter { clue.number(in: $0) == nil && insight[$0.zone] == nil }
    guard !unknown.isEmpty else { return [] }
    let rest = scene.rest(of: clue).map { $0 - insight.values.reduce(0, +) }
    let held = unknown.map { rest != nil && certain($0) ? 1 : 0 }
    let most = unknown.map(ceiling)
    let isBounding = rest.map { rest in most.contains(nil) || total(of: most) >= rest } ?? true
    return unknown.indices.map { index in
      var lower = held[index]
      var upper = isBounding ? most[index] : nil
      if let rest {
        let needed = held.reduce(0, +) - held[index]
        upper = min(upper ?? .max, rest - needed)
        var others = most
        others.remove(at: index)
        if isBounding && !others.contains(nil) { lower = max(lower, rest - total(of: others)) }
      }
      return Attack.Finding(
        indicators: clue.readings.map(\.indicator), zone: unknown[index].zone, lower: lower,
        upper: upper, isFigure: clue.isColumn, isBase: clue.isBase)
    }
  }

  /// Numbers that are shown and should not be, or not shown and too narrow.
  func breaches() -> [Attack.Breach] {
    let seen = scene.everyRow.filter { row in
      clue.number(in: row).map { isSmall($0, in: row) } ?? false
    }
    let narrow = isSettledAsNobody ? [] : findings().filter(isNarrow)
    return (seen.map(\.zone) + narrow.map(\.zone)).map {
      Attack.Breach(indicators: clue.readings.map(\.indicator), zone: $0)
    }
  }

  /// Nobody at all is left in the hidden rows, and zeros may be seen: no secret in a difference.
  private var isSettledAsNobody: Bool {
    !clue.isColumn && !release.zerosAreWithheld && scene.rest(of: clue) == 0
  }

  /// Whether he is sure that the row holds somebody: zeros are shown, unless the column goes wholly.
  private func certain(_ row: Release.Row) -> Bool {
    clue.isColumn && !release.zerosAreWithheld && !clue.isUndelivered(in: row)
  }

  /// A shown column that holds everybody counted here; the census where the rate is a share.
  private func ceiling(_ row: Release.Row) -> Int? {
    let shown = wholes.compactMap { $0.number(in: row) }
    return (shown + [census(row)].compactMap(\.self)).min()
  }

  /// A population under the threshold bounds nothing: it is an estimate.
  private func census(_ row: Release.Row) -> Int? {
    guard let reading = clue.readings.first, clue.isColumn, !reading.isDenominator else {
      return nil
    }
    let definition = release.indicators[reading.indicator]
    guard definition.method == .wilson, definition.denominatorSource == nil else { return nil }
    let population = row.figures[reading.indicator].denominator.map { Int($0.rounded(.down)) }
    return population.flatMap { $0 >= threshold ? $0 : nil }
  }

  private func isSmall(_ number: Int, in row: Release.Row) -> Bool {
    if number == 0 { return release.zerosAreWithheld && !isExpected(row) }
    return number > 0 && number < threshold
  }

  /// Everybody expects nobody there.
  private func isExpected(_ row: Release.Row) -> Bool {
    clue.readings.allSatisfy { row.figures[$0.indicator].status == .notApplicable }
  }

  /// Whether it is known to be small, or about how small; a difference that is known to be large is
  /// no secret, a withheld number that is known is.
  private func isNarrow(_ finding: Attack.Finding) -> Bool {
    guard let upper = finding.upper else { return false }
    let reach = max(2, threshold)
    if upper < reach { return true }
    guard clue.isColumn else { return false }
    let isAboutKnown = finding.lower < reach && upper - finding.lower < reach - 1
    return isAboutKnown || upper == finding.lower
  }

  private func total(of ceilings: [Int?]) -> Int { ceilings.reduce(0) { $0 + ($1 ?? 0) } }
}
