internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille withdraw`: a source is taken back, with everything that was made from it.
struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Retire une source et tout ce qui en vient, reproduit le reste (alias : retirer).",
    aliases: ["retirer"])

  @Argument(help: "Le fichier de campagne (YAML).")
  var campaign: String

  @Option(help: "L’identifiant de la source.")
  var source: String

  @OptionGroup var output: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Dire ce qui serait retiré, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let (campaign, problems) = try CampaignReader.read(campaign)
    Console.tell(problems.description)
    guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
    let job = try WithdrawJob(campaign, source: source, at: RunMoment.now)
    let report = dryRun ? try job.rehearse() : try job.run(progress: output.progress)
    if !output.isJSON { Console.tell(report.problems.description) }
    Console.give(output.isJSON ? report.json.description : report.text)
    if let stop = report.problems.firstStop { throw stop.outcome }
  }
}
