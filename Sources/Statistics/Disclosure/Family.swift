internal import Rates
internal import Territory

/// Indicators that share a source, directly or through another: their differences tell more than
/// each alone, so that they are protected together.
struct Family {
  /// Indexes of its indicators, ascending.
  let tables: [Int]
  /// The published columns: the count of each indicator, then each source that serves as denominator.
  let columns: [Column]
  /// Every number that follows from the columns: each alone, then sums and differences of up to
  /// three that are themselves counts of people.
  let combinations: [Combination]

  /// One published column of numbers.
  struct Column: Hashable {
    /// The indicators whose figures would show it.
    let tables: [Int]
    let isDenominator: Bool
    /// Whether it is counted as a part of its denominator.
    let isShare: Bool
    let source: String
    let selection: Set<Tally.Category>
  }

  /// Columns added and subtracted.
  struct Combination: Hashable {
    /// Column and sign, +1 or −1.
    let terms: [Term]
    var columns: [Int] { terms.map(\.column) }
    var isSingle: Bool { terms.count == 1 }
  }

  /// A column with its sign in a combination.
  struct Term: Hashable {
    let column: Int
    let sign: Int
  }

  /// The families of a set of indicators, in the order of their first.
  static func all(of definitions: [IndicatorDefinition]) -> [Family] {
    var groups: [(sources: Set<String>, tables: [Int])] = []
    for (index, definition) in definitions.enumerated() {
      let sources = Set([definition.source, definition.denominatorSource].compactMap(\.self))
      let touching = groups.filter { !$0.sources.isDisjoint(with: sources) }
      groups.removeAll { !$0.sources.isDisjoint(with: sources) }
      let tables = touching.flatMap(\.tables) + [index]
      groups.append((touching.reduce(sources) { $0.union($1.sources) }, tables.sorted()))
    }
    return groups.map(\.tables).sorted { $0[0] < $1[0] }
      .map { Family(tables: $0, definitions: definitions) }
  }

  init(tables: [Int], definitions: [IndicatorDefinition]) {
    self.tables = tables
    let counts = tables.map { Column(counting: $0, definitions[$0]) }
    columns = counts + Self.denominators(of: tables, definitions)
    combinations = Combination.all(of: columns)
  }

  private static func denominators(
    of tables: [Int], _ definitions: [IndicatorDefinition]
  ) -> [Column] {
    var columns: [Column] = []
    for table in tables {
      guard let column = Column(dividing: table, definitions[table]) else { continue }
      let same = columns.firstIndex {
        $0.source == column.source && $0.selection == column.selection
      }
      if let same { columns[same] = columns[same].serving(table) } else { columns.append(column) }
    }
    return columns
  }
}

extension Family.Column {
  fileprivate init(counting table: Int, _ definition: IndicatorDefinition) {
    self.init(
      tables: [table], isDenominator: false, isShare: definition.method == .wilson,
      source: definition.source, selection: Set(definition.selection))
  }

  fileprivate init?(dividing table: Int, _ definition: IndicatorDefinition) {
    guard let source = definition.denominatorSource else { return nil }
    self.init(
      tables: [table], isDenominator: true, isShare: false, source: source,
      selection: Set(definition.denominatorSelection))
  }

  fileprivate func serving(_ table: Int) -> Self {
    Self(
      tables: tables + [table], isDenominator: isDenominator, isShare: isShare, source: source,
      selection: selection)
  }
}

extension Family.Combination {
  /// - Complexity: O(c³) for c columns
  fileprivate static func all(of columns: [Family.Column]) -> [Self] {
    let indexes = columns.indices
    let singles = indexes.map { Self(terms: [.init(column: $0, sign: 1)]) }
    var combined: [Self] = []
    for whole in indexes {
      for part in indexes where part != whole {
        combined.append(Self(whole, minus: [part]))
        for other in indexes where other > part && other != whole {
          combined.append(Self(whole, minus: [part, other]))
        }
        for other in indexes where other > whole && other != part {
          combined.append(Self(whole, plus: other, minus: [part]))
        }
      }
    }
    return singles + combined.filter { $0.countsPeople(columns) }
  }

  private init(_ whole: Int, plus other: Int? = nil, minus parts: [Int]) {
    let added = [whole] + (other.map { [$0] } ?? [])
    terms =
      added.map { .init(column: $0, sign: 1) } + parts.map { .init(column: $0, sign: -1) }
  }

  /// Whether it counts a set of people: every category at most once, none negatively; or the people
  /// of a denominator who are in none of the numerators taken over it.
  private func countsPeople(_ columns: [Family.Column]) -> Bool {
    let sources = Set(terms.map { columns[$0.column].source })
    guard sources.count == 1 else { return isRest(columns) }
    var times: [Tally.Category: Int] = [:]
    for term in terms {
      for category in columns[term.column].selection { times[category, default: 0] += term.sign }
    }
    return times.values.allSatisfy { $0 == 0 || $0 == 1 } && times.values.contains(1)
  }

  private func isRest(_ columns: [Family.Column]) -> Bool {
    let whole = columns[terms[0].column]
    let parts = terms.dropFirst()
    guard whole.isDenominator, parts.allSatisfy({ $0.sign < 0 }) else { return false }
    let taken = parts.map { columns[$0.column] }
    let isOver = taken.allSatisfy { $0.isShare && whole.tables.contains($0.tables[0]) }
    let areApart = taken.count == 1 || taken[0].selection.isDisjoint(with: taken[1].selection)
    return isOver && areApart && Set(taken.map(\.source)).count == 1
  }
}
