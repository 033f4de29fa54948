public import Diagnostics
internal import Files
internal import Keeping

/// What a withdrawal did, or would do.
///
/// - Confidential: no
public struct WithdrawReport: Sendable {
  let campaign: Campaign
  let source: String
  let day: String
  let plan: WithdrawPlan
  /// `nil` after a rehearsal.
  var erasure: Erasure?
  /// The version of the rest; `nil` when there is none.
  public internal(set) var version: String?
  /// Paths of the certificate.
  public internal(set) var certificate: [String] = []

  init(_ campaign: Campaign, source: String, on day: String, plan: WithdrawPlan) {
    self.campaign = campaign
    self.source = source
    self.day = day
    self.plan = plan
  }

  /// What could not be deleted.
  public var problems: ProblemLog { erasure?.problems ?? ProblemLog() }

  /// The summary in French.
  public var text: String {
    let verb = erasure == nil ? "à retirer" : "retirés"
    var lines = [
      "\(campaign.name), source \(source) : \(plan.versions.count) versions, "
        + "\(plan.releases.count) diffusions gardées, \(plan.tallies.count) effectifs \(verb)"
    ]
    lines += plan.versions.map { "  version \($0), avec son atlas" }
    lines += (plan.releases + plan.tallies.map(\.path)).map { "  \($0)" }
    lines += plan.ledger.map { "  registre \($0) : laissé, ses chiffres sont déjà remis" }
    if !plan.ledger.isEmpty { lines.append(Self.ledgerAdvice) }
    if let version { lines.append("le reste est reproduit : version \(version)") }
    if !certificate.isEmpty {
      lines.append("certificat : \(certificate.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  /// What to do about figures that were handed out.
  static let ledgerAdvice =
    "  que faire du registre : prévenir qui a reçu ces diffusions, et garder le registre, sans lequel "
    + "les suivantes ne seraient plus protégées avec elles ; si le propriétaire demande aussi leur "
    + "effacement, supprimer ces dossiers et ne plus rien diffuser de cette source"

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("campaign", .text(campaign.name)), ("source", .text(source)), ("date", .text(day)),
      ("done", .boolean(erasure != nil)),
      ("versions", .array(plan.versions.map(JSONValue.text))),
      ("releases", .array(plan.releases.map { .text(FilePath.name(of: $0)) })),
      ("tallies", .array(plan.tallies.map(\.json))),
      ("ledger", .array(plan.ledger.map { .text(FilePath.name(of: $0)) })),
      ("reissued", JSONValue(version)),
      ("certificate", .array(certificate.map(JSONValue.text))), ("problems", problems.json),
    ])
  }
}
