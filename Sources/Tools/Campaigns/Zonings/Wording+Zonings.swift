internal import Diagnostics

extension Wording {
  static func severalForms(at place: Place) -> Problem {
    Problem(
      "campaign.several-forms", .stops, at: place,
      fact: "un zonage est décrit par IRIS, par commune ou par contours, non par plusieurs",
      remedy: "garder une seule des clés iris, commune et contours", outcome: .usage)
  }

  static func zoneMember(at place: Place) -> Problem {
    Problem(
      "campaign.zone-member", .dropsRow, at: place,
      fact: "code d’IRIS ou de commune illisible dans le zonage",
      remedy: "corriger ce code, en gardant son zéro de tête")
  }

  static func zonesOverlap(_ zoning: String, at place: Place) -> Problem {
    Problem(
      "campaign.zones-overlap", .stops, at: place,
      fact:
        "le zonage « \(public: zoning) » met ici dans une seconde zone ce qu’il avait mis ailleurs",
      remedy: "ne laisser chaque IRIS ou commune que dans une zone", outcome: .inputRefused)
  }

  static func zonesPartial(_ zoning: String, count: Int, file: String) -> Problem {
    Problem(
      "campaign.zones-partial", .warns, at: Place(file: file),
      fact:
        "zonage « \(public: zoning) » : \(count, "zone dépasse le territoire et n’a", "zones dépassent le territoire et n’ont") pas de total",
      remedy: "ajouter leurs communes à territory.communes, ou ne pas attendre ces totaux")
  }

  static func doesNotNest(
    _ zoning: String, _ area: String, _ outer: String, file: String
  ) -> Problem {
    Problem(
      "campaign.does-not-nest", .stops, at: Place(file: file, part: area),
      fact:
        "une zone du zonage « \(public: zoning) » franchit les limites de « \(public: outer) »",
      remedy: "corriger l’un des deux fichiers, ou retirer nests_in", outcome: .inputRefused)
  }

  static func zoningEmpty(_ zoning: String, file: String) -> Problem {
    Problem(
      "campaign.zoning-empty", .stops, at: Place(file: file),
      fact: "aucune zone du zonage « \(public: zoning) » ne tient dans le territoire",
      remedy: "vérifier le fichier et ses colonnes iris, commune et code", outcome: .referencesUnfit
    )
  }

  static func zoningChanged(_ zoning: String, file: String) -> Problem {
    Problem(
      "campaign.zoning-changed", .stops, at: Place(file: file),
      fact: "le zonage « \(public: zoning) » n’est plus celui dont les chiffres ont été faits",
      remedy: "remettre ce fichier, ou produire de nouveau avec maille run",
      outcome: .referencesUnfit)
  }
}
