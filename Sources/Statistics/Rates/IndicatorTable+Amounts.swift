public import Diagnostics
public import Territory

extension IndicatorTable {
  /// The amount of every IRIS, of what is at no IRIS, and of every commune, over the number of persons
  /// who get it.
  ///
  /// Where some person's amount is not known, neither is the sum nor the number.
  ///
  /// - Parameters:
  ///   - definition: its unit is `amount`, its denominator's source its own, without a method
  ///   - numerator: of amounts
  ///   - isCounted: which categories of it
  ///   - irises: every IRIS of the territory · any order
  /// - Returns: rows sorted by zone; problems as `make`
  /// - Confidential: yes, small counts, and the largest amount of each row
  public static func amounts(
    definition: IndicatorDefinition, of numerator: Tally,
    where isCounted: (Tally.Category) -> Bool = { _ in true }, irises: some Sequence<Iris>
  ) -> (IndicatorTable, ProblemLog) {
    precondition(numerator.unit == .amount && definition.isAmount, "a source of amounts")
    var maker = TableMaker(definition: definition, irises: irises)
    maker.count(numerator, where: isCounted)
    maker.settle(totals: [:])
    let amounts = maker.amounts(of: numerator, where: isCounted)
    let measures = maker.measures().map { persons in
      let amount = amounts[persons.zone, default: .zero]
      return Measure(
        zone: persons.zone,
        numerator: persons.numerator.exact == nil ? persons.numerator : Count(amount.sum),
        denominator: persons.numerator.exact.map(Double.init), rate: nil)
    }
    let marks = numerator.categories.filter(isCounted).map(\.marked).sorted()
    var table = IndicatorTable(
      definition: definition.counting(marks, over: marks), measures: measures)
    table.largest = amounts.mapValues(\.largest)
    return (table, maker.problems)
  }
}

extension IndicatorTable {
  /// The same table, knowing the largest amount of each row.
  package func knowing(largest: [Zone: Int]?) -> IndicatorTable {
    var table = self
    table.largest = largest
    return table
  }
}

extension IndicatorDefinition {
  /// Whether euros are added rather than persons counted.
  public var isAmount: Bool { unit == .amount && method == nil && denominatorSource == source }
}
