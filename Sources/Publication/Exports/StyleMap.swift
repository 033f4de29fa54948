internal import Boundaries
internal import Disclosure
internal import Rates
internal import Territory

/// What the rows of a map show of each indicator, counted for its legend.
struct StyleMap: Sendable {
  /// The IRIS rows.
  let sheet: Sheet
  /// Their types.
  let names: ZoneNames

  /// Diameter of the largest circle, millimetres.
  private static let largestCircle = 12

  /// One rule for each status that withholds a figure and is met.
  func statusRules(of indicator: IndicatorColumns) -> [StyleRule] {
    let symbols: [(Release.Status, [XMLElement])] = [
      (.withheld, StyleSymbol.withheld), (.notSignificant, StyleSymbol.notSignificant),
      (.notApplicable, StyleSymbol.notApplicable), (.missing, StyleSymbol.missing),
      (.embargoed, StyleSymbol.embargoed),
    ]
    return symbols.compactMap { status, symbol in
      let count = sheet.rows.count { $0.figures[indicator.index].status == status }
      if count == 0 { return nil }
      return StyleRule(
        label: Wording.legend(Wording.meaning(of: status), count: count),
        filter: Self.condition(indicator, status), symbol: symbol)
    }
  }

  /// The classes of a rate, or the circles of a count.
  func figureRules(of indicator: IndicatorColumns) -> [StyleRule] {
    indicator.definition.method == nil ? circles(indicator) : classes(indicator)
  }

  private func classes(_ indicator: IndicatorColumns) -> [StyleRule] {
    let released = released(indicator)
    let inhabited = released.filter(isInhabited).compactMap { indicator.rate.number(in: $0) }
    let bounds = indicator.classification.bounds(of: inhabited)
    let tints = indicator.classification.tints(of: inhabited)
    let values = released.compactMap { indicator.rate.number(in: $0) }
    if values.isEmpty { return rest(released.count, of: indicator, filter: nil) }
    let name = "\"\(indicator.stem.name(.rate))\""
    let rules = (0...bounds.count).map { index in
      let above = index == 0 ? nil : bounds[index - 1]
      let below = index == bounds.count ? nil : bounds[index]
      let conditions = [
        Self.condition(indicator, .released), above.map { "\(name) >= \($0.plainText)" },
        below.map { "\(name) < \($0.plainText)" },
      ]
      let isWhole = above == nil && below == nil
      return StyleRule(
        label: Wording.legend(
          Wording.range(index, of: bounds, per: indicator.definition.per),
          count: values.count { value in bounds.prefix { $0 <= value }.count == index }),
        filter: (conditions.compactMap(\.self) + (isWhole ? ["\(name) IS NOT NULL"] : []))
          .joined(separator: " AND "),
        symbol: StyleSymbol.rate(tints[min(index, tints.count - 1)]))
    }
    return rules + rest(released.count - values.count, of: indicator, filter: "\(name) IS NULL")
  }

  private func circles(_ indicator: IndicatorColumns) -> [StyleRule] {
    let counts = released(indicator).compactMap { $0.figures[indicator.index].count }
    guard let least = counts.min(), let most = counts.max() else { return [] }
    let name = "\"\(indicator.stem.name(.count))\""
    return [
      StyleRule(
        label: Wording.legend(Wording.circles(least, most), count: counts.count),
        filter: "\(Self.condition(indicator, .released)) AND \(name) IS NOT NULL",
        symbol: StyleSymbol.circle(
          diameter: "\(Self.largestCircle) * sqrt(\(name) / \(max(most, 1)).0)"))
    ]
  }

  /// Released without a rate: a rule of its own, so that no area is left blank.
  private func rest(_ count: Int, of indicator: IndicatorColumns, filter: String?) -> [StyleRule] {
    if count == 0 { return [] }
    let conditions = [Self.condition(indicator, .released), filter].compactMap(\.self)
    return [
      StyleRule(
        label: Wording.legend(Wording.withoutRate, count: count),
        filter: conditions.joined(separator: " AND "), symbol: StyleSymbol.other)
    ]
  }

  private func released(_ indicator: IndicatorColumns) -> [Release.Row] {
    sheet.rows.filter { $0.figures[indicator.index].status == .released }
  }

  /// Areas of activity and parks do not shape the classes; an area of unknown type does.
  private func isInhabited(_ row: Release.Row) -> Bool {
    names.area(of: row.zone)?.type.isInhabited ?? true
  }

  private static func condition(_ indicator: IndicatorColumns, _ status: Release.Status) -> String {
    "coalesce(\"\(indicator.stem.name(.status))\", '') = '\(status.rawValue)'"
  }
}

extension Column {
  /// The decimal number that the files show in a row.
  func number(in row: Release.Row) -> FixedPoint? {
    if case .decimal(let number) = value(row) { number } else { nil }
  }
}
