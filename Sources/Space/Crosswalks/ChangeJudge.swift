internal import Boundaries
internal import Territory

/// What happened to each IRIS, from what it leads to and what else leads there.
///
/// IRIS of both editions that links hold together are one affair. One old and one new: nothing, or a
/// new name or code. One old and several new: a split. Several old and one new: a merger. Several of
/// both: ground was exchanged. Where communes became one or several, that is what is said.
struct ChangeJudge {
  private let ground: Ground
  private let drafts: [LinkDraft]
  private let affairOfOld: [Int: Int]
  private var affairs: [Int: Affair] = [:]
  private var origins: [Commune: Set<Commune>] = [:]
  private var targets: [Commune: Set<Commune>] = [:]

  private struct Affair {
    var olds: Set<Int> = []
    var news: Set<Int> = []
  }

  init(_ ground: Ground, _ drafts: [LinkDraft]) {
    self.ground = ground
    self.drafts = drafts
    affairOfOld = Self.affairs(drafts)
    for draft in drafts {
      let affair = affairOfOld[draft.old, default: draft.old]
      affairs[affair, default: Affair()].olds.insert(draft.old)
      affairs[affair, default: Affair()].news.insert(draft.new)
      let (old, new) = communes(of: draft)
      origins[new, default: []].insert(old)
      targets[old, default: []].insert(new)
    }
  }

  func links() -> [Link] {
    drafts.map { draft in
      Link(
        old: ground.old.areas[draft.old].iris, new: ground.new.areas[draft.new].iris,
        share: draft.share, method: draft.method, change: change(of: draft),
        coverage: draft.coverage)
    }
  }

  private func change(of draft: LinkDraft) -> Link.Change {
    let affair = affairs[affairOfOld[draft.old, default: draft.old], default: Affair()]
    let (old, new) = communes(of: draft)
    let olds = Set(affair.olds.map { ground.old.areas[$0].iris.commune })
    let news = Set(affair.news.map { ground.new.areas[$0].iris.commune })
    if olds.count > 1 || old != new && origins[new, default: []].count > 1 {
      return .communesMerged
    }
    if news.count > 1 || old != new && targets[old, default: []].count > 1 { return .communeSplit }
    switch (affair.olds.count, affair.news.count) {
    case (1, 1): return single(draft)
    case (1, _): return .split
    case (_, 1): return .merged
    default: return .redrawn
    }
  }

  private func single(_ draft: LinkDraft) -> Link.Change {
    let old = ground.old.areas[draft.old]
    let new = ground.new.areas[draft.new]
    if old.iris != new.iris { return .recoded }
    let isNamed = !old.name.isEmpty && !new.name.isEmpty
    return isNamed && old.name.lowercased() != new.name.lowercased() ? .renamed : .none
  }

  private func communes(of draft: LinkDraft) -> (old: Commune, new: Commune) {
    (ground.old.areas[draft.old].iris.commune, ground.new.areas[draft.new].iris.commune)
  }

  /// The least old area of the affair of each.
  private static func affairs(_ drafts: [LinkDraft]) -> [Int: Int] {
    var leader: [Int: Int] = [:]
    func find(_ old: Int) -> Int {
      var root = old
      while let next = leader[root], next != root { root = next }
      leader[old] = root
      return root
    }
    var firstOfNew: [Int: Int] = [:]
    for draft in drafts {
      let first = find(firstOfNew[draft.new, default: draft.old])
      let own = find(draft.old)
      leader[max(first, own)] = min(first, own)
      firstOfNew[draft.new] = min(first, own)
    }
    return Dictionary(uniqueKeysWithValues: Set(drafts.map(\.old)).map { ($0, find($0)) })
  }
}
