internal import Diagnostics
internal import Exports
internal import Files

/// What the shared-analysis group gets: the stamped atlas, a sheet to fill in for each indicator, one
/// for the minutes, and what to do with them; as a folder, and as one file.
struct GroupPackage {
  /// Its name in a version.
  static let folderName = "groupe"
  static let minutesName = "compte-rendu.md"
  private static let commentsName = "commentaires"

  let campaign: String
  let mention: String
  let warning: String?
  let holder: String
  let indicators: [(id: String, title: String)]

  /// The papers, complete but without their names.
  ///
  /// - Parameters:
  ///   - comments: what is written already, by indicator
  func stage(in folder: String, comments: [String: [UInt8]]) throws(Problem) -> [StagedFile] {
    let sheets = FilePath.join(folder, Self.commentsName)
    try FilePath.makeFolder(sheets)
    let readMe = try Self.staged(FilePath.join(folder, "LISEZMOI.txt"), Array(readMe.utf8))
    let minutes = try Self.staged(
      FilePath.join(folder, Self.minutesName), Array(Self.minutes(of: campaign).utf8))
    let filled = try indicators.map { indicator throws(Problem) in
      try Self.staged(
        FilePath.join(sheets, indicator.id + ".md"),
        comments[indicator.id] ?? Array(Self.emptyComment.utf8))
    }
    return [readMe, minutes] + filled
  }

  /// All files of the package in one, that any system opens.
  ///
  /// - Parameters:
  ///   - inside: the folder that they are staged for
  func archive(
    of files: [StagedFile], under inside: String, in folder: String
  ) throws(Problem) -> StagedFile {
    var archive = StoredZip()
    let sorted = files.sorted { $0.destination.utf8.lexicographicallyPrecedes($1.destination.utf8) }
    for file in sorted {
      let name = String(file.destination.dropFirst(inside.count + 1))
      let bytes = try MappedFile(file.contentPath).withBytes { Array($0) }
      archive.add(bytes, named: "\(campaign)-groupe/\(name)")
    }
    return try Self.staged(FilePath.join(folder, "\(campaign)-groupe.zip"), archive.bytes)
  }

  /// Minutes to fill in. As they stand, they count as empty.
  static func minutes(of campaign: String) -> String {
    """
    # Compte rendu de l’analyse partagée – \(campaign)

    Date :
    Présents :
    Secrétaire :

    ## Indicateurs examinés et conclusions

    ## Suites à donner


    """
  }

  /// A comment to fill in: its head, and nothing said.
  static let emptyComment = "auteur:\ndate:\n\n"

  private var readMe: String {
    let list = indicators.map { "- \(Self.commentsName)/\($0.id).md : \($0.title)" }
    let head = [warning, mention].compactMap(\.self)
    return
      (head + [
        "", Notice.workingDocument, "",
        "1. Ouvrir atlas/index.html d’un double clic : rien à installer, aucun réseau.",
        "2. Écrire dans le dossier \(Self.commentsName) ce que le groupe dit de chaque indicateur :",
      ] + list + [
        "3. Remplir \(Self.minutesName), ou joindre un compte rendu sous une autre forme.",
        "4. Rendre le tout à \(holder), qui le joint à la campagne : tant que cela manque,",
        "   maille publish refuse toute diffusion.", "",
        "Jusque-là, ces chiffres ne sortent pas du groupe.", "",
      ]).joined(separator: "\n")
  }

  private static func staged(_ path: String, _ bytes: [UInt8]) throws(Problem) -> StagedFile {
    let file = try StagedFile(for: path)
    try file.write(bytes)
    return file
  }
}
