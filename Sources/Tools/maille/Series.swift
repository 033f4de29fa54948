internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille series`: several years' releases on one geography.
struct Series: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Met plusieurs diffusions sur la géographie de la dernière (alias : serie).",
    aliases: ["serie"])

  @Argument(help: "Les dossiers des diffusions, de la plus ancienne à la plus récente.")
  var folders: [String]

  @Option(help: "Une table de passage vers l’édition de la dernière ; peut être répété.")
  var passage: [String] = []

  @Option(name: [.short, .long], help: "La table à écrire.")
  var output = "serie.csv"

  @OptionGroup var report: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Tout calculer, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let job = try SeriesJob(folders: folders, passages: passage)
    let outcome = try job.run(to: dryRun ? nil : output)
    if !report.isJSON { Console.tell(outcome.problems.description) }
    Console.give(report.isJSON ? outcome.json.description : outcome.text)
  }
}
