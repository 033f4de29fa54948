internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// `maille check`: what a file holds, or whether a campaign can run; writes nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Contrôle une campagne ou un fichier, sans rien écrire (alias : controler).",
    aliases: ["controler"])

  @Argument(help: "Un fichier de campagne (.yml) ou un fichier de données.")
  var file: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    if CampaignReader.looksLikeCampaign(file) {
      var run = Run()
      run.campaign = file
      run.output = output
      run.dryRun = true
      try run.run()
    } else {
      let recognition = try FileRecognition(of: file)
      Console.tell(recognition.problems.description)
      Console.give(output.isJSON ? recognition.json.description : recognition.text)
    }
  }
}
