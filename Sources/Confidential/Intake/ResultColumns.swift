internal import Geocoding
internal import Tables
internal import Territory

/// The columns that geocoding adds: the public API's names, then ours.
///
/// - Source: ADDRESS-API.md, POST /search/csv
enum ResultColumns {
  static let names = [
    "longitude", "latitude", "x", "y", "result_score", "result_score_next", "result_label",
    "result_type", "result_id", "result_housenumber", "result_name", "result_street",
    "result_postcode", "result_city", "result_citycode", "result_oldcitycode", "result_oldcity",
    "result_status", "iris", "iris_certitude", "iris_probabilite", "iris_repartition", "classe",
    "motifs", "accords",
  ]

  /// Whether a column shows that a file was geocoded before.
  static func areSigned(_ name: String) -> Bool {
    name.hasPrefix("result_") || name == "iris_certitude"
  }

  static func write(
    _ answer: Answer, _ base: AddressBase, decision: Bool, to writer: inout CSVWriter
  ) {
    writer.decimal(answer.position?.longitude, decimals: 7)
    writer.decimal(answer.position?.latitude, decimals: 7)
    writer.decimal(answer.position?.x, decimals: 2)
    writer.decimal(answer.position?.y, decimals: 2)
    let isFound = answer.level != .none
    writer.decimal(isFound ? answer.score : nil, decimals: 3)
    writer.decimal(isFound ? answer.scoreNext : nil, decimals: 3)
    writeText(answer, base, to: &writer)
    writer.text(status(of: answer))
    writeIris(answer.iris, to: &writer)
    writer.text(answer.placement.kind.word)
    let reasons = answer.reasons.codes + (decision ? ["DECISION"] : [])
    writer.text(reasons.joined(separator: "|"))
    writer.text(isFound ? answer.verdicts.words : "")
  }

  /// The line of something that is no row of the table.
  static func writeError(to writer: inout CSVWriter) {
    for name in names {
      switch name {
      case "result_status": writer.text("error")
      case "classe": writer.text(PlacementClass.unplaced.word)
      default: writer.blank()
      }
    }
  }

  private static func status(of answer: Answer) -> String {
    if answer.reasons.contains(.empty) { return "skipped" }
    return [.none, .municipality].contains(answer.level) ? "not-found" : "ok"
  }

  private static func writeText(
    _ answer: Answer, _ base: AddressBase, to writer: inout CSVWriter
  ) {
    let text = answer.level == .none ? AnswerText() : base.text(of: answer)
    writer.text(text.label)
    writer.text(answer.level == .none ? "" : answer.level.rawValue)
    for word in [
      text.id, text.housenumber, text.name, text.street, text.postcode, text.city, text.citycode,
      text.oldcitycode, text.oldcity,
    ] { writer.text(word) }
  }

  private static func writeIris(_ iris: IrisVerdict, to writer: inout CSVWriter) {
    writer.text(iris.iris?.code)
    writer.text(iris.certainty.rawValue)
    writer.decimal(iris.iris == nil ? nil : iris.probability, decimals: 3)
    let shares = iris.shares.map { share in
      var bytes: [UInt8] = Array("\(share.iris.code):".utf8)
      DecimalText.append(
        share.weight, decimals: 3, mark: .point, trimsZeros: false, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    writer.text(shares.joined(separator: "|"))
  }
}

extension PlacementClass {
  /// The word of the column `classe`, as the accounting identity has it.
  var word: String {
    switch self {
    case .iris: "iris"
    case .ambiguous: "ambigu"
    case .commune: "commune"
    case .outside: "hors_territoire"
    case .unplaced: "non_localise"
    }
  }
}

extension Verdicts {
  /// `commune=exact|voie=approche|…`, those that the query did not say left out.
  var words: String {
    let pairs = [
      ("commune", commune), ("cp", postcode), ("type", streetType), ("voie", streetName),
      ("numero", number), ("indice", suffix),
    ]
    return pairs.filter { $0.1 != .missing }.map { "\($0.0)=\($0.1.word)" }.joined(separator: "|")
  }
}

extension Verdict {
  fileprivate var word: String {
    switch self {
    case .exact: "exact"
    case .equivalent: "equivalent"
    case .fuzzy: "approche"
    case .missing: "absent"
    case .contradicted: "contredit"
    }
  }
}
