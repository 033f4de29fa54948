/// A value of a report for scripts (`--format json`): keys keep their order, so that the same report
/// has the same bytes.
///
/// - Source: RFC 8259
public indirect enum JSONValue: Sendable, Hashable {
  /// Keys and values, in order.
  case object([(key: String, value: JSONValue)])
  /// Values in order.
  case array([JSONValue])
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number, written as Swift's shortest exact form; `null` when not finite.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// Nothing.
  case null

  /// Equal texts are equal values.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.description == right.description
  }

  /// By the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }

  /// Text, or `null` when there is none.
  public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }

  /// A whole number, or `null` when there is none.
  public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }
}

extension JSONValue: CustomStringConvertible {
  /// The value on one line.
  public var description: String {
    switch self {
    case .object(let pairs):
      "{" + pairs.map { "\(Self.quoted($0.key)):\($0.value)" }.joined(separator: ",") + "}"
    case .array(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
    case .text(let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? "\(number)" : "null"
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    }
  }

  /// The text between quotes, with what JSON forbids escaped.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{2028}", "\u{2029}": result += escape(scalar)
      default:
        if scalar.value < 0x20 {
          result += escape(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension ProblemLog {
  /// Every group as code, effect, count and its first places.
  public var json: JSONValue {
    .array(
      groups.compactMap { group in
        guard let leader = group.first.first else { return nil }
        let places = group.first.map { JSONValue.text($0.place.description) }
        return .object([
          ("code", .text(leader.code)), ("effect", .text("\(leader.effect)")),
          ("count", .integer(group.count)), ("places", .array(places)),
          ("fact", .text(leader.fact.text)), ("remedy", .text(leader.remedy.text)),
        ])
      })
  }
}
