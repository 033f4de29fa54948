internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille compare`: what moved between two years, and why.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explique ce qui a changé entre deux années (alias : comparer).",
    discussion: """
      Deux dossiers de diffusion : d’après les seuls fichiers publiés. Deux campagnes : un facteur \
      change à la fois ; le résultat est confidentiel.
      """,
    aliases: ["comparer"])

  @Argument(help: "La diffusion (dossier) ou la campagne (YAML) la plus ancienne.")
  var before: String

  @Argument(help: "La plus récente.")
  var after: String

  @Option(help: "La table de passage entre leurs éditions, pour deux diffusions.")
  var passage: String?

  @Option(name: [.short, .long], help: "Le dossier où écrire la comparaison (CSV et Markdown).")
  var output: String?

  @OptionGroup var report: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Tout calculer, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let job = try CompareJob(before: before, after: after, passage: passage)
    let outcome = try job.run(to: dryRun ? nil : output, progress: report.progress)
    if !report.isJSON { Console.tell(outcome.problems.description) }
    Console.give(report.isJSON ? outcome.json.description : outcome.text)
  }
}
