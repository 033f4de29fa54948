internal import Diagnostics
internal import Geocoding
internal import Territory

/// How one address was found, step by step, for the person who typed it.
///
/// - Confidential: yes
struct Explanation {
  let answer: Answer
  let steps: [ExplainedStep]
  let base: AddressBase

  var text: String {
    let ladder = steps.enumerated().map {
      "\($0.offset + 1). \($0.element.name) : \($0.element.outcome)"
    }
    return (ladder + result).joined(separator: "\n")
  }

  private var result: [String] {
    let words = answer.level == .none ? AnswerText() : base.text(of: answer)
    var lines = ["→ \(answer.level.word) : \(words.label.isEmpty ? "rien" : words.label)"]
    lines.append(
      "  score \(FrenchNumber.decimal(answer.score, decimals: 3)), "
        + "suivant \(FrenchNumber.decimal(answer.scoreNext, decimals: 3))")
    if let position = answer.position {
      lines.append(
        "  \(FrenchNumber.decimal(position.longitude, decimals: 6)) E, "
          + "\(FrenchNumber.decimal(position.latitude, decimals: 6)) N")
    }
    lines.append(
      "  IRIS \(answer.iris.iris?.code ?? "—") : \(answer.iris.certainty.rawValue)\(shares)")
    if !answer.reasons.codes.isEmpty {
      lines.append("  motifs : \(answer.reasons.codes.joined(separator: ", "))")
    }
    return lines + proposals
  }

  private var shares: String {
    guard answer.iris.shares.count > 1 else { return "" }
    let words = answer.iris.shares.map {
      "\($0.iris.code) \(FrenchNumber.decimal($0.weight * 100, decimals: 1)) %"
    }
    return " (\(words.joined(separator: ", ")))"
  }

  private var proposals: [String] {
    answer.proposals.map { "  proposition : \(base.streetName($0.street))" }
  }
}
