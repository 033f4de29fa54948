internal import ArgumentParser
internal import Disclosure

/// `Disclosure` beside the figures that others published of the same table.
struct DisclosureBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclosure", abstract: "What is withheld for others' sake, and is it enough.")

  @Option(help: "Folder of the reference table.") var reference =
    "../shared/data/disclosure/dijon_like_noqpv"
  @Option(help: "Seed of the generated tables.") var seed: UInt64 = 1
  @Option(help: "Runs of each row.") var runs = 3

  func run() throws {
    let rows = DisclosureRows(runs: runs)
    rows.begin(seed: seed)
    for floor in [0, 1] {
      guard let system = DisclosureWorlds.reference(reference, floor: floor) else { continue }
      rows.measure("72 IRIS, withheld ≥ \(floor)", system, insiders: true)
    }
    rows.quotePeers()
    rows.measure(
      "250 IRIS + 12 zones", DisclosureWorlds.town(irises: 250, zones: 12, seed: seed))
    rows.measure(
      "1,000 IRIS × 10, by commune",
      DisclosureWorlds.country(irises: 1000, perCommune: 25, categories: 10, seed: seed))
    if rows.hasFailed { throw ExitCode.failure }
  }
}
