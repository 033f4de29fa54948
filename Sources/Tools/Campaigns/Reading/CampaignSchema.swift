public import Diagnostics

/// The JSON Schema of campaign files, for editors: derived from the keys that the reader accepts.
///
/// - Source: JSON Schema, draft 2020-12
public enum CampaignSchema {
  /// The whole schema.
  public static let json: JSONValue = {
    guard case .object(let members) = object(.root) else { return .null }
    return .object(
      [
        ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
        ("title", .text("Campagne Maille")),
      ] + members)
  }()

  private static func object(_ section: CampaignKeys) -> JSONValue {
    let properties = section.keys.map { key in
      (key: key.name, value: described(value(key.shape), key.help))
    }
    let required = section.keys.filter(\.isRequired).map { JSONValue.text($0.name) }
    return .object(
      [
        ("type", .text("object")), ("additionalProperties", .boolean(false)),
        ("properties", .object(properties)),
      ] + (required.isEmpty ? [] : [("required", .array(required))]))
  }

  private static func described(_ value: JSONValue, _ help: String) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object([("description", .text(help))] + members)
  }

  private static func value(_ shape: CampaignKeys.Shape) -> JSONValue {
    switch shape {
    case .text: type("string", "number")
    case .integer: type("integer")
    case .number: type("number")
    case .texts: oneOrMore(type("string", "number"))
    case .codes: oneOrMore(type("string"))
    case .choice(let words): choice(words)
    case .choices(let words): oneOrMore(choice(words))
    case .section(let keys): object(keys)
    case .list(let keys):
      .object([("type", .text("array")), ("minItems", .integer(1)), ("items", object(keys))])
    case .pairs: type("object")
    case .flag: type("boolean")
    case .referenceDate: matching(ReferenceDate.pattern, or: ReferenceDate.years)
    case .day: matching(ReferenceDate.dayPattern, or: nil)
    }
  }

  private static func type(_ names: String...) -> JSONValue {
    .object([
      ("type", names.count == 1 ? .text(names[0]) : .array(names.map(JSONValue.text)))
    ])
  }

  /// A text of a form; or, where years are legal, one that YAML reads as a number.
  private static func matching(_ pattern: String, or years: ClosedRange<Int>?) -> JSONValue {
    let form: (key: String, value: JSONValue) = ("pattern", .text(pattern))
    guard let years else { return .object([("type", .text("string")), form]) }
    return .object([
      ("type", .array([.text("string"), .text("integer")])), form,
      ("minimum", .integer(years.lowerBound)), ("maximum", .integer(years.upperBound)),
    ])
  }

  private static func choice(_ words: [String]) -> JSONValue {
    .object([("enum", .array(words.map { Int($0).map(JSONValue.integer) ?? .text($0) }))])
  }

  private static func oneOrMore(_ item: JSONValue) -> JSONValue {
    .object([
      ("anyOf", .array([item, .object([("type", .text("array")), ("items", item)])]))
    ])
  }
}
