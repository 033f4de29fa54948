internal import ArgumentParser
internal import Files

/// The command.
@main
struct Maille: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maille",
    abstract: "Des adresses et des effectifs à la maille IRIS, protégés et publiables.")
}
