internal import ArgumentParser
internal import Campaigns
internal import Diagnostics
internal import Files

/// `maille cost`: what the protection of a campaign takes away, and would after a change.
struct Cost: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Dit ce que coûte le secret statistique d’une campagne, sans rien écrire (alias : cout).",
    aliases: ["cout"])

  @Argument(help: "Le fichier de campagne (YAML).")
  var campaign: String

  @Option(
    name: .customLong("what-if"),
    help: "Un changement à peser : threshold=6, merge=CODE+CODE, drop=age (répétable).")
  var changes: [String] = []

  @Flag(help: "Dire aussi ce que chaque indicateur et chaque croisement coûte aux autres.")
  var each = false

  @Option(help: "Où écrire le journal confidentiel : retenues primaires et secondaires à part.")
  var journal: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (campaign, problems) = try CampaignReader.read(campaign)
    Console.tell(problems.description)
    guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
    let job = try CostJob(campaign, changes: changes, isDetailed: each)
    let report = try job.report(progress: output.progress)
    if let journal {
      try StagedFile.publish(Array(report.journal.utf8), to: journal, isConfidential: true)
    }
    Console.give(output.isJSON ? report.json.description : report.text)
  }
}
