internal import Files
internal import Rates
internal import Territory

/// Which disjoint parts of a source each column counts, so that whoever reads the file knows which
/// indicators contain one another, add up or overlap.
///
/// A part is all categories that are in the same columns. It is named by a hash of their marks, so that
/// the same part has the same name in every release, and is written only where a source has several
/// columns.
struct SourceParts: Sendable {
  private var partOf: [String: [Tally.Category: String]] = [:]
  private var columnCount: [String: Int] = [:]

  init(_ definitions: [IndicatorDefinition]) {
    let columns = definitions.flatMap { definition in
      [(definition.source, definition.selection)]
        + [definition.denominatorSource.map { ($0, definition.denominatorSelection) }]
        .compactMap(\.self)
    }
    for (source, own) in Dictionary(grouping: columns, by: \.0) {
      columnCount[source] = own.count
      partOf[source] = Self.named(own.map { Set($0.1) })
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

  /// By category, the name of all that are in the same columns.
  private static func named(_ columns: [Set<Tally.Category>]) -> [Tally.Category: String] {
    let met = columns.reduce(into: Set<Tally.Category>()) { $0.formUnion($1) }
    let kinds = Dictionary(grouping: met.sorted()) { category in
      columns.map { $0.contains(category) }
    }
    var parts: [Tally.Category: String] = [:]
    for categories in kinds.values {
      let text = categories.map { $0.labels.joined(separator: " ") }.joined(separator: "\n")
      let name = String(ContentHash(of: Array(text.utf8)).hexadecimal.prefix(8))
      for category in categories { parts[category] = name }
    }
    return parts
  }
}
