public import Diagnostics
internal import Trials

extension SelfTestJob.Outcome {
  /// A line for each class, then the whole.
  public var text: String {
    let header = Self.line(
      "défaut", ["essais", "justes", "faux", "muets", "rappel % [95 %]", "précision % [95 %]"])
    let totals = [
      "IRIS donné : \(Self.percent(table.placed)) des essais qui ont un lieu",
      "IRIS faux alors que certain : \(table.wrongWhileCertain.hits) sur \(table.wrongWhileCertain.total)"
        + " soit \(Self.percent(table.wrongWhileCertain))",
      "seuls les essais décidables sont jugés : ceux qu’une autre voie de la base n’explique pas aussi bien",
    ]
    return ([header] + table.rows.map(Self.line) + totals).joined(separator: "\n")
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("classes", .array(table.rows.map(Self.json))), ("placed", .number(table.placed.share)),
      ("certain", .integer(table.wrongWhileCertain.total)),
      ("wrong_while_certain", .integer(table.wrongWhileCertain.hits)), ("problems", problems.json),
    ])
  }

  private static func line(_ row: TrialTable.Row) -> String {
    let counts = Judgement.Finding.allCases.map { String(row.findings[$0, default: 0]) }
    return line(
      row.blemish.label,
      [String(row.decidable)] + counts + [percent(row.recall), percent(row.precision)])
  }

  private static func json(_ row: TrialTable.Row) -> JSONValue {
    let counts = Judgement.Finding.allCases.map {
      ($0.rawValue, JSONValue.integer(row.findings[$0, default: 0]))
    }
    return .object(
      [("class", .text(row.blemish.rawValue)), ("decidable", .integer(row.decidable))] + counts + [
        ("recall", .number(row.recall.share)), ("precision", .number(row.precision.share)),
      ])
  }

  private static func percent(_ part: Proportion) -> String {
    guard part.total > 0 else { return "—" }
    func text(_ share: Double) -> String { FrenchNumber.decimal(share * 100, decimals: 1) }
    let interval = part.interval95
    return "\(text(part.share)) [\(text(interval.lower)) ; \(text(interval.upper))]"
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    let start = name + String(repeating: " ", count: max(1, 30 - name.count))
    let widths = [7, 7, 6, 6, 22, 22]
    return start
      + zip(cells, widths).map { cell, width in
        String(repeating: " ", count: max(1, width - cell.count)) + cell
      }.joined()
  }
}
