internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille geocode`: addresses to positions and IRIS, row by row or counted.
struct Geocode: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Donne la position et l’IRIS de chaque adresse d’un fichier (alias : geocoder).",
    aliases: ["geocoder"])

  @Argument(help: "Le fichier CSV du partenaire (aussi .gz ou .zip).")
  var file: String?

  @OptionGroup var references: AddressOptions

  @OptionGroup var columns: ColumnOptions

  @Option(help: "Une colonne à recopier ; peut être répété. Sans cela, aucune.")
  var keep: [String] = []

  @Flag(help: "Compter par IRIS au lieu d’écrire une ligne par ligne lue.")
  var counts = false

  @Option(name: [.short, .long], help: "Le fichier à écrire (lisible par vous seul).")
  var output: String?

  @Option(help: "Où écrire la revue des voies non trouvées, à compléter (revue.csv).")
  var review: String?

  @Option(help: "Une revue complétée, dont les décisions sont rejouées.")
  var decisions: String?

  @Option(help: "Une adresse à expliquer pas à pas, au lieu d’un fichier.")
  var explain: String?

  @Option(help: "Éprouver la base sur N adresses abîmées comme celles de --profile.")
  var selfTest: Int?

  @Option(help: "Le fichier dont l’épreuve imite les défauts.")
  var profile: String?

  @Option(help: "La graine de l’épreuve.")
  var seed: UInt64 = 1

  @Option(help: "Le nombre de fils d’exécution.")
  var threads = 2

  @OptionGroup var report: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Tout calculer, ne rien écrire.")
  var dryRun = false

  func validate() throws {
    let tasks = [file != nil, explain != nil, selfTest != nil].count { $0 }
    if tasks != 1 {
      throw ValidationError("Donner un fichier, ou --explain, ou --self-test (un seul des trois).")
    }
    if file != nil && output == nil && !dryRun {
      throw ValidationError("Donner le fichier à écrire (-o), ou --a-blanc.")
    }
  }

  func run() throws {
    let job = GeocodeJob(references.references, threads: threads)
    if let explain { return Console.give(try job.explain(explain)) }
    if let selfTest {
      let test = SelfTestJob(references.references, threads: threads, seed: seed)
      let outcome = try test.run(
        count: selfTest, profile: profile.map(request), progress: report.progress)
      Console.tell(outcome.problems.description)
      return Console.give(report.isJSON ? outcome.json.description : outcome.text)
    }
    try geocode(job)
  }

  private func geocode(_ job: GeocodeJob) throws {
    guard let file else { return }
    let outcome = try job.run(request(file), progress: report.progress)
    if !report.isJSON { Console.tell(outcome.problems.description) }
    Console.give(report.isJSON ? outcome.json.description : outcome.text)
    if let stop = outcome.problems.firstStop { throw stop.outcome }
  }

  private func request(_ file: String) -> GeocodeJob.Request {
    var request = GeocodeJob.Request(file: file)
    request.columns = columns.declared
    request.commune = columns.inCommune
    request.kept = keep
    request.decisions = decisions
    request.output = dryRun ? nil : output
    request.review = dryRun ? nil : review
    request.countsOnly = counts
    return request
  }
}
