internal import Diagnostics
internal import Rates
internal import Territory

/// A release in the making: figures by indicator and row, and which cells are withheld for
/// themselves.
///
/// - Confidential: yes
struct Draft {
  let tables: [IndicatorTable]
  /// How many of the tables are released; the others are of earlier releases.
  private let own: Int
  /// Categories that linked sources may make together: some ten parts of one whole.
  private static let mostLinkedKinds = 2_048
  private let rule: ProtectionRule
  /// By indicator, what holds for the sources that its figures are mixed with.
  private let rules: [ProtectionRule]
  let families: [Family]
  let zones: [Zone]
  private let zonings: [PublicKnowledge.Grouping]
  private let published: [Zoning]
  private let earlier: EarlierFigures
  private var figures: [[Release.Figure]]
  /// By indicator, what may be seen of each commune's part of an area.
  private var parts: [[PartFigure]]
  /// By indicator, rows withheld for themselves.
  private(set) var primaries: [Set<Zone>]

  /// - Parameters:
  ///   - published: zonings whose figures are published with those of the IRIS
  init(
    _ tables: [IndicatorTable], rule: ProtectionRule, on published: [Zoning] = [],
    beside knowledge: PublicKnowledge = .none
  ) throws(Problem) {
    let kinds = (tables + knowledge.past).map(\.definition).linkedKinds
    if kinds > Self.mostLinkedKinds { throw Wording.linksTooFine(kinds) }
    if let problem = knowledge.zonings.lazy.flatMap(\.problems).first { throw problem }
    zonings = knowledge.zonings
    self.published = published
    earlier = EarlierFigures(knowledge)
    own = tables.count
    let tables = tables + knowledge.past
    self.tables = tables.map { table in
      IndicatorTable(
        definition: table.definition, measures: table.measures.sorted { $0.zone < $1.zone }
      ).known(by: table.pieces, base: table.basePieces).knowing(largest: table.largest)
    }
    self.rule = rule
    families = Family.all(of: tables.map(\.definition))
    rules = Self.rules(rule, tables.map(\.definition), families)
    zones = self.tables.first?.measures.map(\.zone) ?? []
    figures = tables.map { _ in [] }
    parts = tables.map { _ in [] }
    primaries = tables.map { _ in [] }
    for table in self.tables where table.measures.map(\.zone) != zones {
      throw Wording.rowsDiffer(table.definition.id)
    }
    for block in blocks where !isWhole(block) {
      throw Wording.rowsDiffer(self.tables[0].definition.id)
    }
  }

  /// The first small count that an earlier release shows; `nil` when there is none.
  var firstAlreadyPublic: (indicator: String, zone: Zone)? {
    for (index, table) in tables.prefix(own).enumerated() {
      for measure in table.measures where isSecret(measure, in: index) {
        guard let count = measure.numerator.exact, count > 0 else { continue }
        if earlier.show(count, of: table.definition, in: measure.zone) {
          return (table.definition.id, measure.zone)
        }
      }
    }
    return nil
  }

  /// The first number that an earlier release shows and this one would not; `nil` when there is none.
  var firstTakenBack: (indicator: String, zone: Zone)? {
    for (table, figures) in zip(tables, figures).prefix(own) {
      for (measure, figure) in zip(table.measures, figures) where figure.count == nil {
        if earlier.show(measure.numerator.exact, of: table.definition, in: measure.zone) {
          return (table.definition.id, measure.zone)
        }
      }
    }
    return nil
  }

  /// Decides commune by commune, family by family.
  mutating func protect() {
    let definitions = tables.map(\.definition)
    for block in blocks {
      for family in families { protect(family, in: block, definitions) }
    }
  }

  /// What may be seen.
  func release() -> Release {
    let rows = zones.indices.map { row in
      Release.Row(zone: zones[row], figures: figures.prefix(own).map { $0[row] })
    }
    return Release(
      indicators: tables.prefix(own).map(\.definition), rows: rows,
      zonings: published.indices.map(zoningTable),
      threshold: rule.threshold, thresholds: rules.prefix(own).map(\.threshold),
      zerosAreWithheld: rule.hidesZeros)
  }

  /// The areas of one zoning, each from its communes' parts.
  private func zoningTable(_ index: Int) -> Release.ZoningTable {
    let zoning = published[index]
    let byTable = (0..<own).map { table in
      Dictionary(grouping: partFigures(of: table, zoning: index), by: \.area)
    }
    let figures = zoning.areas.map { area in
      (0..<own).map { table in
        Release.Figure(
          adding: byTable[table][area.code] ?? [], tables[table].definition,
          minimum: rules[table].minimumDenominator)
      }
    }
    return Release.ZoningTable(zoning: zoning, figures: figures)
  }

  private func partFigures(of table: Int, zoning: Int) -> [PartFigure] {
    guard case .communes(let areas) = published[zoning].members else {
      return parts[table].filter { $0.zoning == zoning }
    }
    return zip(zones, figures[table]).compactMap { zone, figure in
      guard case .commune(let commune) = zone, let area = areas[commune] else { return nil }
      return PartFigure(zoning: zoning, area: area, figure)
    }
  }

  private mutating func protect(
    _ family: Family, in block: Range<Int>, _ definitions: [IndicatorDefinition]
  ) {
    let rule = rules[family.tables[0]]
    let measures = Dictionary(
      uniqueKeysWithValues: family.tables.map { ($0, tables[$0].measures[block]) })
    let sheet = Sheet(
      family, measures: measures, rule: rule, tables: tables,
      past: own..<tables.count, earlier: earlier,
      zonings: zonings, published: published)
    let suppression = Suppression(family, sheet, rule: rule)
    let redaction = Redaction(family, sheet, suppression, rule: rule)
    for table in family.tables {
      let rows = measures[table] ?? []
      figures[table] += redaction.figures(of: table, definitions[table], rows)
      parts[table] += redaction.partFigures(of: table, definitions[table], rows)
    }
    for cell in suppression.primaries {
      for table in family.columns[cell.column].tables {
        primaries[table].insert(sheet.zones[cell.row])
      }
    }
  }

  /// The rows of each commune, its total last.
  private var blocks: [Range<Int>] {
    var start = 0
    return zones.indices.compactMap { row in
      guard case .commune = zones[row] else { return nil }
      defer { start = row + 1 }
      return start..<row + 1
    }
  }

  /// What holds for each indicator.
  private static func rules(
    _ rule: ProtectionRule, _ definitions: [IndicatorDefinition], _ families: [Family]
  ) -> [ProtectionRule] {
    var rules = definitions.map { _ in rule }
    for family in families {
      let sources = family.tables.flatMap { table in
        [definitions[table].source, definitions[table].denominatorSource].compactMap(\.self)
      }
      for table in family.tables { rules[table] = rule.strictest(for: Set(sources)) }
    }
    return rules
  }

  /// Whether a commune has its unlocated row, and no row of another.
  private func isWhole(_ block: Range<Int>) -> Bool {
    let commune = zones[block.upperBound - 1].commune
    let isOwn = zones[block].allSatisfy { $0.commune == commune }
    return isOwn && zones[block].contains(.unlocated(commune))
  }
}

// MARK: - The proof and the cost

extension Draft {
  /// What only we can check of an attack: that no small number is known not to be small, and that
  /// nobody who is alone in a cell learns another.
  func firstTold(by attack: Attack, _ findings: [Attack.Finding]) -> Attack.Breach? {
    let floor = rule.hidesZeros ? 0 : 1
    let deep = findings.first { finding in
      finding.isFigure && finding.lower > floor
        && finding.indicators.contains { isSmall(finding, in: $0) }
    }
    if let deep { return Attack.Breach(indicators: deep.indicators, zone: deep.zone) }
    for (index, table) in tables.prefix(own).enumerated() {
      if table.definition.isAmount { continue }
      let alone = table.measures.filter { $0.numerator.exact == 1 }.map(\.zone)
      if let told = alone.first(where: { attack.isTold(alone: $0, in: index) }) {
        return Attack.Breach(indicators: [index], zone: told)
      }
    }
    return nil
  }

  private func isSmall(_ finding: Attack.Finding, in table: Int) -> Bool {
    let zone = finding.zone
    var low = 0
    var high = zones.count
    while low < high {
      let middle = (low + high) / 2
      if zones[middle] < zone { low = middle + 1 } else { high = middle }
    }
    let measure = tables[table].measures[low]
    guard finding.isBase else { return isSecret(measure, in: table) }
    return measure.denominator.flatMap { Int(exactly: $0) }.map(rules[table].withholds) ?? false
  }

  /// Whether a known number must not be seen for itself.
  private func isSecret(_ measure: IndicatorTable.Measure, in table: Int) -> Bool {
    guard let number = measure.numerator.exact else { return false }
    guard let largest = tables[table].largest else { return rules[table].withholds(number) }
    let persons = measure.denominator.flatMap { Int(exactly: $0) } ?? 0
    return rules[table].withholds(
      number, of: .init(persons: persons, largest: largest[measure.zone] ?? 0))
  }

  /// The cost, indicator by indicator.
  func report(_ release: Release, _ findings: [Attack.Finding]) -> ProtectionReport {
    let lines = (0..<own).map { line($0, findings.filter { $0.isFigure }) }
    return ProtectionReport(lines: lines, attacks: findings.count)
  }

  private func line(_ table: Int, _ findings: [Attack.Finding]) -> ProtectionReport.Line {
    let figures = figures[table]
    func count(_ status: Release.Status) -> Int { figures.count { $0.status == status } }
    let primary = zip(zones, figures).count {
      $1.status == .withheld && primaries[table].contains($0)
    }
    let widths = findings.filter { $0.indicators == [table] && !$0.isBase }.compactMap { finding in
      finding.upper.map { $0 - finding.lower + 1 }
    }
    return ProtectionReport.Line(
      indicator: tables[table].definition.id, cells: figures.count,
      shown: figures.count { $0.count != nil }, primary: primary,
      smallShare: smallShare(table), complementary: count(.withheld) - primary,
      missing: count(.missing),
      notApplicable: count(.notApplicable), notSignificant: count(.notSignificant),
      totalsWithheld: blocks.count { figures[$0.upperBound - 1].count == nil },
      shareShown: tables[table].definition.isAmount ? nil : shareShown(table),
      narrowest: widths.min())
  }

  private func smallShare(_ table: Int) -> Double? {
    let counting = tables[table].measures.filter { measure in
      guard case .iris = measure.zone else { return false }
      return measure.numerator.exact != 0 && measure.numerator.missingParts == 0
    }
    guard !counting.isEmpty else { return nil }
    let small = counting.count { primaries[table].contains($0.zone) }
    return Double(small) / Double(counting.count)
  }

  private func shareShown(_ table: Int) -> Double? {
    var shown = 0
    var whole = 0
    for block in blocks {
      guard let total = figures[table][block.upperBound - 1].count else { continue }
      whole += total
      for row in block { if case .iris = zones[row] { shown += figures[table][row].count ?? 0 } }
    }
    return whole > 0 ? Double(shown) / Double(whole) : nil
  }
}
