internal import Rates

/// What the columns of one indicator begin with: its identifier, or a shorter name where the
/// identifier would not stay distinct once a Shapefile has cut names after ten characters.
struct ColumnStem: Sendable, Hashable {
  /// Endings of an indicator's columns, in the order of the files. Their first three characters
  /// differ, so that seven are left for the stem.
  enum Ending: String, Sendable, CaseIterable {
    case count = "n"
    case denominator = "d"
    case mean = "moy"
    case rate = "t"
    case lower95 = "bas"
    case upper95 = "haut"
    case lower998 = "b998"
    case upper998 = "h998"
    case comparison = "comp"
    case method = "meth"
    case status = "st"
  }

  /// How many characters a Shapefile keeps of a name.
  static let distinctLength = 10

  /// The characters before `_n`, `_t` …
  let text: String

  /// The name of one column.
  func name(_ ending: Ending) -> String { "\(text)_\(ending.rawValue)" }

  /// One stem for each indicator, in order.
  ///
  /// The identifier where it has at most seven characters, else its first seven without a final
  /// underscore; a stem already taken gives way to a shorter one and a number.
  ///
  /// - Parameters:
  ///   - taken: names of the other columns of the files
  static func stems(for indicators: [IndicatorDefinition], besides taken: [String]) -> [ColumnStem]
  {
    var prefixes = Set(taken.map { $0.prefix(distinctLength) })
    return indicators.map { indicator in
      let stem = candidates(for: indicator.id).first { prefixes.isDisjoint(with: $0.prefixes) }
      guard let stem else { preconditionFailure("there are more numbers than indicators") }
      prefixes.formUnion(stem.prefixes)
      return stem
    }
  }

  private static func candidates(for id: String) -> some Sequence<ColumnStem> {
    (1...).lazy.map { number in
      let ending = number == 1 ? "" : String(number)
      return ColumnStem(text: shortened(id, to: 7 - ending.utf8.count) + ending)
    }
  }

  private static func shortened(_ id: String, to length: Int) -> String {
    var start = id.prefix(length)
    while start.last == "_" { start.removeLast() }
    return String(start)
  }

  private var prefixes: Set<Substring> {
    Set(Ending.allCases.map { name($0).prefix(Self.distinctLength) })
  }
}
