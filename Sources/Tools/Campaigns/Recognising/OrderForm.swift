public import Diagnostics
internal import Exports
internal import Files
internal import Intake
internal import Territory

/// What is sent to the partners before they send anything: the agreed data, the columns wanted, and
/// an empty table for each source.
public struct OrderForm: Sendable {
  private let campaign: Campaign

  /// The form of a campaign.
  public init(_ campaign: Campaign) { self.campaign = campaign }

  /// Writes the letter, and a CSV and a workbook to fill in for each source.
  ///
  /// - Returns: the paths written
  /// - Throws: `files.…`, `exports.workbook`
  public func write(in folder: String) throws(Problem) -> [String] {
    try FilePath.makeFolder(folder)
    let place = { (name: String) in FilePath.join(folder, name) }
    let letter = try StagedFile(for: place("\(campaign.name)-demande.md"))
    try letter.write(text)
    var files = [letter]
    for source in campaign.sources {
      let template = EmptyTemplate(columns: source.wanted)
      let csv = try StagedFile(for: place("\(source.id)-modele.csv"))
      try csv.write(template.csv)
      let workbook = try StagedFile(for: place("\(source.id)-modele.xlsx"))
      try template.writeWorkbook(to: workbook)
      files += [csv, workbook]
    }
    try StagedFile.publish(files)
    return files.map(\.destination)
  }

  /// The letter, in Markdown.
  public var text: String {
    let communes = campaign.communes.map(\.code).joined(separator: ", ")
    let head = [
      "# Demande de données – \(campaign.name)", "",
      "De : \(campaign.agreement.holder)", "À : \(campaign.agreement.owner)",
      "Territoire : communes \(communes), en entier", "", "## Données convenues", "",
    ]
    let annex = campaign.agreement.annex.map { "- \($0)" }
    let indicators = campaign.indicators.map { "- \($0.title) (source \($0.numerator))" }
    return (head + annex + indicators + [""] + campaign.sources.flatMap(section) + rules)
      .joined(separator: "\n") + "\n"
  }

  /// The same for scripts.
  public func json(written files: [String]) -> JSONValue {
    .object([
      ("campaign", .text(campaign.name)), ("letter", .text(text)),
      ("files", .array(files.map(JSONValue.text))),
    ])
  }

  private func section(_ source: Campaign.Source) -> [String] {
    var lines: [String] = ["## Fichier « \(source.id) »", ""]
    lines.append("Situation au \(source.referenceDate), tout le territoire, personne de plus.")
    lines.append("Contenu : \(source.layout.rule.unit.sentence).")
    lines.append("Modèles vides : `\(source.id)-modele.csv`, `\(source.id)-modele.xlsx`.")
    lines += ["", "| colonne | contenu |", "|---|---|"]
    for column in source.wanted { lines.append("| \(column.name) | \(column.help) |") }
    let masks = source.layout.rule.masks.keys.filter { !$0.isEmpty }.sorted()
    if !masks.isEmpty {
      let texts = masks.map { "« \($0) »" }.joined(separator: ", ")
      lines += ["", "Valeurs masquées convenues : \(texts), et rien d’autre."]
    }
    return lines + [""]
  }

  private var rules: [String] {
    [
      "## Format", "",
      "- Excel (.xlsx) ou CSV en UTF-8 à points-virgules ; une seule feuille, l’en-tête en première ligne.",
      "- Codes (INSEE, postal, IRIS) en texte, zéros de tête compris ; numéros de voie en texte.",
      "- Ni total, ni note, ni cellule fusionnée, ni ligne masquée.",
      "- Valeurs non diffusables : écrire « <5 » ou « nd », jamais une case vide.", "",
      "## À ne pas transmettre", "",
      "- nom, prénom, numéro de sécurité sociale, date de naissance (l’âge suffit) ;",
      "- téléphone, courriel, compte bancaire ;", "- toute colonne absente du tableau ci-dessus.",
    ]
  }
}
