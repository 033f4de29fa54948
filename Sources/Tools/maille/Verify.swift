internal import ArgumentParser
internal import Diagnostics
internal import Verification

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
    let verdict = try Verdict.of(Deliverable(at: path), mention: mention)
    Console.tell(verdict.problems.description)
    Console.give(output.isJSON ? verdict.json.description : verdict.text)
    if !verdict.isSound { throw Outcome.protectionFailed }
  }
}
