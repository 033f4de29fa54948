public import Territory

extension Crosswalk {
  /// Only what leads to some communes: the territory of a campaign.
  ///
  /// An IRIS that leads there in part keeps all its links, so that its shares still add up.
  public func leading(to communes: Set<Commune>) -> Crosswalk {
    let olds = Set(links.lazy.filter { communes.contains($0.new.commune) }.map(\.old))
    return Crosswalk(
      from: from, to: to, links: links.filter { olds.contains($0.old) },
      vanished: vanished.filter { communes.contains($0.commune) },
      appeared: appeared.filter { communes.contains($0.commune) })
  }
}
