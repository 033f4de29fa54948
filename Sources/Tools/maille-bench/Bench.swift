internal import ArgumentParser

/// The stopwatch: each bench runs a rival in the same process and compares the hits.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maille-bench", abstract: "Measures hot paths beside a rival.",
    subcommands: [
      DisclosureBench.self, LocateBench.self, FilesBench.self, ContoursBench.self,
      GeocodeBench.self, TablesBench.self, AtlasBench.self, FuzzBench.self, CrosswalkBench.self,
    ])
}
