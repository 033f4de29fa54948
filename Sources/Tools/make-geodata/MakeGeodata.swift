internal import ArgumentParser
internal import Diagnostics
internal import Files

/// Makes the invented town of `Geodata` from a seed.
@main
struct MakeGeodata: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-geodata", abstract: "Makes the invented town of Geodata from a seed.")

  /// The seed of the committed files.
  static let committedSeed: UInt64 = 21951

  @Option(help: "Seed of everything that chance decides.")
  var seed: UInt64 = committedSeed

  @Option(help: "Also writes a picture of the town (SVG), to look at.")
  var picture: String?

  @Argument(help: "Folder that receives the files.")
  var folder = "Geodata"

  func run() throws {
    let delivery = try Delivery(seed: seed)
    try delivery.publish(in: folder)
    if let picture {
      let doors = delivery.addresses.map(\.position)
      try StagedFile.publish(
        Array(Picture(delivery.drawing, addresses: doors).svg.utf8), to: picture)
    }
  }
}
