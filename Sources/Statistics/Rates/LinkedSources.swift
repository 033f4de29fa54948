internal import Territory

extension [IndicatorDefinition] {
  /// The same indicators, linked sources told as one whose categories are in each of them or not: which
  /// numbers contain one another or add up can then be told from their selections alone.
  ///
  /// Amounts, and sources without links, stay as they are.
  ///
  /// - Complexity: the product of the kinds of categories of a source and of those of its parts
  package var linked: [IndicatorDefinition] {
    let sources = LinkedSources(self)
    return map { $0.isAmount ? $0 : sources.told($0) }
  }
}

extension [IndicatorDefinition] {
  /// How many categories linked sources make together, at most: beyond some thousands nobody can compute
  /// with them.
  package var linkedKinds: Int { LinkedSources(self, most: 0).largest }
}

/// Trees of sources, each with kinds of categories that no column tells apart.
private struct LinkedSources {
  private var linksOf: [String: [SourceLink]] = [:]
  private var wholeOf: [String: String] = [:]
  private var kinds: [String: [Kind]] = [:]
  private var atoms: [String: [[String]]] = [:]
  /// Atoms of the tree that has most of them.
  private(set) var largest = 1

  /// Categories that are in the same columns.
  private struct Kind {
    /// Made of their marks: the same in every release.
    let label: String
    let categories: Set<Tally.Category>
  }

  /// What one indicator counts of a source.
  private struct Column {
    let selection: Set<Tally.Category>
    let isWhole: Bool
  }

  /// - Parameters:
  ///   - most: trees of more atoms are only counted
  init(_ definitions: [IndicatorDefinition], most: Int = 10_000) {
    let columns = Self.columns(definitions.filter { !$0.isAmount })
    for link in Set(definitions.flatMap(\.links)).sorted() {
      linksOf[link.whole, default: []].append(link)
      for part in link.parts { wholeOf[part] = link.whole }
    }
    for (source, own) in columns { kinds[source] = Self.kinds(own, of: source) }
    for source in columns.keys where isLinked(source) {
      let root = root(of: source)
      let size = size(of: root, within: [])
      largest = max(largest, size)
      if atoms[root] == nil && size <= most { atoms[root] = atoms(of: root, within: []) }
    }
  }

  /// How many atoms a source has, a large number for far too many.
  private func size(of source: String, within wholes: Set<String>) -> Int {
    var size = kinds[source]?.count ?? 1
    if wholes.contains(source) { return size }
    for link in linksOf[source, default: []] {
      let inside = link.parts.reduce(link.isComplete ? 0 : 1) {
        $0 + self.size(of: $1, within: wholes.union([source]))
      }
      size = min(size, 1_000_000) * min(inside, 1_000_000)
    }
    return size
  }

  func told(_ definition: IndicatorDefinition) -> IndicatorDefinition {
    guard isLinked(definition.source) || (definition.denominatorSource.map(isLinked) ?? false)
    else { return definition }
    return definition.telling(
      source: root(of: definition.source),
      selection: selection(definition.selection, of: definition.source),
      denominatorSource: definition.denominatorSource.map(root),
      denominatorSelection: definition.denominatorSource.map {
        selection(definition.denominatorSelection, of: $0)
      } ?? [])
  }

  private func isLinked(_ source: String) -> Bool {
    linksOf[source] != nil || wholeOf[source] != nil
  }

  private func root(of source: String) -> String {
    var source = source
    var met: Set<String> = [source]
    while let whole = wholeOf[source], met.insert(whole).inserted { source = whole }
    return source
  }

  private func selection(
    _ categories: [Tally.Category], of source: String
  ) -> [Tally.Category] {
    guard isLinked(source) else { return categories }
    let wanted = Set(categories)
    let labels = Set(
      kinds[source, default: []].filter {
        $0.categories.isSubset(of: wanted) && !$0.categories.isEmpty
      }
      .map(\.label))
    let isWhole = kinds[source, default: []].allSatisfy { labels.contains($0.label) }
    return atoms[root(of: source), default: []].filter { atom in
      atom.contains { isWhole ? $0.hasPrefix("\(source)=") : labels.contains($0) }
    }.map { Tally.Category($0) }
  }

  /// Every way to be in a source: a kind of its own, and one way to be in the parts of each link.
  private func atoms(of source: String, within wholes: Set<String>) -> [[String]] {
    let known = kinds[source] ?? [Kind(label: "\(source)=", categories: [])]
    var ways = known.map { [$0.label] }
    if wholes.contains(source) { return ways }
    for link in linksOf[source, default: []] {
      var inside = link.parts.flatMap { atoms(of: $0, within: wholes.union([source])) }
      if !link.isComplete { inside.append(["\(link.parts.joined(separator: "+"))∌"]) }
      ways = ways.flatMap { way in inside.map { way + $0 } }
    }
    return ways
  }

  private static func columns(_ definitions: [IndicatorDefinition]) -> [String: [Column]] {
    var columns: [String: [Column]] = [:]
    for definition in definitions {
      columns[definition.source, default: []].append(
        Column(selection: Set(definition.selection), isWhole: definition.countsWholeSource))
      guard let base = definition.denominatorSource else { continue }
      columns[base, default: []].append(
        Column(
          selection: Set(definition.denominatorSelection),
          isWhole: definition.dividesByWholeSource))
    }
    return columns
  }

  private static func kinds(_ columns: [Column], of source: String) -> [Kind] {
    let met = columns.reduce(into: Set<Tally.Category>()) { $0.formUnion($1.selection) }
    let groups = Dictionary(grouping: met.sorted()) { category in
      columns.map { $0.selection.contains(category) }
    }
    let known = groups.values.map { categories in
      let text = categories.map { $0.labels.joined(separator: " ") }.joined(separator: "\n")
      return Kind(label: "\(source)=\(text)", categories: Set(categories))
    }.sorted { $0.label < $1.label }
    let isComplete = columns.contains(where: \.isWhole)
    return isComplete ? known : known + [Kind(label: "\(source)=…", categories: [])]
  }
}
