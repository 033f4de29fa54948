/// That a source counts those of others, as a release's files say.
struct PublicLink: Sendable, Hashable {
  let whole: String
  /// They share nobody.
  let parts: [String]
  /// Whether they make the whole.
  let isComplete: Bool

  /// A link as the member `liens` of a GeoJSON describes it.
  init?(_ node: JSONNode) {
    guard let whole = node["tout"]?.string, let isComplete = node["complet"]?.truth else {
      return nil
    }
    self.whole = whole
    self.isComplete = isComplete
    parts = node["parties"]?.elements.compactMap(\.string) ?? []
  }
}

extension CommuneModel {
  /// What linked sources make of one another in one zone: wholes are their parts and a rest, and hold
  /// whatever is counted of them; what a number leaves of a whole is implied.
  mutating func link(_ zone: PublicZone, _ release: PublicRelease) {
    for link in release.links {
      let columns = ([link.whole] + link.parts).flatMap(release.columns)
      for vintage in Set(columns.map(\.vintage)).sorted() {
        link.relate(at: vintage, zone, release, in: &self)
      }
    }
    for source in release.linkedSources { hold(source, zone, release) }
  }

  /// Everybody of a source; implied where no column counts them.
  fileprivate mutating func everybody(
    of source: String, at vintage: String, _ zone: PublicZone, _ release: PublicRelease
  ) -> LinearSystem.Term {
    let isCounted = release.columns(of: source).contains { $0.isWhole && $0.vintage == vintage }
    return .init(
      index(
        "tout/\(source)@\(vintage)", zone, release, indicator: source,
        role: isCounted ? .plain : .implied))
  }

  fileprivate mutating func rest(
    _ name: String, _ indicator: String, _ zone: PublicZone, _ release: PublicRelease
  ) -> LinearSystem.Term {
    .init(
      index("\(release.name)/\(name)", zone, release, indicator: indicator, role: .implied),
      times: -1)
  }

  /// The numbers of one source: each is everybody of it, or leaves somebody of it.
  private mutating func hold(_ source: String, _ zone: PublicZone, _ release: PublicRelease) {
    for column in release.columns(of: source) {
      let own = LinearSystem.Term(
        index(column.series, zone, release, indicator: column.indicator), times: -1)
      let all = everybody(of: source, at: column.vintage, zone, release)
      if column.isWhole {
        system.relate([all, own])
      } else {
        system.relate([all, own, rest("tout/\(source)-\(column.series)", source, zone, release)])
      }
      for whole in release.wholes(of: source) {
        let more = everybody(of: whole, at: column.vintage, zone, release)
        system.relate([more, own, rest("tout/\(whole)-\(column.series)", whole, zone, release)])
      }
    }
  }
}

extension PublicLink {
  fileprivate func relate(
    at vintage: String, _ zone: PublicZone, _ release: PublicRelease, in model: inout CommuneModel
  ) {
    let all = model.everybody(of: whole, at: vintage, zone, release)
    let own = parts.map { part in
      LinearSystem.Term(
        model.everybody(of: part, at: vintage, zone, release).cell, times: -1)
    }
    let name = "tout/\(whole)-\(parts.joined(separator: "-"))@\(vintage)"
    let left = isComplete ? [] : [model.rest(name, whole, zone, release)]
    model.system.relate([all] + own + left)
  }
}

extension PublicRelease {
  /// One of its columns of numbers.
  fileprivate struct Column {
    let series: String
    let vintage: String
    let indicator: String
    let isWhole: Bool
  }

  fileprivate var linkedSources: [String] {
    Set(links.flatMap { [$0.whole] + $0.parts }).sorted()
  }

  /// The sources that hold another, the nearest first.
  fileprivate func wholes(of source: String) -> [String] {
    var found: [String] = []
    var part = source
    while let link = links.first(where: { $0.parts.contains(part) }), !found.contains(link.whole),
      link.whole != source
    {
      found.append(link.whole)
      part = link.whole
    }
    return found
  }

  fileprivate func columns(of source: String) -> [Column] {
    let counts = indicators.filter { $0.source == source && !$0.isAmount }.map {
      Column(series: $0.series, vintage: $0.vintage, indicator: $0.id, isWhole: $0.countsWhole)
    }
    let bases = indicators.compactMap { indicator -> Column? in
      guard indicator.baseSource == source, !indicator.isAmount, let series = indicator.baseSeries
      else { return nil }
      return Column(
        series: series, vintage: indicator.baseVintage, indicator: indicator.id,
        isWhole: indicator.dividesByWhole)
    }
    return counts + bases
  }
}
