internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille schema`: the JSON Schema of campaign files, for editors.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Donne le schéma JSON des fichiers de campagne, pour l’éditeur (alias : schema-json).",
    aliases: ["schema-json"])

  func run() { Console.give(CampaignSchema.json.description) }
}
