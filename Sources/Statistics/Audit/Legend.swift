internal import Diagnostics
internal import Files
internal import Glibc

/// The legend of a map: its class bounds and counts come from published values, or they speak of
/// others.
///
/// A bound is a published value, or a multiple of the roundest step that some multiple of lies
/// between the two published values around it; or it was decided beforehand, and the release says so.
enum Legend {
  /// What a style says of its classes: a rule's filter and label.
  private struct Rule {
    let filter: String
    let label: String
  }

  static func breaches(
    of styles: [PublicFile], _ indicators: [PublicIndicator],
    figures: [PublicZone: [PublicFigure]], release: String
  ) throws(Problem) -> [Breach] {
    var found: [Breach] = []
    for style in styles {
      let rules = rules(of: try readText(style.path))
      for (index, indicator) in indicators.enumerated() {
        let site = Breach.Site(release: release, file: style.name, indicator: indicator.id)
        let values = figures.filter { $0.key.level == .iris }.values.map { $0[index] }
          .filter { $0.status.isEmpty }.compactMap { $0.printed["t"] }.compactMap(Double.init)
        found += check(rules, of: indicator, values: values.sorted(), site)
      }
    }
    return found
  }

  private static func check(
    _ rules: [Rule], of indicator: PublicIndicator, values: [Double], _ site: Breach.Site
  ) -> [Breach] {
    let column = indicator.column("t")
    func isFound(_ bound: Double) -> Bool {
      !indicator.statedBounds.contains { ($0 - bound).magnitude < 1e-9 * max(1, bound.magnitude) }
        && !isExplained(bound, values)
    }
    let classes = rules.filter { $0.filter.contains("\"\(column)\"") }
    var found: [Breach] = []
    for rule in classes {
      let above = number(after: "\"\(column)\" >= ", in: rule.filter)
      let below = number(after: "\"\(column)\" < ", in: rule.filter)
      if [above, below].compactMap(\.self).contains(where: isFound) {
        found.append(Breach(.classBound, site))
      }
      guard above != nil || below != nil, let count = count(in: rule.label) else { continue }
      let inside = values.count { $0 >= above ?? -.infinity && $0 < below ?? .infinity }
      if inside != count { found.append(Breach(.classCount, site)) }
    }
    return Array(Set(found)).sorted { $0.kind.rawValue < $1.kind.rawValue }
  }

  private static func isExplained(_ bound: Double, _ values: [Double]) -> Bool {
    if values.contains(bound) { return true }
    guard let upper = values.first(where: { $0 > bound }),
      let lower = values.last(where: { $0 < bound })
    else { return false }
    for power in stride(from: 9.0, through: -6, by: -1) {
      for digit in [5.0, 2, 1] {
        let step = digit * pow(10, power)
        let multiple = floor(upper / step + 1e-9) * step
        guard multiple > lower + step * 1e-9 else { continue }
        let ratio = bound / step
        return (ratio - ratio.rounded()).magnitude < 1e-6 * max(1, ratio.magnitude)
      }
    }
    return false
  }

  private static func number(after key: String, in filter: String) -> Double? {
    guard let range = filter.range(of: key) else { return nil }
    return Double(String(filter[range].prefix { "0123456789.-".contains($0) }))
  }

  /// « 10 à 30 % (17) » → 17.
  private static func count(in label: String) -> Int? {
    guard label.hasSuffix(")"), let open = label.lastIndex(of: "(") else { return nil }
    return Int(label[label.index(after: open)...].dropLast())
  }

  private static func rules(of text: String) -> [Rule] {
    text.pieces(after: "<rule ").compactMap { piece in
      let tag = piece.prefix { $0 != ">" }
      guard let filter = attribute("filter", of: tag), let label = attribute("label", of: tag)
      else { return nil }
      return Rule(filter: filter, label: label)
    }
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    guard let start = String(tag).range(of: "\(name)=\"") else { return nil }
    let value = String(tag)[start].prefix { $0 != "\"" }
    return [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(String(value)) { $0.replacing($1.0, with: $1.1) }
  }

  private static func readText(_ path: String) throws(Problem) -> String {
    let file = try MappedFile(path)
    return withExtendedLifetime(file) { String(decoding: file.bytes, as: UTF8.self) }
  }
}

extension String {
  /// Where the text after a word begins.
  fileprivate func range(of word: String) -> PartialRangeFrom<String.Index>? {
    firstRange(of: word).map { $0.upperBound... }
  }

  /// What follows each occurrence of a word, up to the next one.
  fileprivate func pieces(after word: String) -> [Substring] {
    let starts = ranges(of: word).map(\.upperBound)
    return zip(starts, starts.dropFirst() + [endIndex]).map { self[$0..<$1] }
  }
}
