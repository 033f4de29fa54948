internal import Diagnostics
internal import Files
internal import Keeping

/// What a data-protection officer files: when what was deleted, by which marks it can be told from
/// other files, and what the deletion does not reach.
///
/// - Confidential: no
struct ErasureCertificate {
  private let report: PurgeReport

  init(_ report: PurgeReport) { self.report = report }

  /// Both forms, to appear under names that nothing has yet.
  func stage(in folder: String) throws(Problem) -> [StagedFile] {
    let stem = freeStem(in: folder)
    let content = json.description + "\n"
    let machine = try StagedFile(for: FilePath.join(folder, stem + ".json"))
    try machine.write(content)
    let people = try StagedFile(for: FilePath.join(folder, stem + ".txt"))
    try people.write(text + seal(of: content, named: stem + ".json"))
    return [machine, people]
  }

  /// Two purges of one day have a certificate each.
  private func freeStem(in folder: String) -> String {
    let first = "effacement-\(report.day)"
    var stem = first
    var number = 1
    while FilePath.exists(FilePath.join(folder, stem + ".json")) {
      number += 1
      stem = "\(first)-\(number)"
    }
    return stem
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

  private var text: String {
    let head = [
      "CERTIFICAT D’EFFACEMENT", "",
      "Campagne : \(report.campaign.name)", "Propriétaire des données : \(agreement.owner)",
      "Détenteur : \(agreement.holder)",
      "Conservation convenue : \(agreement.retentionText ?? "non précisée")",
      "Date de l’effacement : \(report.day)",
    ]
    return
      (head + section("Fichiers effacés", report.erasure?.erased ?? [])
      + section("Fichiers qui n’ont pas pu être effacés", report.erasure?.remaining ?? [])
      + section("Fichiers dont la conservation court encore", report.plan.kept)
      + section("Fichiers reçus du partenaire, laissés en place", report.plan.listed)
      + ["", "Ce que cet effacement n’atteint pas :"] + Self.limits.map { "- \($0)" } + [""])
      .joined(separator: "\n")
  }

  private func section(_ title: String, _ files: [ConfidentialFile]) -> [String] {
    if files.isEmpty { return [] }
    return ["", "\(title) (\(files.count)) :"]
      + files.flatMap { file in
        [
          "- \(file.line), écrit le \(Calendar.day(of: file.written))",
          "  \(file.mark.map { "HMAC-SHA-256 \($0.hexadecimal)" } ?? "sans empreinte")",
        ]
      }
  }

  private func seal(of content: String, named name: String) -> String {
    let hash = ContentHash(of: Array(content.utf8)).hexadecimal
    return "\nSHA-256 de \(name) : \(hash)\n"
  }

  private static let limits = [
    "sauvegardes, copies instantanées et versions gardées par le système de fichiers ou le disque ;",
    "résultats ligne par ligne demandés à « maille locate » ou « maille geocode », que la campagne "
      + "ne connaît pas ;",
    "empreintes : calculées avec la clé de la campagne ; celles d’un manifeste portent les mêmes.",
  ]
}
