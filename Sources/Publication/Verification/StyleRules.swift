/// The rules of a QGIS style: what each legend entry says, and which rows it draws.
struct StyleRules: Sendable {
  /// One legend entry.
  struct Rule: Sendable {
    let label: String
    let filter: String
  }

  /// Those that draw something, in the order of the legend.
  let rules: [Rule]

  init(_ style: PageText) {
    rules = style.pieces(from: "<rule ", to: ">").compactMap { tag in
      guard let filter = tag.attribute("filter") else { return nil }
      return Rule(label: tag.attribute("label") ?? "", filter: filter)
    }
  }
}

extension StyleRules.Rule {
  /// « 10 à 30 % (17) »: 17; `nil` when the label ends otherwise.
  var statedCount: Int? {
    guard label.last == ")", let open = label.lastIndex(of: "(") else { return nil }
    let digits = label[label.index(after: open)...].dropLast()
    guard digits.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || $0 == "\u{202F}" }) else {
      return nil
    }
    return Int(String(String.UnicodeScalarView(digits.unicodeScalars.filter { $0 != "\u{202F}" })))
  }

  /// How many rows its filter keeps; `nil` for a filter of another shape than ours.
  func count(in rows: [Sighting.Row]) -> Int? {
    var count = 0
    let conditions = filter.split(separator: " AND ").map { Condition(String($0)) }
    for row in rows {
      var isKept = true
      for condition in conditions {
        guard let condition else { return nil }
        isKept = condition.holds(in: row) && isKept
      }
      count += isKept ? 1 : 0
    }
    return count
  }
}

/// One condition of a filter.
private enum Condition {
  case status(column: String, value: String)
  case atLeast(column: String, Double)
  case under(column: String, Double)
  case present(column: String, Bool)

  init?(_ text: String) {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return nil }
    let (column, rest) = (parts[1], parts[2])
    if parts[0] == "coalesce(", rest.hasPrefix(", '') = '"), rest.hasSuffix("'") {
      self = .status(column: column, value: String(rest.dropFirst(9).dropLast()))
    } else if parts[0].isEmpty, rest == " IS NOT NULL" || rest == " IS NULL" {
      self = .present(column: column, rest == " IS NOT NULL")
    } else if parts[0].isEmpty, rest.hasPrefix(" >= "), let bound = Double(rest.dropFirst(4)) {
      self = .atLeast(column: column, bound)
    } else if parts[0].isEmpty, rest.hasPrefix(" < "), let bound = Double(rest.dropFirst(3)) {
      self = .under(column: column, bound)
    } else {
      return nil
    }
  }

  func holds(in row: Sighting.Row) -> Bool {
    switch self {
    case .status(let column, let value): (row.cells[column]?.text ?? "") == value
    case .atLeast(let column, let bound): row.cells[column]?.number.map { $0 >= bound } ?? false
    case .under(let column, let bound): row.cells[column]?.number.map { $0 < bound } ?? false
    case .present(let column, let isPresent): (row.cells[column] != nil) == isPresent
    }
  }
}
