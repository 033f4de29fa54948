internal import ArgumentParser
internal import Campaigns
internal import Diagnostics
internal import Stages

/// `maille publish`: the commented figures go to an audience.
struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publie pour un public les chiffres commentés par le groupe (alias : publier).",
    aliases: ["publier"])

  @Argument(help: "Le fichier de campagne (YAML).")
  var campaign: String

  @Option(
    name: [.long, .customLong("compte-rendu")],
    help:
      "Le compte rendu de l’analyse partagée, sous toute forme ; seule son empreinte est gardée.")
  var minutes: String

  @Option(help: "Pour qui : group (groupe), partners (partenaires) ou public.")
  fileprivate var audience: AudienceName

  @Option(help: "La référence de l’accord du propriétaire, pour public.")
  var accord: String?

  @OptionGroup var output: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Dire si c’est permis, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let (campaign, problems) = try CampaignReader.read(campaign)
    Console.tell(problems.description)
    guard let campaign else { throw problems.firstStop?.outcome ?? .usage }
    let job = PublishJob(
      campaign, for: audience.audience, minutes: minutes, accord: accord, at: RunMoment.now)
    try output.give(dryRun ? job.rehearse() : job.run(progress: output.progress))
  }
}

/// An audience as a user names it, in English or in French.
private enum AudienceName: String, ExpressibleByArgument, CaseIterable {
  case group, groupe, partners, partenaires, `public`

  var audience: Audience {
    switch self {
    case .group, .groupe: .group
    case .partners, .partenaires: .partners
    case .public: .public
    }
  }
}
