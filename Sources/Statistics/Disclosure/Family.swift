internal import Rates
internal import Territory

/// Indicators that share a source, directly or through another: their differences tell more than
/// each alone, so that they are protected together.
struct Family {
  /// Indexes of its indicators, ascending.
  let tables: [Int]
  /// The published columns: the count of each indicator, then each source that serves as denominator.
  let columns: [Column]
  /// Every number that follows from the columns: each alone, then what sums and differences leave.
  let combinations: [Combination]

  /// One published column of numbers.
  struct Column: Hashable {
    /// The indicators whose figures would show it.
    let tables: [Int]
    let isDenominator: Bool
    /// Whether it is counted as a part of its denominator.
    let isShare: Bool
    /// Columns of one source add up and contain one another; amounts are a source of their own.
    let source: String
    /// The partner's source that it comes from; `source` is that of which it is a part.
    let origin: String
    /// Whether it holds euros, not persons.
    let isAmount: Bool
    let selection: Set<Tally.Category>
  }

  /// The families of a set of indicators, in the order of their first.
  static func all(of definitions: [IndicatorDefinition]) -> [Family] {
    let linked = definitions.linked
    var groups: [(sources: Set<String>, tables: [Int])] = []
    for (index, definition) in linked.enumerated() {
      let sources = Set([definition.source, definition.denominatorSource].compactMap(\.self))
      let touching = groups.filter { !$0.sources.isDisjoint(with: sources) }
      groups.removeAll { !$0.sources.isDisjoint(with: sources) }
      let tables = touching.flatMap(\.tables) + [index]
      groups.append((touching.reduce(sources) { $0.union($1.sources) }, tables.sorted()))
    }
    return groups.map(\.tables).sorted { $0[0] < $1[0] }
      .map { Family(tables: $0, definitions: definitions, linked: linked) }
  }

  /// - Parameters:
  ///   - linked: the same definitions, linked sources told as one
  private init(
    tables: [Int], definitions: [IndicatorDefinition], linked: [IndicatorDefinition]
  ) {
    self.tables = tables
    let counts = tables.map { Column(counting: $0, linked[$0], of: definitions[$0].source) }
    columns = counts + Self.denominators(of: tables, definitions, linked)
    combinations = Combination.all(of: columns)
  }

  private static func denominators(
    of tables: [Int], _ definitions: [IndicatorDefinition], _ linked: [IndicatorDefinition]
  ) -> [Column] {
    var columns: [Column] = []
    for table in tables {
      let origin = definitions[table].denominatorSource
      guard let column = Column(dividing: table, linked[table], of: origin) else { continue }
      let same = columns.firstIndex {
        $0.source == column.source && $0.selection == column.selection
      }
      if let same { columns[same] = columns[same].serving(table) } else { columns.append(column) }
    }
    return columns
  }
}

extension Family.Column {
  fileprivate init(counting table: Int, _ definition: IndicatorDefinition, of origin: String) {
    self.init(
      tables: [table], isDenominator: false, isShare: definition.method == .wilson,
      source: definition.source + (definition.isAmount ? "/montant" : ""),
      origin: origin, isAmount: definition.isAmount,
      selection: Set(definition.selection))
  }

  fileprivate init?(dividing table: Int, _ definition: IndicatorDefinition, of origin: String?) {
    guard let source = definition.denominatorSource, let origin else { return nil }
    self.init(
      tables: [table], isDenominator: true, isShare: false, source: source, origin: origin,
      isAmount: false, selection: Set(definition.denominatorSelection))
  }

  fileprivate func serving(_ table: Int) -> Self {
    Self(
      tables: tables + [table], isDenominator: isDenominator, isShare: isShare, source: source,
      origin: origin, isAmount: isAmount, selection: selection)
  }
}

extension Family.Column {
  /// Whether everybody counted in the other is counted here.
  func contains(_ other: Family.Column) -> Bool {
    if source == other.source { return selection.isSuperset(of: other.selection) }
    return isDenominator && other.isShare && tables.contains(other.tables[0])
  }

  /// Whether nobody is counted in both, as far as one source can tell.
  func isApart(from other: Family.Column) -> Bool {
    source == other.source && selection.isDisjoint(with: other.selection)
  }
}
