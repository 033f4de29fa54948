internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille purge`: the end of the rows, with a certificate.
struct Purge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Efface ce qui vient des lignes une fois la conservation échue, avec certificat (alias : purger).",
    aliases: ["purger"])

  @Argument(help: "Le fichier de campagne (YAML).")
  var campaign: String

  @Flag(
    name: [.long, .customLong("maintenant")], help: "Effacer sans attendre la fin de conservation.")
  var now = false

  @Flag(
    name: [.long, .customLong("recus")], help: "Effacer aussi les fichiers reçus du partenaire.")
  var received = false

  @OptionGroup var output: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Dire ce qui serait effacé, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let (campaign, problems) = try CampaignReader.read(campaign)
    Console.tell(problems.description)
    guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
    let job = try PurgeJob(
      campaign, at: RunMoment.now, isAtOnce: now, takesReceived: received)
    let report = dryRun ? try job.rehearse() : try job.run()
    if !output.isJSON { Console.tell(report.problems.description) }
    Console.give(output.isJSON ? report.json.description : report.text)
    if let stop = report.problems.firstStop { throw stop.outcome }
  }
}
