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
    let pair = CertificatePair(
      stem: "retrait-\(report.source)-\(report.day)", json: report.json, text: text)
    let files = try pair.stage(in: folder)
    try StagedFile.publish(files)
    return files.map(\.destination)
  }

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
      "", "Ce que ce retrait n’atteint pas :",
      "- les exemplaires déjà remis ; le journal dit quelles versions l’ont été ;",
      "- le registre des diffusions : ses chiffres, publics, restent nécessaires pour protéger les suivantes ;",
      "- le fichier reçu du partenaire : « maille purge --recus » l’efface ;",
      "- sauvegardes et copies instantanées.",
    ]
  }
}
