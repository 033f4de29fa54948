public import Diagnostics
public import Disclosure

/// What protection costs, for the group that weighs a threshold, a merger or a breakdown.
///
/// - Confidential: for the group; `journal` for the data's keeper only
public struct CostReport: Sendable {
  /// One question and what came of it.
  public struct Answer: Sendable {
    /// As typed.
    public let question: String
    /// `nil` where the release would be refused.
    public let cost: ProtectionCost?
    /// Why it would be.
    public let refusal: Problem?
    /// What it is compared with; `nil` for the release as it is.
    public var baseline: ProtectionCost?
  }

  /// The campaign's identifier.
  public let campaign: String
  /// The threshold as it is.
  public let threshold: Int
  /// As it is, primary and complementary apart.
  public let protection: ProtectionReport
  /// In the order asked.
  public let changes: [Answer]
  /// Without each dimension and each indicator.
  public let without: [Answer]

  /// As it is, for the group.
  public var cost: ProtectionCost { ProtectionCost(of: protection) }

  /// The answers in French: what is withheld, never for which of the two reasons.
  public var text: String {
    let head = [Wording.costHead(threshold, cost).text] + cost.sentences.map { "  " + $0.text }
    let asked = changes.flatMap { answer in
      [sentence(answer).text] + (answer.cost?.sentences ?? []).map { "  " + $0.text }
    }
    return (head + asked + without.map { sentence($0).text }).joined(separator: "\n")
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("campaign", .text(campaign)), ("threshold", .integer(threshold)), ("cost", cost.json),
      ("changes", .array(changes.map(\.json))), ("without", .array(without.map(\.json))),
    ])
  }

  /// Primary and complementary suppressions apart, as CSV: for the keeper of the data only.
  public var journal: String {
    let head = "indicateur;cellules;publiees;primaires;secondaires;non_transmises;sans_objet"
    let lines = protection.lines.map { line in
      let numbers = [
        line.cells, line.shown, line.primary, line.complementary, line.missing,
        line.notApplicable,
      ]
      return ([line.indicator] + numbers.map(String.init)).joined(separator: ";")
    }
    return ([head] + lines).map { $0 + "\r\n" }.joined()
  }

  private func sentence(_ answer: Answer) -> Prose {
    guard let changed = answer.cost else {
      return Wording.costRefused(answer.question, answer.refusal)
    }
    return Wording.costChanged(answer.question, changed, from: answer.baseline ?? cost)
  }
}

extension CostReport.Answer {
  fileprivate var json: JSONValue {
    .object([
      ("question", .text(question)), ("cost", cost?.json ?? .null),
      ("refusal", JSONValue(refusal?.code)),
    ])
  }
}

extension ProtectionCost {
  fileprivate var json: JSONValue {
    .object([
      ("withheld", .integer(withheld)), ("cells", .integer(cells)),
      (
        "indicators",
        .array(
          lines.map { line in
            .object([
              ("id", .text(line.indicator)), ("cells", .integer(line.cells)),
              ("withheld", .integer(line.withheld)),
              ("share_shown", line.shareShown.map(JSONValue.number) ?? .null),
            ])
          })
      ),
    ])
  }
}
