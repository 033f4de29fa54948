internal import Rates
internal import Territory

/// What may be seen of one family in one commune, once it is decided what is withheld.
struct Redaction {
  let family: Family
  let sheet: Sheet
  let rule: ProtectionRule
  let suppression: Suppression

  init(_ family: Family, _ sheet: Sheet, _ suppression: Suppression, rule: ProtectionRule) {
    self.family = family
    self.sheet = sheet
    self.suppression = suppression
    self.rule = rule
  }

  /// The figures of one indicator, row by row, the total last.
  ///
  /// - Parameters:
  ///   - measures: the commune's rows
  func figures(
    of table: Int, _ definition: IndicatorDefinition, _ measures: ArraySlice<IndicatorTable.Measure>
  ) -> [Release.Figure] {
    guard let column = family.columns.firstIndex(where: { $0.counts(table) }) else { return [] }
    let divisor = family.columns.firstIndex { $0.divides(table) }
    let seen = measures.enumerated().map { row, measure in
      let denominator =
        divisor.map { number(of: $0, in: row).map(Double.init) } ?? measure.denominator
      let status = status(of: column, in: row, measure, denominator, definition)
      return Release.Figure(showing: measure, status: status, denominator: denominator)
    }
    return seen.dropLast().map { $0.compared(with: seen.last) } + seen.suffix(1)
  }

  /// A column's number where it is shown; its total in the row after the last.
  private func number(of column: Int, in row: Int) -> Int? {
    guard isShown(column, in: row) else { return nil }
    return row == sheet.zones.count
      ? sheet.columns[column].total : sheet.columns[column].values[row]
  }

  private func isShown(_ column: Int, in row: Int) -> Bool {
    if suppression.dropped.contains(column) { return isZeroAnyway(column, in: row) }
    let numbers = sheet.columns[column]
    if numbers.isAllZero && !rule.hidesZeros { return true }
    return row == sheet.zones.count
      ? numbers.total != nil : !suppression.hidden.contains(.init(column: column, row: row))
  }

  /// Whether everybody sees that a wholly withheld column has nobody here: a shown column that
  /// contains it has nobody.
  private func isZeroAnyway(_ column: Int, in row: Int) -> Bool {
    guard !rule.hidesZeros, row < sheet.zones.count, sheet.columns[column].isNobody(row) else {
      return false
    }
    return family.columns.indices.contains { larger in
      family.columns[larger].contains(family.columns[column])
        && !suppression.dropped.contains(larger) && sheet.columns[larger].isNobody(row)
        && isShown(larger, in: row)
    }
  }

  private func status(
    of column: Int, in row: Int, _ measure: IndicatorTable.Measure, _ denominator: Double?,
    _ definition: IndicatorDefinition
  ) -> Release.Status {
    let isDropped = suppression.dropped.contains(column)
    let isCensus = definition.method != nil && definition.denominatorSource == nil
    if isCensus && measure.isVoid && (isDropped || isShown(column, in: row)) {
      return .notApplicable
    }
    guard isShown(column, in: row), measure.numerator.exact != nil else {
      return measure.numerator.missingParts > 0 ? .missing : .withheld
    }
    if definition.method != nil && measure.isVoid { return .notApplicable }
    // no rate without a census, and a blank one must say so
    if isCensus, measure.denominator == nil, case .iris = measure.zone { return .notSignificant }
    guard measure.rate != nil, let denominator, let minimum = rule.minimumDenominator else {
      return .released
    }
    return denominator < minimum ? .notSignificant : .released
  }
}

extension Family.Column {
  func counts(_ table: Int) -> Bool { !isDenominator && tables == [table] }

  func divides(_ table: Int) -> Bool { isDenominator && tables.contains(table) }
}

extension Sheet.Column {
  /// Nobody, and everybody knows.
  var isAllZero: Bool { total == 0 && values.indices.allSatisfy(isNobody) }
}

extension Release.Figure {
  fileprivate init(
    showing measure: IndicatorTable.Measure, status: Release.Status, denominator: Double?
  ) {
    let isCountShown = status == .released || status == .notSignificant
    self.init(
      status: status, count: isCountShown ? measure.numerator.exact : nil,
      denominator: denominator,
      rate: status == .released && denominator != nil ? measure.rate : nil, comparison: nil)
  }

  fileprivate func compared(with commune: Release.Figure?) -> Self {
    guard let rate, let reference = commune?.rate else { return self }
    return Self(
      status: status, count: count, denominator: denominator, rate: rate,
      comparison: .init(of: rate, against: reference))
  }
}
