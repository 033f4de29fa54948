internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille verify`: opens every file of a folder and says whether it may leave.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ouvre chaque fichier d’un dossier et contrôle ce qui en sort (alias : verifier).",
    aliases: ["verifier"])

  @Argument(help: "Le dossier écrit par maille run, ou un de ses fichiers.")
  var path: String

  @Option(help: "La mention à trouver ; par défaut celle qu’énoncent les tableaux.")
  var mention: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let report = try VerifyJob(path, mention: mention).run()
    Console.tell(report.problems.description)
    Console.give(output.isJSON ? report.json.description : report.text)
    if !report.isSound { throw Outcome.protectionFailed }
  }
}
