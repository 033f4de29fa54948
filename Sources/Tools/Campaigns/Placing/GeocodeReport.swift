public import Diagnostics
internal import Geocoding
public import Intake
internal import Territory

/// What became of a file of addresses, without any of them.
///
/// - Confidential: no; totals of a file, row numbers, and names of streets that at least eleven rows
///   share
public struct GeocodeReport: Sendable {
  /// How the rows fared.
  public let summary: GeocodingSummary
  /// The columns that the address was read from.
  public let columns: AddressColumns
  /// Everything that was wrong.
  public let problems: ProblemLog
  /// What was written.
  public let files: [String]

  /// The summary in French; the accounting identity comes first.
  public var text: String {
    var lines = [summary.accounting.identity]
    let read = columns.columns.map { "\($0.name) (\($0.part.word))" }
    lines.append("adresse lue dans : \(read.joined(separator: ", "))")
    lines.append(
      "niveaux : " + Self.list(Answer.Level.allCases.map { ($0.word, summary.levels[$0.rawValue]) })
    )
    lines.append(
      "IRIS : " + Self.list(Certainty.allCases.map { ($0.word, summary.certainties[$0.rawValue]) }))
    lines.append("scores : " + scoreSentence)
    lines.append("motifs : " + Self.list(sortedReasons))
    if summary.decided > 0 {
      lines.append("\(FrenchNumber.grouped(summary.decided)) lignes par décision de la revue")
    }
    lines += unresolvedLines + crowdLines
    if !files.isEmpty { lines.append("écrit : \(files.joined(separator: ", ")) (confidentiel)") }
    return lines.joined(separator: "\n")
  }

  private var sortedReasons: [(String, Int?)] {
    summary.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private var scoreSentence: String {
    let bins = summary.scores.enumerated().filter { $0.element > 0 }.reversed()
    return Self.list(
      bins.map { bin, count in ("0,\(bin) à \(bin == 9 ? "1" : "0,\(bin + 1)")", count) })
  }

  private var unresolvedLines: [String] {
    guard summary.unresolvedCount > 0 else { return [] }
    let frequent = summary.frequentUnresolved.map {
      "  \($0.street) (\($0.commune)) : \(FrenchNumber.grouped($0.rows)) lignes"
    }
    return [
      "\(FrenchNumber.grouped(summary.unresolvedCount)) voies non trouvées, dont partagées par 11 lignes ou plus : \(frequent.count)"
    ]
      + frequent
  }

  private var crowdLines: [String] {
    summary.crowdedAddresses.prefix(5).map { rows, lines in
      let share = 100 * Double(rows) / Double(max(1, summary.accounting.rows))
      let places = lines.map { FrenchNumber.grouped($0) }.joined(separator: ", ")
      return "une adresse porte \(FrenchNumber.grouped(rows)) lignes "
        + "(\(FrenchNumber.decimal(share, decimals: 1)) %), à classer : lignes \(places)…"
    }
  }

  private static func list(_ pairs: [(String, Int?)]) -> String {
    let shown = pairs.compactMap { name, count in
      count.map { "\(FrenchNumber.grouped($0)) \(name)" }
    }
    return shown.isEmpty ? "aucun" : shown.joined(separator: ", ")
  }

  /// The same for scripts.
  public var json: JSONValue {
    func object(_ counts: [String: Int]) -> JSONValue {
      .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
    }
    return .object([
      ("accounting", summary.accounting.json), ("levels", object(summary.levels)),
      ("certainties", object(summary.certainties)), ("reasons", object(summary.reasons)),
      ("scores", .array(summary.scores.map(JSONValue.integer))),
      ("decided", .integer(summary.decided)), ("unresolved", .integer(summary.unresolvedCount)),
      ("columns", .array(columns.names.map(JSONValue.text))),
      ("files", .array(files.map(JSONValue.text))), ("problems", problems.json),
    ])
  }
}

extension Answer.Level {
  /// As reports say it.
  var word: String {
    switch self {
    case .housenumber: "au numéro"
    case .interpolated: "interpolées"
    case .street: "à la voie"
    case .locality: "au lieu-dit"
    case .municipality: "à la commune"
    case .none: "sans réponse"
    }
  }
}

extension Certainty {
  fileprivate var word: String {
    switch self {
    case .certain: "certains"
    case .probable: "probables"
    case .ambiguous: "ambigus"
    case .unknown: "inconnus"
    }
  }
}

extension AddressQuery.Part {
  /// As reports say it.
  var word: String {
    switch self {
    case .line: "ligne"
    case .number: "numéro"
    case .suffix: "indice"
    case .type: "type de voie"
    case .street: "voie"
    case .complement: "complément"
    case .place: "lieu-dit"
    case .postcode: "code postal"
    case .city: "commune"
    case .insee: "code INSEE"
    }
  }
}
