internal import Rates
internal import Territory

/// Which disjoint parts of a source each column counts, so that whoever reads the file knows which
/// indicators contain one another, add up or overlap.
///
/// A part is all categories that are in the same columns. It has a number, not its categories'
/// names, and is written only where a source has several columns.
struct SourceParts: Sendable {
  private var partOf: [String: [Tally.Category: Int]] = [:]
  private var columnCount: [String: Int] = [:]

  init(_ definitions: [IndicatorDefinition]) {
    let columns = definitions.flatMap { definition in
      [(definition.source, definition.selection)]
        + [definition.denominatorSource.map { ($0, definition.denominatorSelection) }]
        .compactMap(\.self)
    }
    for (source, own) in Dictionary(grouping: columns, by: \.0) {
      columnCount[source] = own.count
      partOf[source] = Self.numbered(own.map { Set($0.1) })
    }
  }

  /// Members of an indicator's description; none where its source has one column.
  func members(of definition: IndicatorDefinition) -> [(String, String)] {
    let own = parts(of: definition.source, definition.selection).map { ("parties", $0) }
    guard let source = definition.denominatorSource else { return [own].compactMap(\.self) }
    let base = parts(of: source, definition.denominatorSelection).map { ("parties_den", $0) }
    return [own, ("source_den", JSONText.quoted(source)), base].compactMap(\.self)
  }

  private func parts(of source: String, _ selection: [Tally.Category]) -> String? {
    guard columnCount[source, default: 0] > 1, let numbers = partOf[source] else { return nil }
    let parts = Set(selection.compactMap { numbers[$0] }).sorted()
    return "[" + parts.map { JSONText.quoted("\(source):\($0)") }.joined(separator: ", ") + "]"
  }

  /// Categories by the columns that they are in, numbered in the order of the first of each kind.
  private static func numbered(_ columns: [Set<Tally.Category>]) -> [Tally.Category: Int] {
    var numberOf: [[Bool]: Int] = [:]
    var parts: [Tally.Category: Int] = [:]
    let met = columns.reduce(into: Set<Tally.Category>()) { $0.formUnion($1) }
    for category in met.sorted() {
      let membership = columns.map { $0.contains(category) }
      let number = numberOf[membership] ?? numberOf.count + 1
      numberOf[membership] = number
      parts[category] = number
    }
    return parts
  }
}
