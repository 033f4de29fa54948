internal import Audit
internal import Diagnostics
internal import Disclosure
internal import Files
internal import Keeping

extension WorkFolder {
  private static let format = SealedFile.Format(name: "inities", version: 1)

  /// Keeps what insiders of a release know, so that later stages are attacked as the run was. It comes
  /// from rows, lies with the counts, and goes with them.
  ///
  /// - Throws: `files.cannot-write`, `files.disk-full`
  func keep(_ insiders: [Insider], of release: ContentHash) throws(Problem) {
    try prepare(.tallies)
    let text = JSONValue.array(insiders.map(\.json)).description
    try SealedFile.write(Array(text.utf8), as: Self.format, to: path(of: release))
  }

  /// What insiders of a release know; `nil` once it was purged.
  func insiders(of release: ContentHash) -> [Insider]? {
    SealedFile.read(path(of: release), as: Self.format).flatMap { JSONValue(parsing: $0) }?
      .elements?.compactMap(Insider.init)
  }

  private func path(of release: ContentHash) -> String {
    path(of: "\(release.hexadecimal)-inities", in: .tallies)
  }
}

extension Insider {
  /// What he still knows of a release without some of its indicators; `nil` for nothing.
  func keeping(_ indicators: Set<String>, without source: String) -> Insider? {
    let rest = insights.filter { indicators.contains($0.indicator) }
    if rest.isEmpty { return nil }
    return sources.isEmpty
      ? Insider(alone: rest[0])
      : Insider(partnerOf: sources.subtracting([source]), knowing: rest)
  }

  fileprivate var json: JSONValue {
    .array([
      .array(sources.sorted().map(JSONValue.text)),
      .array(
        insights.map { insight in
          .array([
            .text(insight.indicator), .text(insight.zone), .boolean(insight.isBase),
            .integer(insight.value),
          ])
        }),
    ])
  }

  fileprivate init?(_ json: JSONValue) {
    guard let parts = json.elements, parts.count == 2 else { return nil }
    let sources = Set((parts[0].elements ?? []).compactMap(\.string))
    let insights = (parts[1].elements ?? []).compactMap(Insight.init)
    if sources.isEmpty {
      guard let only = insights.first else { return nil }
      self.init(alone: only)
    } else {
      self.init(partnerOf: sources, knowing: insights)
    }
  }
}

extension Insider.Insight {
  fileprivate init?(_ json: JSONValue) {
    guard let parts = json.elements, parts.count == 4, let indicator = parts[0].string,
      let zone = parts[1].string, let isBase = parts[2].truth, let value = parts[3].whole
    else { return nil }
    self.init(indicator: indicator, zone: zone, isBase: isBase, value: value)
  }
}
