import Disclosure
import Rates
import Territory
import Testing

/// Every small commune, protected and then attacked by trying every table of integers that fits
/// what is public.
@Suite struct SmallWorldTests {
  @Test(arguments: [2, 3], ProtectionRule.Zeros.allCases)
  func `no cell of one column is ever pinned`(threshold: Int, zeros: ProtectionRule.Zeros) throws {
    let rule = ProtectionRule(threshold: threshold, zeros: zeros)
    var wrong: [[Int]] = []
    for places in 1...4 {
      let town = try Town(irises: places)
      for world in everyTown(Array(0...4), irises: places) {
        let tally = town.tally(world.map { [Count($0)] })
        let release = try Protection.release(of: [town.table(tally)], rule: rule).release
        let seen = release.rows.map { $0.figures[0].count }
        let isTrue = zip(seen, world + [world.reduce(0, +)]).allSatisfy { $0 == nil || $0 == $1 }
        if !isTrue || isPinned(seen, rule) { wrong.append(world) }
      }
    }
    #expect(wrong == [])
  }

  /// Whether some hidden cell cannot be small, or cannot reach the threshold; or one that is shown
  /// is small.
  private func isPinned(_ seen: [Int?], _ rule: ProtectionRule) -> Bool {
    let smallest = rule.zeros == .shown ? 1 : 0
    let small = smallest..<rule.threshold
    if seen.contains(where: { $0.map(small.contains) ?? false }) { return true }
    guard let total = seen.last ?? nil else { return false }
    let hidden = seen.dropLast().count { $0 == nil }
    guard hidden > 0 else { return false }
    let rest = total - seen.dropLast().reduce(0) { $0 + ($1 ?? 0) }
    let fitting = everySplit(of: rest, into: hidden, atLeast: smallest)
    return (0..<hidden).contains { cell in
      let values = fitting.map { $0[cell] }
      return (values.min() ?? .max) > smallest || (values.max() ?? 0) < rule.threshold
    }
  }

  /// All persons and the women among them; the men are the difference.
  @Test(arguments: [2, 3]) func `no cell of two nested columns is ever pinned`(threshold: Int)
    throws
  {
    let rule = ProtectionRule(threshold: threshold)
    let pairs = (0...3).flatMap { all in (0...all).map { Row(women: $0, men: all - $0) } }
    var wrong: [[Row]] = []
    for places in 1...3 {
      let town = try Town(irises: places)
      for world in everyTown(pairs, irises: places) {
        if try !holds(world, in: town, rule) { wrong.append(world) }
      }
    }
    #expect(wrong == [])
  }

  struct Row: Hashable {
    let women: Int
    let men: Int
    var all: Int { women + men }
  }

  private func holds(_ world: [Row], in town: Town, _ rule: ProtectionRule) throws -> Bool {
    let tally = town.tally(world.map { [Count($0.women), Count($0.men)] }, labels: ["F", "H"])
    let tables = [town.table(tally, id: "tous"), town.table(tally, id: "femmes", of: ["F"])]
    let release = try Protection.release(of: tables, rule: rule).release
    let all = release.rows.map { $0.figures[0].count }
    let women = release.rows.map { $0.figures[1].count }
    let isTrue =
      zip(all, world.map(\.all)).allSatisfy { $0 == nil || $0 == $1 }
      && zip(women, world.map(\.women)).allSatisfy { $0 == nil || $0 == $1 }
    let guesses = NestedGuesses(
      all: all, women: women, truth: world.map { ($0.all, $0.women) }, threshold: rule.threshold)
    return isTrue && guesses.areSafe
  }
}
