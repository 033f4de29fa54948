internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille crosswalk`: what becomes of each IRIS from one edition of the contours to another.
struct Crosswalk: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Écrit la table de passage entre deux éditions des contours IRIS (alias : passage).",
    aliases: ["passage"])

  @Argument(help: "Les contours de l’ancienne édition, puis ceux de la nouvelle.")
  var contours: [String] = []

  @Option(help: "Une base d’adresses BAN ou BAL, pour les parts ; peut être répété.")
  var addresses: [String] = []

  @Option(help: "Les mouvements de communes du COG (v_mvtcommune).")
  var movements: String?

  @Option(help: "Le nom de l’ancienne édition, avec son année.")
  var oldEdition: String?

  @Option(help: "Le nom de la nouvelle édition, avec son année.")
  var newEdition: String?

  @Option(help: "La largeur, en mètres, sous laquelle deux tracés sont le même (30).")
  var width: Double?

  @Option(help: "Une table de passage d’une autre origine, au lieu des contours.")
  var table: String?

  @Option(help: "La colonne de l’ancien code dans cette table.")
  var oldColumn: String?

  @Option(help: "La colonne du nouveau code dans cette table.")
  var newColumn: String?

  @Option(help: "La colonne de la part dans cette table.")
  var shareColumn: String?

  @Option(name: [.short, .long], help: "La table à écrire.")
  var output = "passage.csv"

  @Option(help: "Le nombre de fils d’exécution.")
  var threads = 2

  @OptionGroup var report: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Tout calculer, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let job = try CrosswalkJob(
      contours: contours, table: table,
      columns: .init(old: oldColumn, new: newColumn, share: shareColumn),
      editions: [oldEdition, newEdition], addresses: addresses, movements: movements,
      width: width, threads: threads)
    let outcome = try job.run(to: dryRun ? nil : output, progress: report.progress)
    if !report.isJSON { Console.tell(outcome.problems.description) }
    Console.give(report.isJSON ? outcome.json.description : outcome.text)
  }
}
