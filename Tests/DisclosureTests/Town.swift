import Population
import Rates
import Territory

/// A commune made for a test: a few IRIS with numbers, and what is at no IRIS.
struct Town {
  let commune: Commune
  let irises: [Iris]

  init(irises count: Int, commune code: String = "21231") throws {
    guard let commune = Commune(code) else { throw Malformed() }
    self.commune = commune
    irises = (1...max(1, count)).compactMap { number in
      Iris(code + String(repeating: "0", count: 4 - "\(number)".count) + "\(number)")
    }
  }

  struct Malformed: Error {}

  /// Rows of a table, the unlocated last.
  var zones: [Zone] { irises.map(Zone.iris) + [.unlocated(commune)] }

  /// - Parameters:
  ///   - rows: one for each zone · counts by label, in the order of the labels
  func tally(_ rows: [[Count]], labels: [String] = ["tous"]) -> Tally {
    var tally = Tally(unit: .count, dimensions: ["classe"])
    for (zone, counts) in zip(zones, rows) {
      for (label, count) in zip(labels, counts) {
        tally.add(count, at: zone.placement, category: .init([label]))
      }
    }
    return tally
  }

  /// A plain count of some labels.
  func table(
    _ tally: Tally, id: String = "n", source: String = "cpam", of labels: Set<String>? = nil,
    totals: [Commune: Count]? = nil
  ) -> IndicatorTable {
    IndicatorTable.make(
      definition: definition(id, source: source), numerator: tally,
      where: { labels?.contains($0.labels[0]) ?? true }, irises: irises, totals: totals
    ).0
  }

  /// A share of the census, or a rate of events over it.
  func table(
    _ tally: Tally, id: String = "n", source: String = "cpam", population: [Double],
    method: Rate.Method = .wilson, of labels: Set<String>? = nil
  ) -> IndicatorTable {
    let values = Dictionary(uniqueKeysWithValues: zip(irises, population))
    let census = Denominator(
      vintage: CensusVintage(year: 2022), columns: ["P22_POP"], label: "Population", values: values)
    return IndicatorTable.make(
      definition: definition(id, source: source, method: method), numerator: tally,
      where: { labels?.contains($0.labels[0]) ?? true }, denominator: .population(census),
      irises: irises
    ).0
  }

  /// A share of another source.
  func table(
    _ tally: Tally, id: String = "n", source: String = "cpam", over base: Tally,
    from baseSource: String = "regime"
  ) -> IndicatorTable {
    IndicatorTable.make(
      definition: definition(id, source: source, base: baseSource, method: .wilson),
      numerator: tally, denominator: .tally(base, where: { _ in true }), irises: irises
    ).0
  }

  private func definition(
    _ id: String, source: String, base: String? = nil, method: Rate.Method? = nil
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: id, title: id, source: source, unit: .person, numeratorVintage: "2025",
      denominatorLabel: "Population", denominatorVintage: "RP2022", denominatorSource: base,
      per: 100, method: method)
  }
}

extension Zone {
  var placement: Placement {
    switch self {
    case .iris(let iris): .iris(iris)
    case .unlocated(let commune), .commune(let commune): .commune(commune)
    }
  }
}

/// Every way to give values to IRIS, whatever their order, and to the unlocated row.
func everyTown<Value>(_ values: [Value], irises: Int) -> [[Value]] {
  func bags(from start: Int, _ places: Int) -> [[Value]] {
    guard places > 0 else { return [[]] }
    return (start..<values.count).flatMap { index in
      bags(from: index, places - 1).map { [values[index]] + $0 }
    }
  }
  return bags(from: 0, irises).flatMap { bag in values.map { bag + [$0] } }
}

/// Every way to share a number between places that hold at least so many each.
func everySplit(of number: Int, into places: Int, atLeast least: Int) -> [[Int]] {
  guard places > 1 else { return places == 1 && number >= least ? [[number]] : [] }
  let most = number - least * (places - 1)
  guard most >= least else { return [] }
  return (least...most).flatMap { first in
    everySplit(of: number - first, into: places - 1, atLeast: least).map { [first] + $0 }
  }
}
