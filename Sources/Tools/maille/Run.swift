internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille run`: a campaign, from its files to its outputs.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Produit les indicateurs d’une campagne (alias : produire).",
    aliases: ["produire"])

  @Argument(help: "Le fichier de campagne (YAML).")
  var campaign: String

  @OptionGroup var output: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Tout calculer, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let (campaign, problems) = try CampaignReader.read(campaign)
    Console.tell(problems.description)
    guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
    var run = CampaignRun(campaign, progress: output.progress)
    do {
      let report = dryRun ? try run.rehearse() : try run.publish(at: RunMoment.now)
      output.give(report)
    } catch {
      output.explain(run.findings, stoppedBy: error)
      throw error.outcome
    }
  }
}
