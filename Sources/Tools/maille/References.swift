internal import ArgumentParser
internal import Diagnostics
internal import References

/// `maille references`: the library of public reference data.
struct ReferencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "Range, liste, contrôle et télécharge les données publiques de référence.",
    subcommands: [
      AddReferences.self, ListReferences.self, CheckReferences.self,
      FetchReferences.self,
    ])
}

/// Where the library is.
struct LibraryOptions: ParsableArguments {
  @Option(
    help: "Le dossier de la bibliothèque (MAILLE_REFERENCES, sinon ~/.local/share/maille).")
  var library: String?

  var folder: String { library ?? Library.usualFolder }
}

/// `maille references add`.
struct AddReferences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Reconnaît des fichiers à leur contenu et les range (alias : ajouter).",
    aliases: ["ajouter"])

  @Argument(help: "Des fichiers de l’IGN, de l’INSEE, de la BAN, du COG ou de La Poste.")
  var files: [String]

  @Option(help: "Le millésime, si ni le contenu ni le nom ne le disent : 2024, 2026-07, RP2022.")
  var vintage: String?

  @Flag(help: "Prendre la place d’un autre fichier du même millésime.")
  var replace = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: [.long, .customLong("a-blanc")], help: "Reconnaître, ne rien écrire.")
  var dryRun = false

  func run() throws {
    var request = Library.AddRequest()
    request.vintage = try vintage.map(ReferenceVintage.typed)
    request.replaces = replace
    request.isRehearsal = dryRun
    var shelves = try Library(library.folder)
    let report = AdditionReport(adding: files.map { ($0, request) }, to: &shelves)
    try output.give(report.text, report.json, problems: report.problems)
  }
}

/// `maille references list`.
struct ListReferences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Liste la bibliothèque (alias : lister).", aliases: ["lister"])

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let shelves = try Library(library.folder)
    try output.give(shelves.text, shelves.json, problems: ProblemLog())
  }
}

/// `maille references check`.
struct CheckReferences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Vérifie chaque fichier et dit quels millésimes vont ensemble (alias : controler).",
    aliases: ["controler"])

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let check = LibraryCheck(of: try Library(library.folder))
    try output.give(check.text, check.json, problems: check.problems)
  }
}
