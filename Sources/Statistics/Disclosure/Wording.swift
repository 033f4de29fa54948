internal import Diagnostics
internal import Territory

/// The sentences of this target.
enum Wording {
  static func rowsDiffer(_ indicator: String) -> Problem {
    Problem(
      "disclosure.rows-differ", .stops, at: Place(part: indicator),
      fact: "cet indicateur n’a pas les mêmes IRIS que les autres de la diffusion",
      remedy: "calculer tous les indicateurs sur les mêmes contours", outcome: .protectionFailed)
  }

  static func notProtected(_ indicators: [String], _ commune: Commune) -> Problem {
    let names = Prose.joined(indicators.map { "« \(public: $0) »" })
    return Problem(
      "disclosure.not-protected", .stops, at: Place(code: commune.code),
      fact: "une valeur retenue de \(names) pourrait être recalculée ; rien n’est diffusé",
      remedy: "retirer un de ces indicateurs de la diffusion, ou l’un de ses croisements",
      outcome: .protectionFailed)
  }

  static func alreadyPublic(_ indicator: String, _ commune: Commune) -> Problem {
    Problem(
      "disclosure.already-public", .stops, at: Place(code: commune.code),
      fact:
        "un petit effectif de « \(public: indicator) » a déjà été diffusé ; le seuil ne peut plus le protéger",
      remedy: "reprendre le seuil de la diffusion précédente, ou retirer l’indicateur",
      outcome: .protectionFailed)
  }

  static func takenBack(_ indicator: String, _ commune: Commune) -> Problem {
    Problem(
      "disclosure.taken-back", .stops, at: Place(code: commune.code),
      fact:
        "« \(public: indicator) » ne peut être protégé qu’en retenant des valeurs déjà diffusées",
      remedy: "retirer « \(public: indicator) » de la diffusion, ou le croisement qui l’expose",
      outcome: .protectionFailed)
  }

  static func zonesOverlap(_ zoning: String, _ iris: Iris) -> Problem {
    Problem(
      "disclosure.zones-overlap", .stops, at: Place(code: iris.code),
      fact: "cet IRIS est dans deux groupes du zonage « \(public: zoning) »",
      remedy: "ne laisser chaque IRIS que dans un groupe", outcome: .protectionFailed)
  }

  static func linkDenied(_ sources: [String], _ code: String, count: Int) -> Problem {
    let names = Prose.joined(sources.map { "« \(public: $0) »" })
    return Problem(
      "disclosure.link-denied", .stops, at: Place(code: code),
      fact:
        "les effectifs de \(names) démentent ce que la campagne dit de leurs liens, à \(count, "ligne", "lignes")",
      remedy: "corriger un des fichiers, ou retirer sum_of ou part_of", outcome: .inputRefused)
  }

  static func linksTooFine(_ kinds: Int) -> Problem {
    Problem(
      "disclosure.links-too-fine", .stops, at: Place(key: "part_of"),
      fact:
        "les sources liées et leurs croisements font \(kinds, "catégorie", "catégories"), trop pour être protégées ensemble",
      remedy: "retirer une ventilation des sources liées, ou part_of là où aucun reste n’est petit",
      outcome: .protectionFailed)
  }

  static func doesNotNest(_ zoning: String, _ group: String) -> Problem {
    Problem(
      "disclosure.does-not-nest", .stops, at: Place(part: zoning),
      fact: "le groupe « \(public: group) » a des IRIS de plusieurs communes",
      remedy: "couper le groupe à la limite des communes, ou ne pas déclarer ce zonage emboîté",
      outcome: .protectionFailed)
  }

  static func notAnArchive(at place: Place) -> Problem {
    Problem(
      "disclosure.not-an-archive", .stops, at: place,
      fact: "ce fichier n’est pas une diffusion archivée", remedy: again, outcome: .protectionFailed
    )
  }

  static func archiveVersion(at place: Place) -> Problem {
    Problem(
      "disclosure.archive-version", .stops, at: place,
      fact: "diffusion archivée par une autre version de Maille",
      remedy: "la relire avec la version qui l’a écrite, ou relancer maille run",
      outcome: .protectionFailed)
  }

  static func archiveDamaged(at place: Place) -> Problem {
    Problem(
      "disclosure.archive-damaged", .stops, at: place,
      fact: "diffusion archivée incomplète ou modifiée depuis son écriture", remedy: again,
      outcome: .protectionFailed)
  }

  static func archiveShows(_ commune: Commune, at place: Place) -> Problem {
    Problem(
      "disclosure.archive-shows", .stops, at: Place(file: place.file, code: commune.code),
      fact: "diffusion archivée qui montre une valeur que son statut ou son seuil interdit",
      remedy: again, outcome: .protectionFailed)
  }

  private static let again: Prose = "rétablir la copie d’origine, ou relancer maille run"

  static func cost(_ line: ProtectionCost.Line) -> Prose {
    let withheld: Prose =
      "« \(public: line.indicator) » : \(line.withheld, "valeur retenue", "valeurs retenues") sur \(line.cells)"
    guard let share = line.shareShown else { return withheld }
    return "\(withheld) ; \(100 * share, decimals: 1) % des personnes dans les IRIS montrés"
  }
}
