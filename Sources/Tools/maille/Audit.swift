internal import ArgumentParser
internal import Audit
internal import Campaigns
internal import Diagnostics
internal import Files

/// `maille audit`: what somebody who has only the written files can work out.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Attaque une diffusion d’après ses seuls fichiers et la certifie (alias : auditer).",
    aliases: ["auditer"])

  @Argument(help: "Le dossier de la diffusion.")
  var folder: String

  @Option(help: "Le dossier des diffusions antérieures, une par sous-dossier.")
  var ledger: String?

  @Option(help: "Le seuil, si les fichiers ne le disent pas.")
  var threshold: Int?

  @Option(name: [.short, .long], help: "Le dossier où écrire le certificat (.json et .txt).")
  var output: String?

  @Option(
    help: "Le fichier où écrire le programme linéaire (CPLEX LP), pour le résoudre sans Maille.")
  var model: String?

  @OptionGroup var report: OutputOptions

  func run() throws {
    let job = try AuditJob(folder: folder, ledger: ledger, threshold: threshold)
    let certificate = try job.certificate(progress: report.progress)
    if let output { try StagedFile.publish(AuditJob.stage(certificate, in: output)) }
    if let model { try StagedFile.publish([job.stageModel(at: model)]) }
    if !report.isJSON { Console.tell(certificate.problems.description) }
    Console.give(report.isJSON ? certificate.json.description : certificate.text)
    if let stop = certificate.problems.firstStop { throw stop.outcome }
  }
}
