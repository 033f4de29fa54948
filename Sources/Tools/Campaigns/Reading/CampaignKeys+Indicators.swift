internal import Analyses
internal import Rates

/// The keys of what is computed, and over which cuttings.
extension CampaignKeys {
  static let indicator = CampaignKeys([
    Key("id", .text, "Préfixe des colonnes : minuscules, chiffres et _.", isRequired: true),
    Key("title", .text, "Titre en français.", isRequired: true),
    Key("numerator", .text, "Source comptée.", isRequired: true),
    Key(
      "measure", .choice(CampaignReader.Measured.allCases.map(\.rawValue)),
      "Compter les personnes (persons) ou additionner leurs montants (amount)."),
    Key("where", .pairs, "Catégories gardées."),
    Key("denominator", .texts, "Colonnes du recensement, additionnées."),
    Key("denominator_source", .text, "Autre source de la campagne."),
    Key("per", .number, "Facteur : 100, 1000."),
    Key("method", .choice(Rate.Method.allCases.map(\.rawValue)), "Méthode de l’intervalle."),
    Key("bounds", .texts, "Bornes choisies des classes de la carte, croissantes, quatre au plus."),
    Key(
      "scale", .choice(Campaign.Scale.allCases.map(\.rawValue)),
      "Teintes : sequential, ou diverging de part et d’autre de la commune (indices)."),
    Key(
      "level", .choice(Campaign.Level.allCases.map(\.rawValue)),
      "Plus petite maille diffusée : iris, ou commune pour un indicateur rare."),
    Key("breakdown", .pairs, "Parties par dimension : sexe: { f: F, h: H }."),
    Key(
      "breakdown_level", .choice(Campaign.Level.allCases.map(\.rawValue)),
      "La même, pour les parties du breakdown ; à défaut celle de l’indicateur."),
    Key("crossed", .flag, "Croiser aussi les parties de deux dimensions."),
  ])

  static let analysis = CampaignKeys([
    Key("indicator", .text, "Indicateur analysé.", isRequired: true),
    Key(
      "methods", .choices(Analysis.Method.allCases.map(\.rawValue)), "Méthodes demandées.",
      isRequired: true),
    Key("reference", .text, "Nom de la population de référence, millésime compris."),
    Key("standard", .pairs, "Par partie du breakdown : inhabitants, rate."),
  ])

  static let zoning = CampaignKeys(
    [
      Key("id", .text, "Identifiant : minuscules, chiffres et _.", isRequired: true),
      Key("title", .text, "Titre en français.", isRequired: true),
    ] + file + [
      Key("iris", .texts, "Colonnes qui forment le code IRIS."),
      Key("commune", .text, "Colonne du code INSEE, pour des zones faites de communes."),
      Key("contours", .flag, "Le fichier dessine les zones, qui peuvent couper des IRIS."),
      Key("layer", .text, "Couche du GeoPackage."),
      Key("crs", .text, "Système de coordonnées d’un fichier qui n’en déclare pas."),
      Key("code", .text, "Colonne du code de la zone.", isRequired: true),
      Key("name", .text, "Colonne du nom de la zone."),
      Key(
        "nests_in", .text,
        "Autre découpage, ou communes, dont aucune zone ne doit franchir les limites."),
    ])
}
