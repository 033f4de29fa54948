internal import ArgumentParser
internal import Diagnostics
internal import Fetching
internal import References

/// `maille references fetch`: the only command that opens a connection.
struct FetchReferences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract:
      "Télécharge les fichiers officiels d’un territoire et les range (alias : telecharger).",
    aliases: ["telecharger"])

  @Option(help: "Le code INSEE d’une commune ; peut être répété.")
  var commune: [String]

  @Option(help: "L’année des contours ; le recensement et le COG qui vont avec suivent.")
  var vintage: Int

  @Option(help: "Un seul genre (contours, recensement, adresses…) ; peut être répété.")
  var only: [String] = []

  @Flag(help: "Prendre la place d’un autre fichier du même millésime.")
  var replace = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Dire les adresses, ne rien demander.")
  var dryRun = false

  func run() throws {
    let folder = library.folder
    let table = try OfficialAddresses(in: folder, isRehearsal: dryRun)
    let (wanted, lacking) = try table.wanted(for: commune, on: vintage, kinds: only)
    var shelves = try Library(folder)
    let missing = wanted.filter { !shelves.holds($0.address, vintage: $0.vintage) }
    let fetch = Fetch(missing, into: folder)
    if dryRun { return try output.give(fetch.text, fetch.json, problems: lacking) }
    var report = AdditionReport()
    let failed = try fetch.run(progress: output.transfer) { file throws(Problem) in
      var request = Library.AddRequest()
      request.vintage = try file.vintage.map(ReferenceVintage.typed)
      request.replaces = replace
      request.origin = file.wanted.address
      request.expected = ReferenceKind(rawValue: file.wanted.kind)
      try report.add(file.path, request, to: &shelves)
    }
    try output.give(report.text, report.json, problems: lacking.followed(by: failed))
  }
}

extension OutputOptions {
  /// Shown on a terminal only, and not to a script.
  var transfer: any TransferProgress {
    Console.hasTerminal && !isJSON ? TerminalTransfer() : SilentTransfer()
  }
}
