internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille request`: what to ask the partners for, and the empty tables to fill in.
struct Request: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Écrit la demande à envoyer aux partenaires, avec les modèles (alias : demande).",
    aliases: ["demande"])

  @Argument(help: "Le fichier de campagne (YAML).")
  var campaign: String

  @Option(name: [.short, .long], help: "Le dossier à écrire.")
  var output = "demande"

  @OptionGroup var report: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Montrer la demande, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let (campaign, problems) = try CampaignReader.read(campaign)
    Console.tell(problems.description)
    guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
    let form = OrderForm(campaign)
    let written = dryRun ? [] : try form.write(in: output)
    if report.isJSON { return Console.give(form.json(written: written).description) }
    if dryRun { return Console.give(form.text) }
    for path in written { Console.give("écrit : \(path)") }
  }
}
