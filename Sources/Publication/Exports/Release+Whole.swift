package import Disclosure
internal import Rates

extension Release {
  /// The rate of all communes together; `nil` where one of them is not shown.
  ///
  /// - Parameters:
  ///   - index: of an indicator that is a rate
  package func wholeRate(of index: Int) -> Double? {
    let communes = rows.filter { if case .commune = $0.zone { true } else { false } }
    let shown = communes.compactMap { $0.figures[index].shown }
    let population = shown.reduce(0) { $0 + $1.population }
    guard shown.count == communes.count, population > 0 else { return nil }
    return Double(shown.reduce(0) { $0 + $1.count }) / population * indicators[index].per
  }
}
