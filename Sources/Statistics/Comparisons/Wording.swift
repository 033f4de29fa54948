internal import Diagnostics

/// The sentences of this target.
enum Wording {
  // MARK: Problems

  static func otherEdition(_ earlier: PrintedRelease, _ later: PrintedRelease) -> Problem {
    Problem(
      "comparisons.other-edition", .warns,
      fact:
        "« \(public: earlier.edition) » et « \(public: later.edition) » : les IRIS ne sont pas comparés, seules les communes le sont",
      remedy: "donner la table de passage de l’une à l’autre (--passage, voir maille crosswalk)")
  }

  static func nothingInCommon(_ earlier: PrintedRelease, _ later: PrintedRelease) -> Problem {
    Problem(
      "comparisons.nothing-in-common", .stops,
      fact:
        "« \(public: earlier.name) » et « \(public: later.name) » n’ont aucun indicateur en commun",
      remedy: "comparer deux diffusions des mêmes indicateurs")
  }

  static func otherUnit(_ indicator: String) -> Problem {
    Problem(
      "comparisons.other-unit", .stops,
      fact: "l’indicateur « \(public: indicator) » n’est pas exprimé dans la même unité",
      remedy: "rétablir le même facteur (per) des deux côtés")
  }

  static func noCrosswalk(_ release: PrintedRelease, _ last: PrintedRelease) -> Problem {
    Problem(
      "comparisons.no-crosswalk", .stops,
      fact:
        "« \(public: release.name) » est sur « \(public: release.edition) », la série sur « \(public: last.edition) »",
      remedy: "donner la table de passage de l’une à l’autre (--passage, voir maille crosswalk)",
      outcome: .referencesUnfit)
  }

  // MARK: Words

  static func name(_ factor: Factor) -> String {
    switch factor {
    case .contours: "contours"
    case .geocoding: "géocodage"
    case .denominator: "dénominateur"
    case .numerator: "numérateur"
    case .scope: "champ"
    }
  }

  static func word(for reading: RateDifference.Reading) -> String {
    switch reading {
    case .rise: "en hausse"
    case .fall: "en baisse"
    case .steady: "stables"
    }
  }

  /// « publié → secret », or the one word that holds for both.
  static func change(_ before: String?, _ after: String?) -> String {
    let words = [before, after].map(status)
    return words[0] == words[1] ? words[0] : "\(words[0]) → \(words[1])"
  }

  static func zone(_ zone: PrintedZone) -> String {
    switch zone.level {
    case .iris: zone.code
    case .unlocated: "hors IRIS \(zone.code)"
    case .commune: "commune \(zone.code)"
    }
  }

  static func method(_ factors: [Factor]) -> String {
    let names = factors.map(name).joined(separator: ", ")
    return
      "Un facteur change à la fois, dans cet ordre : \(names) ; les parts font exactement l’écart. "
      + "Lecture : intervalle à 95 % de la différence (Newcombe 1998, méthode 10) ; « stable » veut dire "
      + "que le hasard peut suffire à l’expliquer."
  }

  private static func status(_ status: String?) -> String {
    switch status {
    case "": "publié"
    case "c": "secret"
    case "n": "non significatif"
    case "x": "sans objet"
    case "m": "non transmis"
    case "e": "embargo"
    default: "absent"
    }
  }
}
