import TestSupport

/// A comma-separated file of the published fixtures, quotes allowed.
struct Fixtures {
  let rows: [[String: String]]

  init(_ name: String) {
    let text = String(decoding: readFile(RealData.path("rates/" + name)) ?? [], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map(Self.fields)
    rows = lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

extension [String: String] {
  /// A column as a number; `nil` when it is empty.
  func number(_ column: String) -> Double? { self[column].flatMap(Double.init) }
}
