internal import Rates

/// What may be seen of one commune's part of an area, for one indicator.
struct PartFigure {
  let zoning: Int
  let area: String
  let status: Release.Status
  let count: Int?
  let denominator: Double?

  /// The part of an area of whole communes: the commune's own figure.
  init(zoning: Int, area: String, _ figure: Release.Figure) {
    let isShown = figure.count != nil || figure.status == .notApplicable
    self.zoning = zoning
    self.area = area
    status = isShown ? .released : figure.status
    count = isShown ? figure.count ?? 0 : nil
    denominator = figure.denominator
  }

  fileprivate init(
    _ part: ZonePart, status: Release.Status, count: Int?, denominator: Double?
  ) {
    zoning = part.zoning
    area = part.area
    self.status = status
    self.count = count
    self.denominator = denominator
  }
}

extension Redaction {
  /// The figures of one indicator in every part of an area.
  ///
  /// - Parameters:
  ///   - measures: the commune's rows
  func partFigures(
    of table: Int, _ definition: IndicatorDefinition, _ measures: ArraySlice<IndicatorTable.Measure>
  ) -> [PartFigure] {
    guard let column = family.columns.firstIndex(where: { $0.counts(table) }) else { return [] }
    let divisor = family.columns.firstIndex { $0.divides(table) }
    return sheet.cutting.parts.enumerated().map { place, part in
      let count = number(of: column, place, part)
      let base = divisor.map { number(of: $0, place, part) }
      let isHidden = count == nil || (divisor != nil && base.flatMap(\.self) == nil)
      return PartFigure(
        part, status: isHidden ? whyHidden(column, part) : .released,
        count: isHidden ? nil : count,
        denominator: divisor == nil
          ? inhabitants(of: part, measures) : base.flatMap(\.self).map(Double.init))
    }
  }

  private func number(of column: Int, _ place: Int, _ part: ZonePart) -> Int? {
    let numbers = sheet.columns[column]
    if numbers.isAllZero && !rule.hidesZeros { return 0 }
    let cell = Suppression.Cell(column: column, row: sheet.row(ofPart: place))
    let isHidden = suppression.dropped.contains(column) || suppression.hidden.contains(cell)
    return isHidden ? nil : numbers.number(of: part)
  }

  /// Withheld where we know the number; else the partner did not tell some of it.
  private func whyHidden(_ column: Int, _ part: ZonePart) -> Release.Status {
    let numbers = sheet.columns[column]
    if numbers.number(of: part) != nil { return .withheld }
    let isMasked = part.rows.contains { numbers.values[$0] == nil && !numbers.isMissing[$0] }
    return isMasked ? .withheld : .missing
  }

  /// The census of whole IRIS; `nil` where one is unknown, and where an IRIS is cut.
  private func inhabitants(
    of part: ZonePart, _ measures: ArraySlice<IndicatorTable.Measure>
  ) -> Double? {
    let known = part.rows.map { measures[measures.startIndex + $0].denominator }
    guard part.pieces.isEmpty, !known.contains(nil) else { return nil }
    return known.reduce(0) { $0 + ($1 ?? 0) }
  }
}
