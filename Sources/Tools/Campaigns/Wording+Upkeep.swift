internal import Diagnostics

/// The sentences about what a campaign keeps, and for how long.
extension Wording {
  static func badRetention(at place: Place) -> Problem {
    Problem(
      "campaign.bad-retention", .stops, at: place, fact: "durée de conservation illisible",
      remedy: "écrire un nombre entier et une unité : « 30 jours », « 6 mois », « 0 jour »",
      outcome: .usage)
  }

  static func noRetention(_ file: String) -> Problem {
    Problem(
      "campaign.no-retention", .stops, at: Place(file: file, key: "agreement.retention"),
      fact: "la campagne ne dit pas combien de temps les lignes se gardent",
      remedy: "écrire la durée de la convention (« 30 jours »), ou effacer avec --maintenant",
      outcome: .usage)
  }

  static func fromTheFuture(_ path: String) -> Problem {
    Problem(
      "campaign.clock", .warns, at: Place(file: path), fact: "fichier daté de l’avenir",
      remedy: "vérifier l’horloge du poste ; --maintenant efface sans regarder les dates")
  }
}
