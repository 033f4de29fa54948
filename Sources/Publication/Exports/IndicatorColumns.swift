internal import Disclosure
internal import Rates

/// The columns of one indicator, and how many decimals its numbers are written with.
struct IndicatorColumns: Sendable {
  /// What the indicator is.
  let definition: IndicatorDefinition
  /// What the columns' names begin with.
  let stem: ColumnStem
  /// Where its figures stand in a row of the release.
  let index: Int
  /// How the classes of its map are made.
  var classification = Classification.quantiles

  /// Decimals of denominators: a tenth of an inhabitant says more than a census estimate knows.
  static let denominatorDecimals = 1

  /// Decimals of rates and bounds: a hundredth of a percent or finer for proportions, a hundredth
  /// of a unit up to rates per 1,000, a tenth beyond.
  var rateDecimals: Int { Self.rateDecimals(per: definition.per) }

  /// The same for a factor.
  static func rateDecimals(per factor: Double) -> Int {
    switch factor {
    case ...1: 4
    case ...10: 3
    case ...1000: 2
    default: 1
    }
  }

  /// In the order of the files; a plain count has neither denominator nor rate.
  var columns: [Column] {
    if definition.isAmount { return [count, persons, mean, status] }
    guard definition.method != nil else { return [count, status] }
    let bounds = [
      decimal(.lower95, rateDecimals) { $0.rate?.interval95.lower },
      decimal(.upper95, rateDecimals) { $0.rate?.interval95.upper },
      decimal(.lower998, rateDecimals) { $0.rate?.interval998.lower },
      decimal(.upper998, rateDecimals) { $0.rate?.interval998.upper },
    ]
    let base = decimal(.denominator, Self.denominatorDecimals) { $0.denominator }
    return [count, base, rate] + bounds + [comparison, method, status]
  }

  /// The number of units.
  var count: Column {
    column(.count, .integer) { $0.hidesFigures ? nil : $0.count.map(Cell.integer) }
  }

  /// Decimals of a mean amount: cents.
  static let meanDecimals = 2

  /// Who gets an amount.
  private var persons: Column { decimal(.denominator, 0) { $0.denominator } }

  /// What each of them gets on average; without an interval, which would need every amount.
  private var mean: Column {
    decimal(.mean, Self.meanDecimals) { figure in
      guard let persons = figure.denominator, persons > 0 else { return nil }
      return figure.count.map { Double($0) / persons }
    }
  }

  /// The rate.
  var rate: Column { decimal(.rate, rateDecimals) { $0.rate?.value } }

  /// Why the figures are or are not there; empty text when they are.
  var status: Column { column(.status, .text) { .text($0.status.rawValue) } }

  private var comparison: Column {
    column(.comparison, .text) { figure in
      figure.hidesFigures ? nil : figure.comparison.map { .text(Wording.comparison($0)) }
    }
  }

  private var method: Column {
    column(.method, .text) { figure in
      figure.hidesFigures ? nil : figure.rate.map { .text($0.method.rawValue) }
    }
  }

  private func decimal(
    _ ending: ColumnStem.Ending, _ decimals: Int,
    _ number: @escaping @Sendable (Release.Figure) -> Double?
  ) -> Column {
    column(ending, .decimal) { figure in
      if figure.hidesFigures && ending != .denominator { return nil }
      return number(figure).flatMap { FixedPoint($0, decimals: decimals) }.map(Cell.decimal)
    }
  }

  private func column(
    _ ending: ColumnStem.Ending, _ kind: Column.Kind,
    _ cell: @escaping @Sendable (Release.Figure) -> Cell?
  ) -> Column {
    let index = index
    return Column(stem.name(ending), Wording.alias(of: ending, definition), kind) { row in
      cell(row.figures[index]) ?? .empty
    }
  }
}

extension Release.Figure {
  /// A second lock behind Disclosure's: whatever the figure carries, these statuses show nothing.
  fileprivate var hidesFigures: Bool {
    switch status {
    case .withheld, .missing, .embargoed: true
    case .released, .notSignificant, .notApplicable: false
    }
  }
}
