internal import Disclosure
internal import Exports

/// The keys of one section of a campaign file: what the reader accepts and what `maille schema` says.
struct CampaignKeys: Sendable {
  /// In the order in which a campaign is written.
  let keys: [Key]

  /// The names, for the reader.
  var names: [String] { keys.map(\.name) }

  /// One key.
  struct Key: Sendable {
    let name: String
    let shape: Shape
    /// In French, for editors.
    let help: String
    let isRequired: Bool

    init(_ name: String, _ shape: Shape, _ help: String, isRequired: Bool = false) {
      self.name = name
      self.shape = shape
      self.help = help
      self.isRequired = isRequired
    }
  }

  /// What stands under a key.
  indirect enum Shape: Sendable {
    case text
    case integer
    case number
    /// One text, or a list.
    case texts
    /// Codes in quotes.
    case codes
    case choice([String])
    case choices([String])
    case section(CampaignKeys)
    case list(CampaignKeys)
    /// Names of the user's own.
    case pairs
    /// `true` or `false`.
    case flag
    /// A day, a month or a year.
    case referenceDate
    /// A day.
    case day
  }

  init(_ keys: [Key]) { self.keys = keys }

  /// The whole file.
  static let root = CampaignKeys([
    Key("version", .choice(["1"]), "Version du format de fichier : 1.", isRequired: true),
    Key(
      "campaign", .text, "Identifiant de la campagne : minuscules, chiffres, - et _.",
      isRequired: true),
    Key("warning", .text, "Avertissement écrit en tête de toute sortie (données inventées)."),
    Key(
      "agreement", .section(agreement), "La convention avec le propriétaire des données.",
      isRequired: true),
    Key("territory", .section(territory), "Les communes couvertes.", isRequired: true),
    Key("references", .section(references), "Contours et recensement.", isRequired: true),
    Key("sources", .list(source), "Les fichiers des partenaires.", isRequired: true),
    Key("indicators", .list(indicator), "Ce qui est calculé.", isRequired: true),
    Key("analyses", .list(analysis), "Ce qui est calculé des seules valeurs publiées."),
    Key("zonings", .list(zoning), "Autres découpages publiés avec les IRIS."),
    Key("disclosure", .section(disclosure), "Le secret statistique.", isRequired: true),
    Key("quality", .section(quality), "Ce qu’il faut atteindre pour publier."),
    Key("outputs", .section(outputs), "Ce qui est écrit.", isRequired: true),
  ])

  static let agreement = CampaignKeys([
    Key("owner", .text, "Propriétaire des données.", isRequired: true),
    Key("holder", .text, "Qui tient l’observatoire.", isRequired: true),
    Key("mention", .text, "Mention de la source, mot pour mot.", isRequired: true),
    Key("valid", .section(period), "Dates de validité."),
    Key("collection", .section(period), "Fenêtre de collecte."),
    Key("annex", .texts, "Sources ou indicateurs convenus."),
    Key("retention", .text, "Durée de conservation des lignes."),
  ])

  static let period = CampaignKeys([
    Key("from", .day, "Premier jour : 2026-01-01."),
    Key("to", .day, "Dernier jour : 2026-12-31."),
  ])

  static let territory = CampaignKeys([
    Key("communes", .codes, "Codes INSEE entre guillemets.", isRequired: true)
  ])

  static let references = CampaignKeys([
    Key("boundaries", .section(boundaries), "Les contours des IRIS.", isRequired: true),
    Key("addresses", .section(addresses), "La base d’adresses."),
    Key("population", .section(population), "Le recensement."),
    Key("crosswalks", .list(crosswalk), "Passages d’autres éditions à celle des contours."),
    Key("codes", .texts, "COG et codes postaux : quels codes ont perdu leur zéro de tête."),
  ])

  static let boundaries = CampaignKeys([
    Key("file", .text, "GeoPackage, GeoJSON, Shapefile ou .zip.", isRequired: true),
    Key("edition", .text, "Édition, avec son année.", isRequired: true),
    Key("layer", .text, "Couche du GeoPackage."),
    Key("crs", .text, "Système de coordonnées d’un fichier qui n’en déclare pas."),
  ])

  static let addresses = CampaignKeys([
    Key("files", .texts, "Fichiers BAN, BAN lieux-dits ou BAL.", isRequired: true),
    Key("edition", .text, "Édition, avec sa date.", isRequired: true),
    Key("communes", .texts, "Communes et mouvements du COG."),
    Key("postcodes", .texts, "Base des codes postaux de La Poste."),
  ])

  static let population = CampaignKeys([
    Key("file", .text, "Fichier de l’INSEE.", isRequired: true),
    Key("vintage", .text, "Millésime : RP2022."),
    Key("iris", .texts, "Colonnes qui forment le code IRIS."),
    Key("accept", .text, "Pourquoi un écart de millésime est accepté."),
    Key("edition", .text, "Édition des codes, si elle n’est pas celle des contours."),
  ])

  static let crosswalk = CampaignKeys([
    Key("edition", .text, "Édition d’où l’on vient, avec son année.", isRequired: true),
    Key("file", .text, "Contours de cette édition."),
    Key("layer", .text, "Couche du GeoPackage."),
    Key("crs", .text, "Système de coordonnées d’un fichier qui n’en déclare pas."),
    Key("movements", .text, "Mouvements de communes du COG (v_mvtcommune)."),
    Key("width", .number, "Largeur, en mètres, sous laquelle deux tracés sont le même : 30."),
    Key("table", .text, "Table de passage déjà faite, au lieu des contours."),
  ])

  static let quality = CampaignKeys([
    Key("placed", .number, "Part minimale des lignes à l’IRIS : 0.95.")
  ])

  static let disclosure = CampaignKeys([
    Key("threshold", .integer, "Effectif sous lequel rien n’est publié."),
    Key("zeros", .choice(ProtectionRule.Zeros.allCases.map(\.rawValue)), "Sort des zéros."),
    Key("minimum_denominator", .number, "Population sous laquelle aucun taux n’est donné."),
    Key("ledger", .text, "Dossier des diffusions antérieures, une par sous-dossier."),
  ])

  static let outputs = CampaignKeys([
    Key("formats", .choices(Exporter.Format.allCases.map(\.rawValue)), "Formats écrits."),
    Key("folder", .text, "Dossier de sortie.", isRequired: true),
    Key("date", .day, "Date que portent les fichiers."),
    Key(
      "classes", .choice(Campaign.Outputs.Classes.allCases.map(\.rawValue)),
      "Classes des cartes : quantiles, seuils naturels (jenks) ou amplitudes égales (equal)."),
    Key("comments", .text, "Dossier des commentaires : <indicateur>.md."),
  ])
}
