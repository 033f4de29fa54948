internal import Diagnostics
internal import Files
internal import Keeping
internal import Stages

/// What a data-protection officer files: when what was deleted, by which marks it can be told from
/// other files, and what the deletion does not reach.
///
/// - Confidential: no
struct ErasureCertificate {
  private let report: PurgeReport

  init(_ report: PurgeReport) { self.report = report }

  /// Both forms, complete but without their names.
  func stage(in folder: String, as stem: String) throws(Problem) -> [StagedFile] {
    try CertificatePair(json: json, text: text).stage(in: folder, as: stem)
  }

  private var agreement: Campaign.Agreement { report.campaign.agreement }

  private var json: JSONValue {
    .object([
      ("type", .text("certificat d’effacement")), ("campaign", .text(report.campaign.name)),
      ("owner", .text(agreement.owner)), ("holder", .text(agreement.holder)),
      ("retention", JSONValue(agreement.retentionText)), ("date", .text(report.day)),
      ("erased", .array((report.erasure?.erased ?? []).map(\.json))),
      ("not_erased", .array((report.erasure?.remaining ?? []).map(\.json))),
      ("kept", .array(report.plan.kept.map(\.json))),
      ("received_left", .array(report.plan.listed.map(\.json))),
      ("not_reached", .array(Self.limits.map(JSONValue.text))),
    ])
  }

  private var text: [String] {
    let head: [String] = [
      "CERTIFICAT D’EFFACEMENT", "",
      "Campagne : \(report.campaign.name)", "Propriétaire des données : \(agreement.owner)",
      "Détenteur : \(agreement.holder)",
      "Conservation convenue : \(agreement.retentionText ?? "non précisée")",
      "Date de l’effacement : \(report.day)",
    ]
    let parts: [[String]] = [
      head, section("Fichiers effacés", report.erasure?.erased ?? []),
      section("Fichiers qui n’ont pas pu être effacés", report.erasure?.remaining ?? []),
      section("Fichiers dont la conservation court encore", report.plan.kept),
      section("Fichiers reçus du partenaire, laissés en place", report.plan.listed),
      ["", "Empreintes : faites avec la clé de la campagne, comme celles des manifestes."],
      ["", "Ce que cet effacement n’atteint pas :"], Self.limits.map { "- \($0)" },
    ]
    return parts.flatMap { $0 }
  }

  private func section(_ title: String, _ files: [ConfidentialFile]) -> [String] {
    if files.isEmpty { return [] }
    return ["", "\(title) (\(files.count)) :"]
      + files.flatMap { file in
        [
          "- \(file.line), écrit le \(Moment(seconds: file.written).day.text)",
          "  \(file.mark.map { "HMAC-SHA-256 \($0.hexadecimal)" } ?? "sans empreinte")",
        ]
      }
  }

  private static let limits = [
    "sauvegardes, copies instantanées et versions gardées par le système de fichiers ou le disque ;",
    "résultats ligne par ligne demandés à « maille locate » ou « maille geocode », que la campagne "
      + "ne connaît pas.",
  ]
}
