internal import Rates
internal import Territory

/// A column of the release that adds up, or a difference of such columns that counts people.
struct Clue {
  /// Where the numbers are read, and whether they are added or taken off.
  struct Reading: Hashable {
    let indicator: Int
    let isDenominator: Bool
    let isTakenOff: Bool
  }

  let readings: [Reading]

  /// Every clue: the columns; what two and three of them leave; and what a column leaves when, from
  /// each of the others on and going round, all that share nobody are taken off it.
  ///
  /// - Complexity: O(c³) for c columns
  static func all(in release: Release) -> [Clue] {
    let definitions = release.indicators.linked
    let counts = definitions.indices.filter { !definitions[$0].isAmount }.map {
      Reading(indicator: $0, isDenominator: false, isTakenOff: false)
    }
    let bases = definitions.indices.filter { definitions[$0].denominatorSource != nil }
      .map { Reading(indicator: $0, isDenominator: true, isTakenOff: false) }
    let plain = counts + bases
    let groups = plain.map { [$0] } + few(plain) + peeled(plain, definitions)
    return groups.filter { isCountOfPeople($0, definitions) }.map { Clue(readings: $0) }
  }

  private static func few(_ plain: [Reading]) -> [[Reading]] {
    let taken = plain.map(\.takenOff)
    var groups: [[Reading]] = []
    for first in plain.indices {
      for second in taken.indices where second != first {
        groups.append([plain[first], taken[second]])
        groups += plain.indices.filter { $0 != second && $0 > first }
          .map { [plain[first], plain[$0], taken[second]] }
        groups += taken.indices.filter { $0 != first && $0 > second }
          .map { [plain[first], taken[second], taken[$0]] }
      }
    }
    return groups
  }

  private static func peeled(
    _ plain: [Reading], _ definitions: [IndicatorDefinition]
  ) -> [[Reading]] {
    plain.flatMap { whole in
      plain.indices.compactMap { start in
        var group = [whole]
        for reading in plain[start...] + plain[..<start] where reading != whole {
          let longer = group + [reading.takenOff]
          if isCountOfPeople(longer, definitions) { group = longer }
        }
        return group.count > 3 ? group : nil
      }
    }
  }

  /// Whether it is the plain count of this indicator.
  func isCount(of indicator: Int) -> Bool {
    readings == [Reading(indicator: indicator, isDenominator: false, isTakenOff: false)]
  }

  var isColumn: Bool { readings.count == 1 }

  /// Whether it is what some indicator is divided by.
  var isBase: Bool { isColumn && readings[0].isDenominator }

  /// The column that this difference takes the other column off; `nil` when it is no such thing.
  func whole(around column: Clue) -> Clue? {
    guard readings.count == 2, readings[1].isTakenOff, column.readings.count == 1,
      readings[1].indicator == column.readings[0].indicator,
      readings[1].isDenominator == column.readings[0].isDenominator
    else { return nil }
    return Clue(readings: [readings[0]])
  }

  /// The number in one row; `nil` where a part is not shown.
  func number(in row: Release.Row) -> Int? {
    var sum = 0
    for reading in readings {
      guard let part = reading.number(in: row) else { return nil }
      sum += reading.isTakenOff ? -part : part
    }
    return sum
  }

  /// Whether the partner delivered nothing for some part of it in one row.
  func isUndelivered(in row: Release.Row) -> Bool {
    readings.contains { row.figures[$0.indicator].status == .missing }
  }

  private static func isCountOfPeople(
    _ readings: [Reading], _ definitions: [IndicatorDefinition]
  ) -> Bool {
    if readings.count == 1 { return true }
    let sources = Set(readings.map { $0.source(definitions) })
    if sources.count > 1 { return isWhatABaseLeaves(readings, definitions) }
    var bag: [Tally.Category: Int] = [:]
    for reading in readings {
      for label in reading.labels(definitions) {
        bag[label, default: 0] += reading.isTakenOff ? -1 : 1
      }
    }
    let times = Set(bag.values).subtracting([0])
    return times == [1]
  }

  private static func isWhatABaseLeaves(
    _ readings: [Reading], _ definitions: [IndicatorDefinition]
  ) -> Bool {
    let base = definitions[readings[0].indicator]
    guard readings[0].isDenominator else { return false }
    var met: Set<Tally.Category> = []
    var source: String?
    for part in readings.dropFirst() {
      let own = definitions[part.indicator]
      let isShare = !part.isDenominator && part.isTakenOff && own.method == .wilson
      guard isShare, own.denominatorSource == base.denominatorSource,
        own.denominatorSelection == base.denominatorSelection,
        source == nil || source == own.source, met.isDisjoint(with: own.selection)
      else { return false }
      met.formUnion(own.selection)
      source = own.source
    }
    return true
  }
}

extension Clue.Reading {
  fileprivate var takenOff: Self {
    Self(indicator: indicator, isDenominator: isDenominator, isTakenOff: true)
  }

  fileprivate func source(_ definitions: [IndicatorDefinition]) -> String {
    let definition = definitions[indicator]
    return isDenominator ? definition.denominatorSource ?? "" : definition.source
  }

  fileprivate func labels(_ definitions: [IndicatorDefinition]) -> [Tally.Category] {
    isDenominator
      ? definitions[indicator].denominatorSelection : definitions[indicator].selection
  }

  fileprivate func number(in row: Release.Row) -> Int? {
    let figure = row.figures[indicator]
    if isDenominator { return figure.denominator.flatMap { Int(exactly: $0) } }
    return figure.status == .notApplicable ? 0 : figure.count
  }
}
