internal import Diagnostics
internal import Files
internal import Keeping

/// What the owner of a source files: what was made from it and is no more, and what takes its place.
///
/// - Confidential: no
struct WithdrawCertificate {
  private let report: WithdrawReport

  init(_ report: WithdrawReport) { self.report = report }

  /// Writes both forms under names that nothing has yet.
  ///
  /// - Returns: the paths
  func write(in folder: String) throws(Problem) -> [String] {
    let stem = CertificatePair.freeStem(Self.stem(of: report.source) + report.day, in: folder)
    let files = try CertificatePair(json: report.json, text: text).stage(in: folder, as: stem)
    try StagedFile.publish(files)
    return files.map(\.destination)
  }

  /// Whether the withdrawal of a source was certified.
  static func isThere(for source: String, in folder: String) throws(Problem) -> Bool {
    try FilePath.names(in: folder).contains {
      $0.hasPrefix(stem(of: source)) && $0.hasSuffix(".txt")
    }
  }

  private static func stem(of source: String) -> String { "retrait-\(source)-" }

  private var text: [String] {
    let agreement = report.campaign.agreement
    return [
      "CERTIFICAT DE RETRAIT", "", "Campagne : \(report.campaign.name)",
      "Source retirée : \(report.source)", "Propriétaire des données : \(agreement.owner)",
      "Détenteur : \(agreement.holder)", "Date du retrait : \(report.day)", "",
      "Versions effacées, avec leurs fichiers et leur atlas (\(report.plan.versions.count)) :",
    ] + report.plan.versions.map { "- \($0)" } + [
      "", "Diffusions gardées effacées (\(report.plan.releases.count)) :",
    ] + report.plan.releases.map { "- \(FilePath.name(of: $0))" } + [
      "", "Effectifs gardés effacés (\(report.plan.tallies.count)) :",
    ] + report.plan.tallies.map { "- \($0.line)" } + [
      "",
      report.version.map { "Le reste est reproduit sans cette source : version \($0)." }
        ?? "Rien n’est reproduit.",
      "", "Diffusions du registre qui en viennent (\(report.plan.ledger.count)), laissées :",
    ] + report.plan.ledger.map { "- \(FilePath.name(of: $0))" }
      + (report.plan.ledger.isEmpty ? [] : [WithdrawReport.ledgerAdvice]) + [
        "", "Ce que ce retrait n’atteint pas :",
        "- les exemplaires déjà remis ; le journal dit quelles versions l’ont été ;",
        "- le fichier reçu du partenaire : « maille purge --recus » l’efface ;",
        "- sauvegardes et copies instantanées.",
      ]
  }
}
