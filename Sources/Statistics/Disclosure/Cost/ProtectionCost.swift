public import Diagnostics
public import Rates
public import Territory

/// What protection takes away, in numbers that may be shown: primary and complementary suppressions
/// together.
///
/// - Confidential: no
public struct ProtectionCost: Sendable, Hashable {
  /// One indicator.
  public struct Line: Sendable, Hashable {
    /// The indicator's id.
    public let indicator: String
    /// IRIS, unlocated rows and communes.
    public let cells: Int
    /// Withheld, for whatever reason.
    public let withheld: Int
    /// Persons counted in the shown IRIS, over all; `nil` where no commune's total is shown.
    public let shareShown: Double?
  }

  /// In the order of the indicators.
  public let lines: [Line]

  /// The cost that a report tells.
  public init(of report: ProtectionReport) {
    lines = report.lines.map {
      Line(
        indicator: $0.indicator, cells: $0.cells, withheld: $0.primary + $0.complementary,
        shareShown: $0.shareShown)
    }
  }

  /// Withheld over all indicators.
  public var withheld: Int { lines.reduce(0) { $0 + $1.withheld } }

  /// Cells over all indicators, shown or not.
  public var cells: Int { lines.reduce(0) { $0 + $1.cells } }

  /// One sentence in French for each indicator.
  public var sentences: [Prose] { lines.map(Wording.cost) }
}

/// What one indicator costs the others.
///
/// - Confidential: no
public struct BreakdownCost: Sendable, Hashable {
  /// The indicator's id.
  public let indicator: String
  /// Cells of the other indicators that are withheld with it and would not be without.
  public let cellsOfOthers: Int
}

extension Protection {
  /// What a release costs, or would after a change.
  ///
  /// - Parameters:
  ///   - change: `nil` for the release as it is
  /// - Throws: as `release(of:rule:beside:)`: the release would be refused
  /// - Complexity: that of a release
  public static func cost(
    of tables: [IndicatorTable], rule: ProtectionRule, on zonings: [Zoning] = [],
    beside knowledge: PublicKnowledge = .none, if change: WhatIf? = nil
  ) throws(Problem) -> ProtectionCost {
    let (tables, rule) = change?.applied(to: tables, rule) ?? (tables, rule)
    return ProtectionCost(
      of: try release(of: tables, rule: rule, on: zonings, beside: knowledge).report)
  }

  /// What each indicator costs the others: the release is made once without each.
  ///
  /// - Returns: in the order of the tables
  /// - Throws: as `release(of:rule:beside:)`
  /// - Complexity: one release more than there are indicators
  public static func costOfEach(
    of tables: [IndicatorTable], rule: ProtectionRule, beside knowledge: PublicKnowledge = .none
  ) throws(Problem) -> [BreakdownCost] {
    let whole = try cost(of: tables, rule: rule, beside: knowledge)
    var costs: [BreakdownCost] = []
    for line in whole.lines {
      let rest = try cost(
        of: tables, rule: rule, beside: knowledge, if: .drop([line.indicator]))
      let ofOthers = whole.withheld - line.withheld
      costs.append(
        BreakdownCost(indicator: line.indicator, cellsOfOthers: ofOthers - rest.withheld))
    }
    return costs
  }
}
