internal import Diagnostics
internal import Territory

/// The sentences of this target.
enum Wording {
  static func unknownIris(_ indicator: String, _ iris: Iris) -> Problem {
    Problem(
      "rates.unknown-iris", .warns, at: Place(part: indicator, code: iris.code),
      fact: "IRIS absent des contours ; ses unités sont comptées « non localisées » de la commune",
      remedy: "vérifier que le fichier et les contours sont du même millésime")
  }

  static func outsideTerritory(_ indicator: String, _ commune: Commune) -> Problem {
    Problem(
      "rates.outside-territory", .warns, at: Place(part: indicator, code: commune.code),
      fact: "commune hors du territoire de la campagne ; ses unités ne sont pas comptées",
      remedy: "ajouter la commune à « territory.communes » si elle doit y être")
  }

  static func noPopulation(_ indicator: String, _ iris: Iris) -> Problem {
    Problem(
      "rates.no-population", .warns, at: Place(part: indicator, code: iris.code),
      fact:
        "IRIS sans population dans le fichier (ligne absente ou vide) ; pas de taux, ni pour sa commune",
      remedy: "prendre la population et les contours de la même géographie")
  }

  static func badPopulation(_ indicator: String, _ iris: Iris) -> Problem {
    Problem(
      "rates.bad-population", .stops, at: Place(part: indicator, code: iris.code),
      fact: "population négative ou illisible", remedy: "corriger le fichier de population",
      outcome: .referencesUnfit)
  }

  static func aboveWhole(_ indicator: String, _ zone: Zone) -> Problem {
    Problem(
      "rates.above-whole", .warns, at: Place(part: indicator, code: zone.code),
      fact: "plus d’unités que de population : le taux dépasse le tout, il est donné sans écrêtage",
      remedy: "vérifier que numérateur et dénominateur comptent la même chose à la même date")
  }

  static func totalBelowSum(_ indicator: String, _ commune: Commune) -> Problem {
    Problem(
      "rates.total-below-sum", .stops, at: Place(part: indicator, code: commune.code),
      fact: "le total déclaré de la commune est inférieur à la somme de ses lignes",
      remedy: "demander au partenaire lequel des deux est juste, ou ne pas déclarer ce total")
  }
}
