internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille submit`: the computed figures go to the shared-analysis group.
struct Submit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prépare le dossier du groupe d’analyse partagée (alias : soumettre).",
    aliases: ["soumettre"])

  @Argument(help: "Le fichier de campagne (YAML).")
  var campaign: String

  @OptionGroup var output: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Dire si c’est permis, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let (campaign, problems) = try CampaignReader.read(campaign)
    Console.tell(problems.description)
    guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
    let job = SubmitJob(campaign, at: RunMoment.now)
    try output.give(dryRun ? job.rehearse() : job.run(progress: output.progress))
  }
}
