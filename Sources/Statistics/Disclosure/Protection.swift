public import Diagnostics
public import Rates
public import Territory

/// Disclosure control: the only way from figures to a release.
public enum Protection {
  /// Withholds what could identify somebody, and proves it on the result.
  ///
  /// Small counts, small complements and small sources are withheld; then cells that would give
  /// them away, in all the indicators that share a source, by linear programs (`Masking`); then,
  /// where that is not enough, an indicator's whole commune with its total. The release is then
  /// attacked with what is public only, and refused if the attack succeeds.
  ///
  /// - Parameters:
  ///   - tables: over the same zones · any number, in the order of the columns
  ///   - rule: the partner's
  ///   - zonings: other cuttings of the territory, whose figures are published too
  ///   - knowledge: totals of other zonings and earlier releases, that stay public
  /// - Returns: the release, and what it cost (confidential)
  /// - Throws: `disclosure.rows-differ`, `disclosure.zones-overlap`, `disclosure.does-not-nest`,
  ///   `disclosure.already-public`, `disclosure.taken-back`, `disclosure.not-protected`, all with
  ///   outcome protection failed; `disclosure.links-too-fine` too; `disclosure.link-denied`, with
  ///   outcome input refused
  /// - Complexity: two linear programs at most for each small cell, by commune and family
  /// - Exactness: integers; shown numbers are the input's
  /// - Confidential: the release no, the report yes
  /// - Source: loi 51-711, article 6; DISCLOSURE.md
  public static func release(
    of tables: [IndicatorTable], rule: ProtectionRule, on zonings: [Zoning] = [],
    beside knowledge: PublicKnowledge = .none
  ) throws(Problem) -> (release: Release, report: ProtectionReport) {
    var draft = try Draft(tables, rule: rule, on: zonings, beside: knowledge)
    if let denied = draft.firstDeniedLink { throw denied }
    if let small = draft.firstAlreadyPublic {
      throw Wording.alreadyPublic(small.indicator, small.zone.commune)
    }
    draft.protect()
    if let taken = draft.firstTakenBack {
      throw Wording.takenBack(taken.indicator, taken.zone.commune)
    }
    let release = draft.release()
    let attack = Attack(on: release)
    let findings = attack.findings()
    try check(attack.breaches().first, of: release)
    try check(draft.firstTold(by: attack, findings), of: release)
    return (release, draft.report(release, findings))
  }

  private static func check(_ breach: Attack.Breach?, of release: Release) throws(Problem) {
    guard let breach else { return }
    throw Wording.notProtected(
      breach.indicators.map { release.indicators[$0].id }, breach.zone.commune)
  }
}
