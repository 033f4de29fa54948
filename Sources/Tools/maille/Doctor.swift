internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille doctor`: whether the machine and a campaign are ready, and nothing is overdue.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Contrôle le poste et une campagne : logiciels, références, place, droits, conservation (alias : diagnostic).",
    aliases: ["diagnostic"])

  @Argument(help: "Le fichier de campagne (YAML) ; sans lui, le poste seul.")
  var campaign: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let report = try DoctorJob(campaign, at: RunMoment.now).run()
    if !output.isJSON { Console.tell(report.problems.description) }
    Console.give(output.isJSON ? report.json.description : report.text)
    if let stop = report.problems.firstStop { throw stop.outcome }
  }
}
