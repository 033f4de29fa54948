internal import ArgumentParser

/// Makes the invented town of `Geodata` from a seed.
@main
struct MakeGeodata: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-geodata", abstract: "Makes the invented town of Geodata from a seed.")
}
