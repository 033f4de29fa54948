/// What fits a published column and a published part of it: every pair of numbers in every row.
struct NestedGuesses {
  /// One row, or the total: what is shown of all and of the women.
  private struct Row: Hashable {
    let all: Int?
    let women: Int?
    let truth: Pair
  }

  private struct Pair: Hashable {
    let all: Int
    let women: Int
  }

  private let rows: [Row]
  private let total: Row
  private let threshold: Int
  private let limit: Int

  /// - Parameters:
  ///   - truth: by row, all and the women
  init(all: [Int?], women: [Int?], truth: [(all: Int, women: Int)], threshold: Int) {
    rows = truth.indices.map {
      Row(
        all: all[$0], women: women[$0], truth: Pair(all: truth[$0].all, women: truth[$0].women))
    }
    total = Row(
      all: all.last ?? nil, women: women.last ?? nil, truth: Pair(all: 0, women: 0))
    self.threshold = threshold
    limit = max((all + women).compactMap(\.self).max() ?? 0, threshold) + 1
  }

  /// No shown cell nor difference is small; every small one can be 1 or less, and the threshold or
  /// more; what is withheld for its sake is not known.
  var areSafe: Bool {
    let kinds = Set(rows)
    return kinds.allSatisfy { row in
      guard row.all == nil || row.women == nil else { return isSafeToShow(row) }
      let others = rows.indices.filter { $0 != rows.firstIndex(of: row) }.map { rows[$0] }
      let fitting = fitting(row, beside: sums(of: others))
      let isAllBounded = total.all != nil
      let areMenBounded = isAllBounded && total.women != nil
      return isSafe(row.all, row.truth.all, fitting.map(\.all), isBounded: isAllBounded)
        && isSafe(row.women, row.truth.women, fitting.map(\.women), isBounded: true)
        && areMenSafe(
          row.truth, fitting.map { $0.all - $0.women }, isBounded: areMenBounded)
    }
  }

  private func isSafeToShow(_ row: Row) -> Bool {
    let all = row.all ?? 0
    let women = row.women ?? 0
    return [all, women, all - women].allSatisfy { !(1..<threshold).contains($0) }
  }

  private func isSafe(
    _ shown: Int?, _ truth: Int, _ guesses: [Int], isBounded: Bool
  ) -> Bool {
    if let shown { return !isSmall(shown) }
    guard isBounded, let least = guesses.min(), let most = guesses.max() else { return !isBounded }
    return isSmall(truth) ? least <= 1 && most >= threshold : least < most
  }

  private func areMenSafe(_ truth: Pair, _ guesses: [Int], isBounded: Bool) -> Bool {
    let men = truth.all - truth.women
    return !isSmall(men) || isSafe(nil, men, guesses, isBounded: isBounded)
  }

  private func isSmall(_ number: Int) -> Bool { (1..<threshold).contains(number) }

  /// The pairs that a row can hold, so that the other rows can make the rest of the totals.
  private func fitting(_ row: Row, beside others: [Bool]) -> [Pair] {
    pairs(row).filter { pair in
      guard let index = index(whole.all - counted(pair).all, whole.women - counted(pair).women)
      else { return false }
      return others[index]
    }
  }

  /// Which sums of all and of the women the rows can make; a column without a total counts for
  /// nothing.
  private func sums(of rows: [Row]) -> [Bool] {
    var reached = [Bool](repeating: false, count: (whole.all + 1) * (whole.women + 1))
    reached[0] = true
    for row in rows {
      var next = [Bool](repeating: false, count: reached.count)
      let steps = Set(pairs(row).compactMap { index(counted($0).all, counted($0).women) })
      for start in reached.indices where reached[start] {
        for step in steps {
          let all = start / (whole.women + 1) + step / (whole.women + 1)
          let women = start % (whole.women + 1) + step % (whole.women + 1)
          if let sum = index(all, women) { next[sum] = true }
        }
      }
      reached = next
    }
    return reached
  }

  private var whole: Pair { Pair(all: total.all ?? 0, women: total.women ?? 0) }

  private func counted(_ pair: Pair) -> Pair {
    Pair(
      all: total.all == nil ? 0 : pair.all, women: total.women == nil ? 0 : pair.women)
  }

  private func index(_ all: Int, _ women: Int) -> Int? {
    guard 0...whole.all ~= all, 0...whole.women ~= women else { return nil }
    return all * (whole.women + 1) + women
  }

  /// A number that is withheld in a column that adds up counts somebody.
  private func pairs(_ row: Row) -> [Pair] {
    let least = total.all != nil ? 1 : 0
    let leastWomen = total.women != nil ? 1 : 0
    let alls = row.all.map { $0...$0 } ?? least...max(least, limit)
    return alls.flatMap { all in
      let women = row.women.map { $0...$0 } ?? leastWomen...max(leastWomen, all)
      return women.filter { $0 <= all }.map { Pair(all: all, women: $0) }
    }
  }
}
