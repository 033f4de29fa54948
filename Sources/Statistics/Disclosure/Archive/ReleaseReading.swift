public import Diagnostics
internal import Files
internal import Rates
internal import Territory

extension Release {
  /// The release of an archive.
  ///
  /// It is believed no more than any file: a damaged one, one of a later format, and one that shows
  /// what a release may not are refused whole.
  ///
  /// - Parameters:
  ///   - archived: as `archived` writes it
  ///   - path: for messages
  /// - Throws: `disclosure.not-an-archive`, `disclosure.archive-version`,
  ///   `disclosure.archive-damaged`, `disclosure.archive-shows`, with outcome protection failed
  public init(archived bytes: [UInt8], from path: String? = nil) throws(Problem) {
    let place = Place(file: path)
    guard let document = JSONValue(parsing: bytes),
      document["format"]?.string == ReleaseArchive.format, let content = document["release"]
    else { throw Wording.notAnArchive(at: place) }
    guard let version = document["version"]?.whole, version == ReleaseArchive.version else {
      throw Wording.archiveVersion(at: place)
    }
    let hash = ContentHash(of: Array(content.description.utf8)).hexadecimal
    guard document["sha256"]?.string == hash, let release = ReleaseReading(content).release else {
      throw Wording.archiveDamaged(at: place)
    }
    if let zone = release.firstForbidden { throw Wording.archiveShows(zone.commune, at: place) }
    self = release
  }

  /// The first row that shows a small count, or something beside a status that says it does not.
  private var firstForbidden: Zone? {
    (rows + zonings.flatMap(\.rows)).first { row in
      row.figures.contains { figure in
        !figure.isConsistent
      }
        || zip(row.figures, zip(indicators, thresholds)).contains { figure, terms in
          !terms.0.isAmount && figure.count.map { $0 > 0 && $0 < terms.1 } ?? false
        }
    }?.zone
  }
}

/// One archive, from JSON to figures; everything that does not fit gives `nil`.
private struct ReleaseReading {
  let content: JSONValue

  init(_ content: JSONValue) { self.content = content }

  var release: Release? {
    guard let threshold = content["threshold"]?.whole, threshold >= 1,
      let zerosAreWithheld = content["zeros_withheld"]?.truth,
      content["figure"] == .array(ReleaseArchive.figureParts.map(JSONValue.text)),
      let indicators = all(content["indicators"], definition),
      Set(indicators.map(\.id)).count == indicators.count,
      let thresholds = thresholds(indicators.count, usual: threshold),
      let rows = all(content["rows"], { row($0, indicators) }), isWhole(rows.map(\.zone)),
      let zonings = all(content["zonings"], { zoning($0, indicators) })
    else { return nil }
    return Release(
      indicators: indicators, rows: rows, zonings: zonings, threshold: threshold,
      thresholds: thresholds, zerosAreWithheld: zerosAreWithheld)
  }

  /// By indicator; the usual one where the archive does not say.
  private func thresholds(_ count: Int, usual: Int) -> [Int]? {
    guard let values = content["thresholds"] else { return Array(repeating: usual, count: count) }
    let thresholds = all(values, \.whole)
    return thresholds?.count == count && thresholds?.allSatisfy { $0 >= 1 } ?? false
      ? thresholds : nil
  }

  /// Every element read, or nothing.
  private func all<Element>(
    _ values: JSONValue?, _ read: (JSONValue) -> Element?
  ) -> [Element]? {
    guard let values = values?.elements else { return nil }
    let elements = values.compactMap(read)
    return elements.count == values.count ? elements : nil
  }

  /// Sorted, each zone once, each commune with its unlocated row and its total at its end.
  private func isWhole(_ zones: [Zone]) -> Bool {
    guard zip(zones, zones.dropFirst()).allSatisfy({ $0 < $1 }) else { return false }
    let known = Set(zones)
    return zones.allSatisfy {
      known.contains(.unlocated($0.commune)) && known.contains(.commune($0.commune))
    }
  }

  private func zoning(
    _ value: JSONValue, _ indicators: [IndicatorDefinition]
  ) -> Release.ZoningTable? {
    guard let id = value["id"]?.string, isIdentifier(id), let title = value["title"]?.string,
      let areas = all(value["areas"], area), let members = members(value, Set(areas.map(\.code))),
      let figures = all(value["figures"], { $0.elements.flatMap { figures($0, indicators) } }),
      figures.count == areas.count
    else { return nil }
    let zoning = Zoning(id: id, title: title, areas: areas, members: members)
    return zoning.areas == areas ? Release.ZoningTable(zoning: zoning, figures: figures) : nil
  }

  private func area(_ value: JSONValue) -> Zoning.Area? {
    guard let words = all(value, \.string), words.count == 2 else { return nil }
    return Zoning.Area(code: words[0], name: words[1])
  }

  private func members(_ value: JSONValue, _ known: Set<String>) -> Zoning.Members? {
    let isOfCommunes = value["communes"] != nil
    guard let lines = all(value[isOfCommunes ? "communes" : "irises"], { all($0, \.string) }),
      lines.allSatisfy({ $0.count > 1 && known.union([""]).isSuperset(of: $0.dropFirst()) })
    else { return nil }
    if isOfCommunes {
      let pairs = lines.compactMap { line in Commune(line[0]).map { ($0, line[1]) } }
      return pairs.count == lines.count
        ? .communes(Dictionary(pairs) { first, _ in first }) : nil
    }
    let pairs = lines.compactMap { line in Iris(line[0]).map { ($0, Array(line.dropFirst())) } }
    return pairs.count == lines.count ? .irises(Dictionary(pairs) { first, _ in first }) : nil
  }

  private func figures(
    _ values: [JSONValue], _ indicators: [IndicatorDefinition]
  ) -> [Release.Figure]? {
    guard values.count == indicators.count else { return nil }
    let read = zip(values, indicators).compactMap(figure)
    return read.count == values.count ? read : nil
  }

  private func row(_ value: JSONValue, _ indicators: [IndicatorDefinition]) -> Release.Row? {
    guard let zone = value["zone"]?.string.flatMap(zone),
      let read = value["figures"]?.elements.flatMap({ figures($0, indicators) })
    else { return nil }
    return Release.Row(zone: zone, figures: read)
  }

  private func zone(_ name: String) -> Zone? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "iris": return Iris(parts[1]).map(Zone.iris)
    case "unlocated": return Commune(parts[1]).map(Zone.unlocated)
    case "commune": return Commune(parts[1]).map(Zone.commune)
    default: return nil
    }
  }
}

// MARK: - Indicators

extension ReleaseReading {
  private func definition(_ value: JSONValue) -> IndicatorDefinition? {
    guard let id = value["id"]?.string, isIdentifier(id), let title = value["title"]?.string,
      let source = value["source"]?.string,
      let unit = value["unit"]?.string.flatMap(Tally.Unit.init),
      let vintage = value["numerator_vintage"]?.string,
      let label = value["denominator_label"]?.string,
      let denominatorVintage = value["denominator_vintage"]?.string,
      let base = optional(value["denominator_source"], \.string),
      let per = value["per"]?.real, per > 0,
      let method = optional(value["method"], { $0.string.flatMap(Rate.Method.init) }),
      let selection = all(value["selection"], category),
      let baseSelection = all(value["denominator_selection"], category),
      let wholes = all(value["whole"] ?? .array([.boolean(false), .boolean(false)]), \.truth),
      wholes.count == 2, let links = all(value["links"] ?? .array([]), link)
    else { return nil }
    return IndicatorDefinition(
      id: id, title: title, source: source, unit: unit, numeratorVintage: vintage,
      denominatorLabel: label, denominatorVintage: denominatorVintage, denominatorSource: base,
      per: per, method: method, links: links
    ).counting(selection, over: baseSelection, wholes: (wholes[0], wholes[1]))
  }

  private func link(_ value: JSONValue) -> SourceLink? {
    guard let whole = value["whole"]?.string, let parts = all(value["parts"], \.string),
      !parts.isEmpty, let isComplete = value["complete"]?.truth
    else { return nil }
    return SourceLink(whole: whole, parts: parts, isComplete: isComplete)
  }

  /// What may be `null`, but must be there.
  private func optional<Value>(
    _ value: JSONValue?, _ read: (JSONValue) -> Value?
  ) -> Value?? {
    guard let value else { return nil }
    return value.isNull ? .some(nil) : read(value).map { .some($0) }
  }

  private func category(_ value: JSONValue) -> Tally.Category? {
    all(value, \.string).map { Tally.Category($0) }
  }

  private func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 23 else {
      return false
    }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }
}

// MARK: - Figures

extension ReleaseReading {
  private func figure(_ value: JSONValue, of definition: IndicatorDefinition) -> Release.Figure? {
    guard let parts = value.elements, parts.count == ReleaseArchive.figureParts.count,
      let status = parts[0].string.flatMap(Release.Status.init),
      let count = optional(parts[1], \.whole), count ?? 0 >= 0,
      let denominator = optional(parts[2], \.real), denominator ?? 0 >= 0,
      let rate = rate(Array(parts[3..<9]), of: definition),
      let comparison = optional(parts[9], { $0.string.flatMap(Release.Comparison.init) }),
      comparison == nil || rate != nil
    else { return nil }
    return Release.Figure(
      status: status, count: count, denominator: denominator, rate: rate, comparison: comparison)
  }

  /// All its parts or none of them.
  private func rate(_ parts: [JSONValue], of definition: IndicatorDefinition) -> Rate?? {
    if parts.allSatisfy(\.isNull) { return .some(nil) }
    let numbers = parts.dropLast().compactMap(\.real)
    guard definition.method != nil, numbers.count == 5, numbers.allSatisfy({ $0 >= 0 }),
      numbers[1] <= numbers[2], numbers[3] <= numbers[4],
      let method = parts[5].string.flatMap(Rate.Method.init)
    else { return nil }
    return Rate(
      value: numbers[0], interval95: .init(lower: numbers[1], upper: numbers[2]),
      interval998: .init(lower: numbers[3], upper: numbers[4]), per: definition.per,
      method: method)
  }
}
