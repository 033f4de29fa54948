internal import Diagnostics

extension Comparison {
  /// The whole comparison to read: the summary, then a table for each indicator.
  ///
  /// - Parameters:
  ///   - notes: said under the title, a paragraph each
  public func markdown(notes: [String] = []) -> String {
    let head = ["# Comparaison : \(before) → \(after)"] + notes + [Wording.method(factors)]
    let summary = text().split(separator: "\n").map { "- \($0)" }.joined(separator: "\n")
    return (head + [summary] + indicators.map(section)).joined(separator: "\n\n") + "\n"
  }

  private func section(of indicator: String) -> String {
    let names = ["zone", "avant", "après", "écart"] + factors.map(Wording.name) + ["lecture"]
    let head = ["## \(indicator)", "", Self.line(names), Self.line(names.map { _ in "---" })]
    let own = rows.filter { $0.indicator == indicator }
    return (head + own.map(line)).joined(separator: "\n")
  }

  private func line(_ row: Row) -> String {
    guard let chain = row.chain else {
      let blank = [String](repeating: "", count: factors.count + 3)
      return Self.line(
        [Wording.zone(row.zone)] + blank + [Wording.change(row.statusBefore, row.statusAfter)])
    }
    let levels = [chain.start, chain.end].map {
      FrenchNumber.decimal($0, decimals: chain.decimals)
    }
    let parts = factors.map { chain.units(of: $0).map(chain.signed) ?? "" }
    let reading = row.difference.map { $0.sentence(chain.decimals) } ?? ""
    let mark = row.origin == .estimated ? " (estimé)" : ""
    return Self.line(
      [Wording.zone(row.zone)] + levels + [chain.signed(chain.total)] + parts + [reading + mark])
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
