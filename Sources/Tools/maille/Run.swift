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

  @Flag(
    name: [.long, .customLong("reprendre")],
    help: "Reprendre une production interrompue là où elle en était.")
  var resume = false

  @Flag(
    name: [.long, .customLong("sans-cache")],
    help: "Relire toutes les lignes, ne rien garder d’une production à l’autre.")
  var noCache = false

  @Flag(name: [.long, .customLong("a-blanc")], help: "Tout calculer, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let outcome = try outcome()
    if let problem = outcome.stop {
      output.explain(outcome.report, stoppedBy: problem)
      throw problem.outcome
    }
    output.give(outcome.report)
  }

  /// What the run gives, or what it had found when it stopped and why.
  func outcome() throws -> (report: RunReport, stop: Problem?) {
    let (campaign, problems) = try CampaignReader.read(campaign)
    Console.tell(problems.description)
    guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
    let memory: RunMemory = noCache ? .none : resume ? .resumed : .kept
    var run = CampaignRun(campaign, memory: memory, progress: output.progress)
    do {
      return (dryRun ? try run.rehearse() : try run.publish(at: RunMoment.now), nil)
    } catch {
      return (run.findings, error)
    }
  }
}
