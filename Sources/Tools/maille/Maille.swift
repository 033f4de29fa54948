internal import ArgumentParser
internal import Campaigns
internal import Diagnostics
internal import Files

/// The command; its verbs are in the files beside, without logic.
struct Maille: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maille",
    abstract:
      "Des fichiers de partenaires à la maille IRIS : effectifs et taux protégés, publiables.",
    version: Tool.version,
    subcommands: [
      Run.self, Submit.self, Publish.self, Check.self, Geocode.self, Locate.self, Verify.self,
      Audit.self, Cost.self, Compare.self, Series.self, Crosswalk.self, ReplayCommand.self,
      ReferencesCommand.self, Withdraw.self, Purge.self, Doctor.self, Request.self, Schema.self,
    ])
}

@main
enum Entry {
  static func main() {
    CrashSilence.keep()
    Interruption.install()
    refuseUnknownCommand()
    do {
      var command = try Maille.parseAsRoot()
      try command.run()
    } catch let problem as Problem {
      Console.tell(problem.description)
      leave(problem.outcome)
    } catch let outcome as Outcome {
      leave(outcome)
    } catch {
      leave(after: error)
    }
  }

  /// The parser would only count the arguments that it does not expect.
  private static func refuseUnknownCommand() {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
    let names = Maille.configuration.subcommands.flatMap {
      [$0._commandName] + $0.configuration.aliases
    }
    if word == "help" || names.contains(word) { return }
    let near = Suggestion.nearest(to: word, among: names).map { " ; vouliez-vous dire « \($0) » ?" }
    Console.tell("Erreur : commande inconnue « \(word) »\(near ?? ", voir « maille --help »")")
    leave(.usage)
  }

  /// A request for help is a result; anything else the parser says is a wrong command.
  private static func leave(after error: any Error) -> Never {
    let message = FrenchHelp.translated(Maille.fullMessage(for: error))
    if Maille.exitCode(for: error) == .success {
      Console.give(message)
      leave(.done)
    }
    Console.tell(message)
    leave(.usage)
  }

  private static func leave(_ outcome: Outcome) -> Never {
    Maille.exit(withError: ExitCode(outcome.rawValue))
  }
}

extension Outcome: Error {}
