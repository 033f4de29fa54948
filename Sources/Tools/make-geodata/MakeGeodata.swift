internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import Geometry

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
    let network = StreetNetwork(drawing, seed: seed)
    let names = Christening(network, drawing, seed: seed).names
    let settlement = Settlement(network, drawing, seed: seed)
    print(network.streets.count, names.count, settlement.plots.count)
    for (i, a) in drawing.areas.enumerated() {
      print(
        a.plan.code, a.plan.name, CensusTarget.inhabitants[i],
        settlement.plots.filter { $0.area == i }.count, a.shape.vertexCount,
        Int(a.shape.area / 10000))
    }
    if let picture {
      try StagedFile.publish(
        Array(Picture(drawing, addresses: settlement.plots.map(\.door)).svg.utf8), to: picture)
    }
  }
}
