internal import Diagnostics
internal import Files
internal import Rates
internal import Territory

extension Release {
  /// The release as a file that `init(archived:)` takes back: what later stages and years render
  /// and protect against without reading a row again.
  ///
  /// JSON on one line: `{"format":…,"version":…,"sha256":…,"release":…}`, the hash being that of the
  /// release as it is written here. A figure is an array in the order of `figure`.
  ///
  /// - Returns: UTF-8, ended by a line feed; equal releases give equal bytes
  /// - Exactness: doubles in their shortest exact form
  /// - Confidential: no; categories are marks, not names
  public var archived: [UInt8] {
    let content = json.description
    let hash = ContentHash(of: Array(content.utf8)).hexadecimal
    let head = JSONValue.object([
      ("format", .text(ReleaseArchive.format)), ("version", .integer(ReleaseArchive.version)),
      ("sha256", .text(hash)),
    ])
    return Array((head.description.dropLast() + ",\"release\":" + content + "}\n").utf8)
  }

  private var json: JSONValue {
    let isUniform = thresholds.allSatisfy { $0 == threshold }
    let own = isUniform ? [] : [("thresholds", JSONValue.array(thresholds.map(JSONValue.integer)))]
    return .object(
      [("threshold", .integer(threshold))] + own + [
        ("zeros_withheld", .boolean(zerosAreWithheld)),
        ("indicators", .array(indicators.map(\.json))),
        ("figure", .array(ReleaseArchive.figureParts.map(JSONValue.text))),
        (
          "rows",
          .array(
            rows.map { row in
              .object([
                ("zone", .text(ReleaseArchive.name(of: row.zone))),
                ("figures", .array(row.figures.map(\.json))),
              ])
            })
        ),
        ("zonings", .array(zonings.map(\.json))),
      ])
  }
}

extension Release.ZoningTable {
  fileprivate var json: JSONValue {
    .object([
      ("id", .text(zoning.id)), ("title", .text(zoning.title)),
      ("areas", .array(zoning.areas.map { .array([.text($0.code), .text($0.name)]) })),
      (
        zoning.isOfCommunes ? "communes" : "irises",
        .array(
          zoning.archivedMembers.map { code, areas in
            .array([.text(code)] + areas.map(JSONValue.text))
          })
      ),
      ("figures", .array(figures.map { .array($0.map(\.json)) })),
    ])
  }
}

extension Zoning {
  /// By code, the areas of each member.
  fileprivate var archivedMembers: [(code: String, areas: [String])] {
    switch members {
    case .irises(let options):
      options.sorted { $0.key < $1.key }.map { ($0.key.code, $0.value) }
    case .communes(let areas): areas.sorted { $0.key < $1.key }.map { ($0.key.code, [$0.value]) }
    }
  }
}

/// What writing and reading an archive share.
enum ReleaseArchive {
  static let format = "maille-diffusion"
  static let version = 1
  static let figureParts = [
    "status", "count", "denominator", "value", "lower_95", "upper_95", "lower_99_8", "upper_99_8",
    "method", "comparison",
  ]

  static func name(of zone: Zone) -> String {
    switch zone {
    case .iris(let iris): "iris:\(iris.code)"
    case .unlocated(let commune): "unlocated:\(commune.code)"
    case .commune(let commune): "commune:\(commune.code)"
    }
  }
}

extension IndicatorDefinition {
  fileprivate var json: JSONValue {
    .object([
      ("id", .text(id)), ("title", .text(title)), ("source", .text(source)),
      ("unit", .text(unit.rawValue)), ("numerator_vintage", .text(numeratorVintage)),
      ("denominator_label", .text(denominatorLabel)),
      ("denominator_vintage", .text(denominatorVintage)),
      ("denominator_source", JSONValue(denominatorSource)), ("per", .number(per)),
      ("method", JSONValue(method?.rawValue)), ("selection", Self.json(of: selection)),
      ("denominator_selection", Self.json(of: denominatorSelection)),
      ("whole", .array([.boolean(countsWholeSource), .boolean(dividesByWholeSource)])),
      ("links", .array(links.map(\.json))),
    ])
  }

  private static func json(of categories: [Tally.Category]) -> JSONValue {
    .array(categories.map { .array($0.labels.map(JSONValue.text)) })
  }
}

extension SourceLink {
  fileprivate var json: JSONValue {
    .object([
      ("whole", .text(whole)), ("parts", .array(parts.map(JSONValue.text))),
      ("complete", .boolean(isComplete)),
    ])
  }
}

extension Release.Figure {
  fileprivate var json: JSONValue {
    .array(
      [.text(status.rawValue), JSONValue(count), Self.json(of: denominator)]
        + [
          rate?.value, rate?.interval95.lower, rate?.interval95.upper, rate?.interval998.lower,
          rate?.interval998.upper,
        ].map(Self.json) + [JSONValue(rate?.method.rawValue), JSONValue(comparison?.rawValue)])
  }

  private static func json(of number: Double?) -> JSONValue {
    number.map(JSONValue.number) ?? .null
  }
}
