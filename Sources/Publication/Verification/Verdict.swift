public import Diagnostics

/// What opening every file has shown.
public struct Verdict: Sendable {
  /// Names of the files that were opened.
  public let files: [String]
  /// How many cells with a status were looked at, over all formats.
  public let cells: Int
  /// How many of them show nothing.
  public let withheld: Int
  /// The mention that was looked for; empty when no file states one.
  public let mention: String
  /// What is wrong, in the order of the files.
  public let problems: ProblemLog

  /// Whether everything holds.
  public var isSound: Bool { problems.firstStop == nil }

  /// How much was looked at.
  public var facts: String {
    FrenchNumber.counted(files.count, "fichier ouvert", "fichiers ouverts") + ", "
      + FrenchNumber.counted(cells, "case") + " "
      + "dont \(FrenchNumber.grouped(withheld)) sans valeur diffusée"
  }

  /// The sentence for people.
  public var text: String {
    let count = problems.groups.reduce(0) { $0 + $1.count }
    return isSound
      ? "\(facts) : tout est conforme\nmention : \(mention)"
      : "\(facts) : \(FrenchNumber.counted(count, "défaut")), ne pas diffuser"
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("sound", .boolean(isSound)), ("files", .array(files.map(JSONValue.text))),
      ("cells", .integer(cells)), ("withheld", .integer(withheld)), ("mention", .text(mention)),
      ("problems", problems.json),
    ])
  }
}
