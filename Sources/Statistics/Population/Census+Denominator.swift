public import Diagnostics
internal import Territory

extension Census {
  /// The sum of some columns, per IRIS.
  ///
  /// - Parameters:
  ///   - columns: as the user typed them, at least one; the case of letters does not count
  /// - Returns: no value for the IRIS where one of the columns has none
  /// - Throws: `population.unknown-column` with the nearest name, `population.mixed-surveys`,
  ///   `population.mixed-vintages`, `population.repeated-column`, all with outcome `usage`
  /// - Exactness: doubles added in the order of `columns`
  public func denominator(columns names: [String]) throws(Problem) -> Denominator {
    precondition(!names.isEmpty, "at least one column")
    var indices: [Int] = []
    for name in names {
      let index = try index(of: name)
      if indices.contains(index) { throw Wording.repeatedColumn(path, columns[index]) }
      indices.append(index)
    }
    let chosen = indices.map { columns[$0] }
    try checkAddable(chosen)
    let year = chosen.lazy.compactMap { CensusColumn($0)?.year }.first ?? vintage.year
    return Denominator(
      vintage: CensusVintage(year: year), columns: chosen,
      label: chosen.map { labels[$0] ?? $0 }.joined(separator: " + "), values: sums(of: indices))
  }

  private func index(of name: String) throws(Problem) -> Int {
    if let exact = columns.firstIndex(of: name) { return exact }
    let alike = columns.indices.filter { columns[$0].lowercased() == name.lowercased() }
    if alike.count == 1 { return alike[0] }
    throw Wording.unknownColumn(path, name, among: columns)
  }

  /// Figures of two surveys or two years do not add up to a population.
  private func checkAddable(_ names: [String]) throws(Problem) {
    let kinds = names.compactMap { CensusColumn($0) }
    if Set(kinds.map(\.year)).count > 1 { throw Wording.mixedVintages(path, names) }
    if Set(kinds.map(\.survey)).count > 1 { throw Wording.mixedSurveys(path, names) }
  }

  private func sums(of indices: [Int]) -> [Iris: Double] {
    var sums: [Iris: Double] = [:]
    sums.reserveCapacity(irises.count)
    for (row, iris) in irises.enumerated() {
      let sum = indices.reduce(0.0) { $0 + values[$1][row] }
      if !sum.isNaN { sums[iris] = sum }
    }
    return sums
  }
}
