internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille locate`: coordinates to IRIS, row by row or counted.
struct Locate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Donne l’IRIS de chaque position d’un fichier, ou les compte (alias : localiser).",
    aliases: ["localiser"])

  @Argument(help: "Le fichier CSV (aussi .gz ou .zip).")
  var file: String

  @Option(help: "Les contours : GeoPackage, GeoJSON, Shapefile ou .zip.")
  var contours: String

  @Option(help: "La couche du GeoPackage, s’il en a plusieurs qui conviennent.")
  var layer: String?

  @Option(help: "La colonne de l’abscisse ou de la longitude.")
  var x: String

  @Option(help: "La colonne de l’ordonnée ou de la latitude.")
  var y: String

  @Option(help: "Le système des coordonnées, EPSG:2154 ou EPSG:4326.")
  var crs: String

  @Option(help: "Le signe décimal des coordonnées : . ou ,")
  var decimal = "."

  @Option(help: "La colonne du code INSEE de la commune : garde communale.")
  var commune: String?

  @Option(
    help: "La distance maximale à l’IRIS le plus proche, en mètres (400 avec --commune, sinon 0).")
  var reach: Double?

  @Option(help: "Une colonne à recopier ; peut être répété. Sans cela, aucune.")
  var keep: [String] = []

  @Flag(help: "Compter par IRIS au lieu d’écrire une ligne par ligne lue.")
  var counts = false

  @Option(name: [.short, .long], help: "Le fichier à écrire (lisible par vous seul).")
  var output: String

  @Option(help: "Le nombre de fils d’exécution.")
  var threads = 2

  @OptionGroup var report: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Tout calculer, ne rien écrire.")
  var dryRun = false

  func run() throws {
    let job = try LocateJob(
      file: file, contours: contours, layer: layer,
      columns: LocateJob.Columns(
        x: x, y: y, system: crs, decimal: decimal, commune: commune, reach: reach),
      keeping: keep, threads: threads)
    let outcome = try job.run(
      counting: counts, to: dryRun ? nil : output, progress: report.progress)
    if !report.isJSON { Console.tell(outcome.problems.description) }
    Console.give(report.isJSON ? outcome.json.description : outcome.text)
    if let stop = outcome.problems.firstStop { throw stop.outcome }
  }
}
