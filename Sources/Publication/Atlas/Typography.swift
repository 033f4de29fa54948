internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Rates

/// Numbers as French readers write them: decimal comma, narrow spaces, a no-break space before %.
enum Typography {
  static let space = "\u{A0}"

  /// « 12,3 % ».
  static func rate(_ value: Double, _ definition: IndicatorDefinition) -> String {
    let unit = IndicatorWords.unit(per: definition.per)
    return number(value, definition) + (unit.isEmpty ? "" : space + unit)
  }

  /// « 12,3 ».
  static func number(_ value: Double, _ definition: IndicatorDefinition) -> String {
    FrenchNumber.decimal(value, decimals: decimals(definition))
  }

  /// « [10,1 ; 14,5] ».
  static func interval(_ interval: Rate.Interval, _ definition: IndicatorDefinition) -> String {
    "[\(number(interval.lower, definition))\(space); \(number(interval.upper, definition))]"
  }

  /// One decimal less than the files: what a reader can compare at a glance.
  static func decimals(_ definition: IndicatorDefinition) -> Int {
    max(0, IndicatorWords.decimals(per: definition.per) - 1)
  }

  /// What stands for a figure that is not there.
  static func word(for status: Release.Status) -> String {
    switch status {
    case .released: ""
    case .withheld: "secret"
    case .notSignificant: "non significatif"
    case .notApplicable: "sans objet"
    case .missing: "non transmis"
    case .embargoed: "sous embargo"
    }
  }

  /// Parts one after the other, on lines of at most so many characters where the parts allow it.
  static func lines(of parts: [String], joinedBy mark: String, upTo length: Int) -> [String] {
    parts.reduce(into: []) { lines, part in
      if let last = lines.last, last.count + mark.count + part.count <= length {
        lines[lines.count - 1] = last + mark + part
      } else {
        lines.append(part)
      }
    }
  }

  /// At most so many characters, the last one an ellipsis.
  static func shortened(_ text: String, to length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1) + "…"
  }
}

extension Typography {
  /// « 1 234 ».
  static func count(_ number: Int) -> String { FrenchNumber.grouped(number) }

  /// « 12 IRIS », or « 1 zone », « 12 zones ».
  static func counted(_ number: Int, _ kind: PlaceName.Kind) -> String {
    switch kind {
    case .iris: irises(number)
    case .area: "\(count(number))\(space)zone\(number > 1 ? "s" : "")"
    }
  }

  /// « 1 IRIS », « 12 IRIS »: the word does not change.
  static func irises(_ number: Int) -> String { "\(FrenchNumber.grouped(number))\(space)IRIS" }
}
