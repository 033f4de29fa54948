internal import Diagnostics
internal import Disclosure
internal import Territory

/// The sentences about campaign files.
enum Wording {
  static func refused(
    _ code: StaticString, at place: Place, fact: Prose, remedy: Prose
  ) -> Problem {
    Problem(code, .stops, at: place, fact: fact, remedy: remedy, outcome: .usage)
  }

  static func notYAML(line: Int?, file: String) -> Problem {
    refused(
      "campaign.not-yaml", at: Place(file: file, line: line),
      fact: "ce fichier n’est pas du YAML lisible",
      remedy:
        "vérifier l’alignement des clés, les deux-points suivis d’une espace et les guillemets")
  }

  static func repeatedKeys(_ keys: [String], at place: Place) -> Problem {
    refused(
      "campaign.repeated-key", at: place,
      fact: "clé écrite deux fois : \(public: keys.joined(separator: ", "))",
      remedy: "n’écrire chaque clé qu’une fois dans sa section")
  }

  static func exists(_ path: String) -> Problem {
    refused(
      "campaign.exists", at: Place(file: path), fact: "ce fichier existe déjà",
      remedy: "donner un autre nom à --write, ou déplacer le fichier")
  }

  static func wrongVersion(at place: Place) -> Problem {
    refused(
      "campaign.wrong-version", at: place, fact: "version de fichier de campagne inconnue",
      remedy: "écrire version: 1")
  }

  static func expected(_ what: Prose, at place: Place) -> Problem {
    refused(
      "campaign.wrong-type", at: place, fact: "\(what) attendu ici",
      remedy: "corriger la valeur de cette clé")
  }

  static func missingKey(_ key: String, at place: Place) -> Problem {
    refused(
      "campaign.missing-key", at: place, fact: "clé obligatoire absente",
      remedy: "ajouter la clé « \(public: key) » et sa valeur")
  }

  static func unknownKey(_ key: String, allowed: [String], at place: Place) -> Problem {
    refused(
      "campaign.unknown-key", at: place, fact: "clé inconnue « \(public: key) »",
      remedy: offer(key, allowed))
  }

  static func unknownValue(_ value: String, allowed: [String], at place: Place) -> Problem {
    refused(
      "campaign.unknown-value", at: place, fact: "valeur inconnue « \(public: value) »",
      remedy: offer(value, allowed))
  }

  static func unquotedCode(at place: Place) -> Problem {
    refused(
      "campaign.unquoted-code", at: place,
      fact: "code écrit sans guillemets : YAML le lit comme un nombre et perd le zéro de tête",
      remedy: "écrire le code entre guillemets, par exemple \"01004\"")
  }

  static func badCommune(at place: Place) -> Problem {
    refused(
      "campaign.bad-commune", at: place, fact: "ce n’est pas un code INSEE de commune",
      remedy: "donner cinq caractères, par exemple \"21231\" ou \"2A004\", non le code postal")
  }

  static func badIdentifier(at place: Place) -> Problem {
    refused(
      "campaign.bad-identifier", at: place,
      fact: "identifiant inutilisable dans un nom de colonne ou de fichier",
      remedy:
        "minuscules sans accent, chiffres et _ , en commençant par une lettre, 23 caractères au plus"
    )
  }

  static func duplicate(_ id: String, at place: Place) -> Problem {
    refused(
      "campaign.duplicate", at: place, fact: "identifiant « \(public: id) » donné deux fois",
      remedy: "choisir un identifiant par élément")
  }

  static func severalRoutes(at place: Place) -> Problem {
    refused(
      "campaign.several-routes", at: place,
      fact: "plusieurs chemins vers l’IRIS pour une même source",
      remedy: "garder une seule des clés address, position et iris")
  }

  static func badShare(at place: Place) -> Problem {
    refused(
      "campaign.bad-share", at: place, fact: "ce n’est pas une part entre 0 et 1",
      remedy: "écrire par exemple placed: 0.95")
  }

  static func tooFewPlaced(
    _ source: String, placed: Double, least: Double, file: String
  ) -> Problem {
    Problem(
      "campaign.too-few-placed", .stops, at: Place(file: file),
      fact:
        "source « \(public: source) » : \(placed * 100, decimals: 1) % des lignes du territoire à l’IRIS, \(least * 100, decimals: 1) % demandés",
      remedy:
        "compléter la revue des voies non trouvées (maille geocode --review), ou revoir quality.placed",
      outcome: .qualityNotMet)
  }

  static func unknownSystem(_ text: String, at place: Place) -> Problem {
    refused(
      "campaign.unknown-system", at: place,
      fact: "système de coordonnées inconnu « \(public: text) »",
      remedy: "écrire par exemple EPSG:2154 (Lambert-93) ou EPSG:4326 (longitude, latitude)")
  }

  static func badMask(at place: Place) -> Problem {
    refused(
      "campaign.bad-mask", at: place, fact: "sens de la valeur masquée illisible",
      remedy: "écrire un intervalle, \"<5\": [1, 4], ou le mot missing")
  }

  static func badSeparator(at place: Place) -> Problem {
    refused(
      "campaign.bad-separator", at: place, fact: "le séparateur doit être un seul caractère",
      remedy: "écrire \";\", \",\", \"|\" ou tab")
  }

  static func badVintage(at place: Place) -> Problem {
    refused(
      "campaign.bad-vintage", at: place, fact: "millésime de recensement illisible",
      remedy: "écrire RP et l’année, par exemple RP2022")
  }

  static func populationMissing(at place: Place) -> Problem {
    refused(
      "campaign.population-missing", at: place,
      fact: "un dénominateur est demandé mais aucune population n’est déclarée",
      remedy: "ajouter references.population.file")
  }

  static func thresholdTooLow(at place: Place) -> Problem {
    refused(
      "campaign.threshold-too-low", at: place, fact: "un seuil inférieur à 2 ne protège rien",
      remedy: "donner le seuil de la convention, 11 pour l’Assurance maladie")
  }

  static func thresholdMissing(_ owner: String, at place: Place) -> Problem {
    let known = PartnerThreshold.documented(for: owner)
    return refused(
      "campaign.missing-key", at: place, fact: "aucun seuil déclaré : rien ne peut être diffusé",
      remedy:
        "ajouter threshold d’après la convention ; usage connu : \(known.threshold) (\(public: known.source))"
    )
  }

  static func thresholdDocumented(
    _ owner: String, of source: String, at place: Place
  ) -> Problem {
    let known = PartnerThreshold.documented(for: owner)
    return Problem(
      "campaign.threshold-documented", .warns, at: place,
      fact:
        "source « \(public: source) » sans seuil déclaré : \(known.threshold), l’usage établi de son propriétaire",
      remedy: "déclarer threshold d’après la convention ; source : \(public: known.source)")
  }

  static func thresholdUnusual(
    _ owner: String, of source: String, at place: Place
  ) -> Problem {
    let known = PartnerThreshold.documented(for: owner)
    return Problem(
      "campaign.threshold-unusual", .warns, at: place,
      fact:
        "source « \(public: source) » : seuil inférieur à l’usage connu de son propriétaire, \(known.threshold)",
      remedy:
        "vérifier que la convention l’écrit ; usage d’après : \(public: known.source)")
  }

  static func thresholdUnusual(_ owner: String, at place: Place) -> Problem {
    let known = PartnerThreshold.documented(for: owner)
    return Problem(
      "campaign.threshold-unusual", .warns, at: place,
      fact: "seuil inférieur à l’usage connu pour ce propriétaire, \(known.threshold)",
      remedy:
        "vérifier que la convention l’écrit ; usage d’après : \(public: known.source)")
  }

  static func overlappingParts(_ part: String, at place: Place) -> Problem {
    refused(
      "campaign.overlapping-parts", at: place,
      fact: "la partie « \(public: part) » reprend un libellé d’une autre partie",
      remedy: "ne mettre chaque libellé que dans une partie d’une dimension")
  }

  static func badChange(_ text: String) -> Problem {
    refused(
      "campaign.bad-change", at: Place(key: "--what-if"),
      fact: "changement illisible « \(public: text) »",
      remedy: "écrire threshold=6, merge=CODE+CODE (IRIS d’une commune) ou drop=INDICATEUR")
  }

  static func unknownInChange(_ name: String, allowed: [String]) -> Problem {
    refused(
      "campaign.unknown-in-change", at: Place(key: "--what-if"),
      fact: "« \(public: name) » n’est pas dans la campagne", remedy: offer(name, allowed))
  }

  static func tableAdded(at place: Place) -> Problem {
    Problem(
      "campaign.table-added", .warns, at: place,
      fact:
        "le certificat porte sur un fichier que chacun peut contrôler : le GeoJSON est écrit aussi",
      remedy: "ajouter geojson ou csv à formats")
  }

  static func badDate(at place: Place) -> Problem {
    refused(
      "campaign.bad-date", at: place, fact: "date illisible",
      remedy: "écrire l’année, le mois et le jour entre guillemets, \"2026-01-31\"")
  }

  static func badReferenceDate(at place: Place) -> Problem {
    refused(
      "campaign.bad-date", at: place, fact: "date illisible",
      remedy:
        "écrire entre guillemets un jour, un mois ou une année : \"2025-12-31\", \"2025-12\" ou \"2025\""
    )
  }

  static func periodBackwards(at place: Place) -> Problem {
    refused(
      "campaign.period-backwards", at: place, fact: "fin antérieure au début",
      remedy: "écrire from avant to")
  }

  static func communesAbsent(_ communes: [Commune], file: String) -> Problem {
    let codes = communes.map(\.code).joined(separator: ", ")
    return Problem(
      "campaign.commune-absent", .stops, at: Place(file: file),
      fact: "les contours n’ont aucun IRIS de \(public: codes)",
      remedy: "vérifier territory.communes, ou prendre les contours de ce territoire",
      outcome: .referencesUnfit)
  }

  private static func offer(_ word: String, _ allowed: [String]) -> Prose {
    if let near = Suggestion.nearest(to: word, among: allowed) {
      return "écrire « \(public: near) » ?"
    }
    return "valeurs admises : \(public: allowed.joined(separator: ", "))"
  }
}
