public import Diagnostics
internal import Files
internal import Keeping
internal import Stages

/// What a purge did, or would do.
///
/// - Confidential: no; paths, sizes and keyed marks
public struct PurgeReport: Sendable {
  let campaign: Campaign
  let day: String
  let plan: PurgePlan
  /// `nil` after a rehearsal.
  let erasure: Erasure?
  /// Paths of the certificate; empty when nothing was deleted.
  public internal(set) var certificate: [String] = []

  init(_ campaign: Campaign, on day: String, plan: PurgePlan, _ erasure: Erasure? = nil) {
    self.campaign = campaign
    self.day = day
    self.plan = plan
    self.erasure = erasure
  }

  /// What is wrong: files from the future, files that stayed.
  public var problems: ProblemLog { plan.problems.followed(by: erasure?.problems ?? ProblemLog()) }

  /// The summary in French.
  public var text: String {
    let verb = erasure == nil ? "à effacer" : "effacés"
    let gone = erasure?.erased ?? plan.due
    var lines = ["\(campaign.name) : \(gone.count) fichiers \(verb), \(plan.kept.count) gardés"]
    lines += gone.map { "  \(verb.dropLast(erasure == nil ? 0 : 1)) : \($0.line)" }
    lines += plan.kept.map { "  gardé \(until($0)) : \($0.line)" }
    lines += plan.listed.map { "  reçu, laissé en place (--recus pour l’effacer) : \($0.line)" }
    if !certificate.isEmpty {
      lines.append("certificat : \(certificate.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("campaign", .text(campaign.name)), ("date", .text(day)),
      ("erased", .array((erasure?.erased ?? []).map(\.json))),
      ("due", .array((erasure?.remaining ?? plan.due).map(\.json))),
      ("kept", .array(plan.kept.map(\.json))), ("received", .array(plan.listed.map(\.json))),
      ("certificate", .array(certificate.map(JSONValue.text))), ("problems", problems.json),
    ])
  }

  private func until(_ file: ConfidentialFile) -> String {
    guard let end = campaign.agreement.retention?.end(from: file.written) else { return "" }
    return "jusqu’au \(Moment(seconds: end).day.text)"
  }
}

extension ConfidentialFile {
  /// What it is and where, on a line.
  var line: String { "\(role.word), \(path), \(FrenchNumber.grouped(byteCount)) octets" }

  /// Everything that is known of it.
  var json: JSONValue {
    .object([
      ("role", .text(role.rawValue)), ("path", .text(path)), ("bytes", .integer(byteCount)),
      ("written", .text(Moment(seconds: written).day.text)),
      ("hmac_sha256", JSONValue(mark?.hexadecimal)),
    ])
  }
}

extension ConfidentialFile.Role {
  /// In French.
  var word: String {
    switch self {
    case .tally: "effectifs d’une source"
    case .checkpoint: "reprise d’une source"
    case .key: "clé de la campagne"
    case .received: "fichier reçu du partenaire"
    }
  }
}
