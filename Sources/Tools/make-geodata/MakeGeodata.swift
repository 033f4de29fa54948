internal import ArgumentParser
internal import Diagnostics
internal import Files

/// Makes the invented town of `Geodata` from a seed.
@main
struct MakeGeodata: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-geodata", abstract: "Makes the invented town of Geodata from a seed.")

  @Option(help: "Seed of everything that chance decides.")
  var seed: UInt64 = 21951

  @Option(help: "Also writes a picture of the town (SVG), to look at.")
  var picture: String?

  @Argument(help: "Folder that receives the files.")
  var folder = "Geodata"

  func run() throws {
    let drawing = Drawing(seed: seed)
    if let picture { try StagedFile.publish(Array(Picture(drawing).svg.utf8), to: picture) }
  }
}
