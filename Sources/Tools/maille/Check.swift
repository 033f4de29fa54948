internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille check`: what a file holds, or whether a campaign can run; writes nothing but a campaign.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Contrôle une campagne ou un fichier, ou l’écrit en campagne (alias : controler).",
    aliases: ["controler"])

  @Argument(help: "Un fichier de campagne (.yml) ou un fichier de données.")
  var file: String

  @Option(help: "La feuille du classeur, s’il en a plusieurs.")
  var sheet: String?

  @Option(help: "La ligne des noms de colonnes, si elle n’est pas reconnue.")
  var headerLine: Int?

  @Option(help: "Le fichier de campagne à écrire d’après ce qui est reconnu.")
  var write: String?

  @Flag(name: [.long, .customLong("a-blanc")], help: "Montrer la campagne, ne pas l’écrire.")
  var dryRun = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    if CampaignReader.looksLikeCampaign(file) {
      let (campaign, problems) = try CampaignReader.read(file)
      Console.tell(problems.description)
      guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
      let check = CampaignCheck(of: campaign, progress: output.progress)
      if !output.isJSON { Console.tell(check.problems.description) }
      Console.give(output.isJSON ? check.json.description : check.text)
      if let failure = check.failure { throw failure.outcome }
    } else {
      let recognition = try FileRecognition(of: file, sheet: sheet, headerLine: headerLine)
      if !output.isJSON { Console.tell(recognition.problems.description) }
      let draft = write.map { CampaignDraft(recognition, for: $0) }
      if !dryRun { try draft?.write() }
      let blocks = draft?.blocks ?? recognition.blocks
      Console.give(
        output.isJSON
          ? recognition.json(blocks: blocks).description : recognition.page(blocks: blocks))
      if let draft, let write, !output.isJSON {
        Console.give(dryRun ? draft.text : "écrit : \(write)")
      }
      if let outcome = blocks.outcome { throw outcome }
    }
  }
}
