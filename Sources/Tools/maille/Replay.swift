internal import ArgumentParser
internal import Campaigns
internal import Diagnostics
internal import References
internal import Replays

/// `maille replay`: last year's campaign on this year's files.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract:
      "Rejoue la campagne de l’an dernier sur les fichiers de cette année (alias : rejouer).",
    discussion: """
      Un dossier par année : 2025/campagne.yml a été produite ; 2026/recu contient les fichiers reçus, \
      2026/references les données publiques qui ne sont pas dans la bibliothèque. La commande écrit \
      2026/campagne.yml, commentée de ce qui change, puis la produit.
      """,
    aliases: ["rejouer"])

  @Option(help: "Le dossier de l’an dernier, qui contient campagne.yml.")
  var from: String

  @Option(help: "Le dossier de cette année, qui contient recu.")
  var to: String

  @Option(help: "Les nouvelles dates de la convention : 2026-01-01..2026-12-31.")
  var valid: String?

  @Option(help: "La nouvelle fenêtre de collecte : 2026-06-01..2026-09-30.")
  var collection: String?

  @Option(help: "La situation que décrit une source : c2s=2026-12-31 ; peut être répété.")
  var referenceDate: [String] = []

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Dire ce qui changerait, ne rien écrire.")
  var dryRun = false

  func run() throws {
    var request = ReplayRequest(from: from, to: to, library: library.folder)
    try request.setValid(valid)
    try request.setCollection(collection)
    try request.setReferenceDates(referenceDate)
    let replay = try Replay(request)
    if dryRun || replay.problems.firstStop != nil {
      return try output.give(replay.summary, replay.json, problems: replay.problems)
    }
    // every option of `maille run` at its default, whatever they are
    let run = try Run.parse(["--format", output.format.rawValue, "--", request.newCampaign])
    if output.isJSON { return try giveBoth(replay, run) }
    Console.tell(replay.problems.description)
    try replay.write()
    Console.give(replay.summary)
    try run.run()
  }

  /// One document for scripts: what was written, and what running it gave.
  private func giveBoth(_ replay: Replay, _ run: Run) throws {
    try replay.write()
    let (report, stop) = try run.outcome()
    let whole = stop.map(report.stopped) ?? report
    Console.give(
      JSONValue.object([("replay", replay.json), ("run", whole.json)]).description)
    if let stop {
      Console.tell(whole.problems.description)
      throw stop.outcome
    }
  }
}
