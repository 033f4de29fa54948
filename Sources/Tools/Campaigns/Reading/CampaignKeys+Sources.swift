internal import Intake
internal import Tables
internal import Territory

/// The keys of partners' files.
extension CampaignKeys {
  /// How a file is opened.
  static let file: [Key] = [
    Key("file", .text, "Chemin du fichier, depuis celui de la campagne.", isRequired: true),
    Key("sheet", .text, "Feuille du classeur."),
    Key("member", .text, "Fichier à lire dans le .zip."),
    Key(
      "encoding", .choice(TextEncoding.allCases.map(\.rawValue)), "Encodage, s’il est mal déduit."),
    Key("separator", .text, "Séparateur : ; , | ou tab."),
    Key("header_line", .integer, "Ligne de l’en-tête, à partir de 1."),
  ]

  static let source = CampaignKeys(
    [Key("id", .text, "Identifiant : minuscules, chiffres et _.", isRequired: true)] + file + [
      Key(
        "reference_date", .referenceDate,
        "Date que les effectifs décrivent : 2025-12-31, 2025-12 ou 2025.",
        isRequired: true),
      Key("owner", .text, "Propriétaire, s’il n’est pas celui de la convention."),
      Key("threshold", .integer, "Seuil de cette source, s’il n’est pas celui de disclosure."),
      Key("unit", .choice(Tally.Unit.allCases.map(\.rawValue)), "Ce qu’est une ligne."),
      Key("key", .text, "Colonne du pseudonyme, jamais publiée."),
      Key(
        "duplicates", .choice(RepeatedKey.Rule.allCases.map(\.rawValue)),
        "Sort des lignes qui répètent key."),
      Key("count", .text, "Colonne de l’effectif."),
      Key("amount", .text, "Colonne du montant en euros, avec unit: amount et key."),
      Key(
        "decimal", .choice(DecimalMark.allCases.map(\.rawValue)), "Signe décimal des montants."),
      Key("address", .section(address), "Colonnes de l’adresse."),
      Key("special_addresses", .text, "Fichier des adresses particulières et de leur classe."),
      Key("decisions", .text, "Revue des voies, complétée : ses décisions sont rejouées."),
      Key(
        "apportion", .choice(["none", "weights"]),
        "Sort des lignes à plusieurs IRIS possibles : none, ou weights."),
      Key("position", .section(position), "Colonnes des coordonnées."),
      Key("iris", .texts, "Colonnes qui forment le code IRIS."),
      Key("edition", .text, "Édition des codes IRIS, si elle n’est pas celle des contours."),
      Key("categories", .pairs, "Dimensions et leurs colonnes."),
      Key("masked", .pairs, "Sens des valeurs masquées : \"<5\": [1, 4] ou missing."),
      Key("unavailable", .pairs, "Lignes non transmises, par colonne et valeurs."),
      Key(
        "exclude", .pairs,
        "Lignes de total ou de note, par colonne et valeurs ; « Total * » : ce qui commence ainsi."),
      Key("sum_of", .texts, "Sources sans unité commune dont celle-ci est la somme."),
      Key("part_of", .text, "Source qui compte toutes les unités de celle-ci."),
      Key("totals", .section(totals), "Totaux communaux du partenaire."),
    ])

  static let address = CampaignKeys([
    Key("complement", .texts, "Complément : résidence, bâtiment, étage."),
    Key("line", .texts, "Adresse en une ligne."),
    Key("number", .texts, "Numéro."),
    Key("suffix", .texts, "Indice de répétition."),
    Key("type", .texts, "Type de voie."),
    Key("street", .texts, "Voie."),
    Key("place", .texts, "Lieu-dit."),
    Key("postcode", .texts, "Code postal."),
    Key("city", .texts, "Commune."),
    Key("insee", .texts, "Code INSEE."),
    Key("in_commune", .codes, "Commune de toutes les lignes, code entre guillemets."),
  ])

  static let position = CampaignKeys([
    Key("x", .text, "Abscisse ou longitude.", isRequired: true),
    Key("y", .text, "Ordonnée ou latitude.", isRequired: true),
    Key("crs", .text, "EPSG:2154, EPSG:4326…", isRequired: true),
    Key("decimal", .choice(DecimalMark.allCases.map(\.rawValue)), "Signe décimal."),
    Key("commune", .text, "Colonne du code INSEE : garde communale."),
    Key("reach", .number, "Distance maximale à l’IRIS le plus proche, en mètres."),
  ])

  static let totals = CampaignKeys(
    file + [
      Key("commune", .text, "Colonne du code INSEE.", isRequired: true),
      Key("count", .text, "Colonne de l’effectif.", isRequired: true),
      Key(
        "rest", .choice(["unlocated"]),
        "Ce que le total compte de plus que les lignes n’est localisé à aucun IRIS."),
    ])
}
