import Audit
import TestSupport

/// One folder of the published cases: cells, sums and derived figures as a system.
struct PublishedCase {
  var system = LinearSystem()
  private(set) var indexOf: [String: Int] = [:]
  private(set) var truths: [String: Int] = [:]
  private(set) var withheld: [String] = []

  init(_ name: String, zerosAreHidden: Bool = true) {
    let folder = "disclosure/\(name)/"
    for row in PublishedTable(folder + "cells.csv").rows {
      let value = row["published"].flatMap { Int($0) }
      let audited = value == nil
      let index = system.add(
        row["cell"] ?? "", role: audited ? .withheld : .plain,
        from: value ?? row["lo"].flatMap { Int($0) } ?? (zerosAreHidden ? 0 : 1),
        to: value ?? row["hi"].flatMap { Int($0) } ?? LinearSystem.box)
      indexOf[row["cell"] ?? ""] = index
      truths[row["cell"] ?? ""] = row["true"].flatMap { Int($0) }
      if audited { withheld.append(row["cell"] ?? "") }
    }
    relate(PublishedTable(folder + "relations.csv"))
    for row in PublishedTable(folder + "derived.csv").rows { derive(row) }
  }

  private mutating func index(_ name: String) -> Int {
    if let index = indexOf[name] { return index }
    let index = system.add(name)
    indexOf[name] = index
    return index
  }

  private mutating func relate(_ file: PublishedTable) {
    for row in file.rows {
      if let equation = row["equation"] { relate(equation) }
    }
    var sums: [String: [LinearSystem.Term]] = [:]
    var order: [String] = []
    for row in file.rows {
      guard let relation = row["relation"], let cell = row["cell"] else { continue }
      if sums[relation] == nil { order.append(relation) }
      let times = row["coef"].flatMap { Int($0) } ?? 1
      sums[relation, default: []].append(.init(index(cell), times: times))
    }
    for relation in order {
      var terms = sums[relation] ?? []
      if let total = indexOf[relation], !terms.contains(where: { $0.cell == total }) {
        terms.append(.init(total, times: -1))
      }
      system.relate(terms, is: 0)
    }
  }

  private mutating func relate(_ equation: String) {
    var terms: [LinearSystem.Term] = []
    var constant = 0
    for (side, sign) in zip(equation.split(separator: "="), [1, -1]) {
      for word in side.split(separator: "+") {
        let name = word.filter { !" []".contains($0) }
        if indexOf[String(name)] == nil, let number = Int(name) {
          constant -= sign * number
        } else {
          terms.append(.init(index(String(name)), times: sign))
        }
      }
    }
    system.relate(terms, is: constant)
  }

  private mutating func derive(_ row: [String: String]) {
    let printed = row["value"] ?? "0"
    let decimals =
      row["decimals"].flatMap { Int($0) }
      ?? (printed.contains(".") ? printed.split(separator: ".")[1].count : 0)
    let number = Double(printed) ?? 0
    let factor = row["factor"].flatMap { Double($0) } ?? 100
    let cell = index(row["num"] ?? "")
    let kind = row["kind"] ?? ""
    if let kind = DerivedFigure.Kind(rawValue: kind), let base = Double(row["den"] ?? "") {
      let figure = DerivedFigure(kind, printed: number, decimals: decimals, factor: factor)
      if let range = figure.counts(over: base) {
        system.narrow(cell, from: range.lowerBound, to: range.upperBound)
      }
    } else {
      let scale = (0..<decimals).reduce(2) { power, _ in power * 10 }
      let doubled = Int((number * Double(scale)).rounded())
      let base = index(row["den"] ?? "")
      let times = scale * Int(factor)
      system.relate([.init(cell, times: times), .init(base, times: 1 - doubled)], from: 0, to: nil)
      system.relate(
        [.init(cell, times: times), .init(base, times: -1 - doubled)], from: nil, to: 0)
    }
  }
}
