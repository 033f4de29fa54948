public import Diagnostics
internal import Files
internal import Rates
public import Territory

extension RunReport {
  private static let mostLines = 15

  /// The summary in French, at most fifteen lines; the accounting identities come first.
  public var text: String {
    var lines = sources.map { "\($0.id) : \($0.accounting.identity)" }
    if let contours { lines.append("contours : \(contours)") }
    if let census { lines.append("population : \(census)") }
    lines += passages
    lines += indicators.map(\.sentence)
    if let filesSentence { lines.append(filesSentence) }
    if let warning { lines.append(warning) }
    lines.append(problemSentence)
    return Self.shortened(lines).joined(separator: "\n")
  }

  /// The folder once, then the names in it.
  private var filesSentence: String? {
    guard let first = files.first else { return nil }
    let folder = FilePath.folder(of: first)
    if isUnchanged { return "inchangé : \(folder) montre déjà ces chiffres, rien n’a été écrit" }
    let names = files.filter { FilePath.folder(of: $0) == folder }.map { FilePath.name(of: $0) }
    let pages = files.count - names.count
    let atlas = pages > 0 ? ["atlas (\(pages) fichiers, ouvrir atlas/index.html)"] : []
    return "écrit dans \(folder) : \((names + atlas).joined(separator: ", "))"
  }

  private var problemSentence: String {
    let count = problems.groups.reduce(0) { $0 + $1.count }
    return count == 0
      ? "aucun problème signalé"
      : "\(FrenchNumber.grouped(count)) signalement(s), détaillés plus haut"
  }

  private static func shortened(_ lines: [String]) -> [String] {
    guard lines.count > mostLines else { return lines }
    let left = lines.count - mostLines + 1
    return Array(lines.prefix(mostLines - 2)) + ["… \(left) lignes de plus avec --format json"]
      + lines.suffix(1)
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("campaign", .text(campaign)), ("warning", JSONValue(warning)),
      ("sources", .array(sources.map(\.json))), ("contours", JSONValue(contours)),
      ("population", JSONValue(census)), ("passages", .array(passages.map(JSONValue.text))),
      ("threshold", .integer(threshold)),
      ("indicators", .array(indicators.map(\.json))),
      ("version", JSONValue(version)), ("unchanged", .boolean(isUnchanged)),
      ("files", .array(files.map(JSONValue.text))), ("problems", problems.json),
    ])
  }
}

extension Accounting {
  /// « 48 120 lignes = 46 903 à l’IRIS + … »: all five classes, also the empty ones.
  public var identity: String {
    let parts = [
      "\(FrenchNumber.grouped(self[.iris])) à l’IRIS",
      "\(FrenchNumber.grouped(self[.ambiguous])) ambiguës",
      "\(FrenchNumber.grouped(self[.commune])) à la commune",
      "\(FrenchNumber.grouped(self[.outside])) hors territoire",
      "\(FrenchNumber.grouped(self[.unplaced])) non localisées",
    ]
    return "\(FrenchNumber.grouped(rows)) lignes = " + parts.joined(separator: " + ")
  }

  /// The classes by name.
  public var json: JSONValue {
    .object(
      [("rows", .integer(rows))]
        + PlacementClass.allCases.map { ($0.rawValue, .integer(self[$0])) })
  }
}

extension RunReport.SourceLine {
  fileprivate var json: JSONValue {
    .object([
      ("id", .text(id)), ("accounting", accounting.json), ("dialect", .text(dialect)),
      ("used_columns", .array(usedColumns.map(JSONValue.text))),
      ("ignored_columns", .array(ignoredColumns.map(JSONValue.text))),
    ])
  }
}

extension RunReport.IndicatorLine {
  /// What became of it, in French.
  var sentence: String {
    let counts = irisByStatus.map { status, count in "\(count) \(Self.word(for: status))" }
    let rate = communeRate.map { rate in
      let value = FrenchNumber.decimal(rate.value, decimals: 1)
      let lower = FrenchNumber.decimal(rate.interval95.lower, decimals: 1)
      let upper = FrenchNumber.decimal(rate.interval95.upper, decimals: 1)
      return
        " ; commune \(value) pour \(FrenchNumber.decimal(rate.per, decimals: 0)) [\(lower) ; \(upper)]"
    }
    return "\(id) : IRIS \(counts.joined(separator: ", "))\(rate ?? "")"
  }

  private static func word(for status: String) -> String {
    switch status {
    case "": "publiés"
    case "c": "sous secret"
    case "n": "non significatifs"
    case "x": "sans objet"
    case "m": "non transmis"
    default: "sous embargo"
    }
  }

  fileprivate var json: JSONValue {
    .object([
      ("id", .text(id)),
      (
        "iris_by_status",
        .object(
          irisByStatus.map { ($0.status.isEmpty ? "released" : $0.status, .integer($0.count)) })
      ),
      ("commune_rate", communeRate.map { .number($0.value) } ?? .null),
    ])
  }
}
