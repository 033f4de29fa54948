internal import Diagnostics
internal import Geometry
internal import Projection
internal import Territory

/// The sentences about contours.
enum Wording {
  // MARK: Files and columns

  static func unknownFormat(_ path: String) -> Problem {
    Problem(
      "boundaries.unknown-format", .stops, at: Place(file: path),
      fact: "ni GeoPackage, ni GeoJSON, ni Shapefile, ni archive qui en contienne",
      remedy: "donner les contours tels que l’IGN les livre, ou les exporter en GeoPackage")
  }

  static func noLayer(_ path: String, _ names: [String]) -> Problem {
    Problem(
      "boundaries.no-layer", .stops, at: Place(file: path),
      fact:
        "aucune couche n’a de colonne de code IRIS (couches : \(public: names.joined(separator: ", ")))",
      remedy: "donner le fichier des contours IRIS, ou nommer la couche (layer)",
      outcome: .referencesUnfit)
  }

  static func severalLayers(_ path: String, _ names: [String]) -> Problem {
    Problem(
      "boundaries.several-layers", .stops, at: Place(file: path),
      fact: "plusieurs couches de contours : \(public: names.joined(separator: ", "))",
      remedy: "nommer celle à lire (layer dans la campagne, --layer en ligne de commande)")
  }

  static func noCodeColumn(_ place: Place, _ fields: [String]) -> Problem {
    Problem(
      "boundaries.no-code-column", .stops, at: place,
      fact:
        "aucune colonne ne donne le code IRIS (colonnes : \(public: fields.prefix(20).joined(separator: ", ")))",
      remedy: "nommer la colonne code_iris, ou donner les contours IRIS de l’IGN",
      outcome: .referencesUnfit)
  }

  static func noAreaColumn(_ place: Place, _ column: String, _ fields: [String]) -> Problem {
    Problem(
      "boundaries.no-area-column", .stops, at: place,
      fact: "colonne « \(public: column) » absente de ce zonage",
      remedy: "colonnes du fichier : \(public: fields.prefix(20).joined(separator: ", "))",
      outcome: .usage)
  }

  static func codeByValues(_ place: Place, _ field: String) -> Problem {
    Problem(
      "boundaries.code-by-values", .warns, at: place,
      fact: "la colonne « \(public: field) » est prise pour le code IRIS, d’après ses valeurs",
      remedy: "rien à faire si c’est bien lui ; sinon nommer la bonne colonne code_iris")
  }

  static func empty(_ place: Place) -> Problem {
    Problem(
      "boundaries.no-area", .stops, at: place, fact: "aucun contour utilisable dans ce fichier",
      remedy: "vérifier le fichier, et qu’il couvre les communes demandées",
      outcome: .referencesUnfit)
  }

  // MARK: Codes

  static func badCode(_ place: Place) -> Problem {
    Problem(
      "boundaries.bad-code", .dropsRow, at: place,
      fact: "ce n’est pas un code IRIS de neuf caractères : contour mis de côté",
      remedy: "corriger le code : commune sur cinq caractères, puis quatre chiffres")
  }

  static func paddedCode(_ place: Place) -> Problem {
    Problem(
      "boundaries.padded-code", .warns, at: place,
      fact: "code stocké comme un nombre : zéros de tête rétablis",
      remedy: "garder les codes en texte dans le fichier d’origine")
  }

  static func communeDiffers(_ place: Place, _ commune: Commune) -> Problem {
    Problem(
      "boundaries.commune-differs", .warns, at: place,
      fact: "la colonne de la commune dit \(public: commune.code), le code IRIS fait foi",
      remedy: "vérifier que codes et communes sont de la même édition")
  }

  static func repeatedCode(_ place: Place) -> Problem {
    Problem(
      "boundaries.repeated-code", .warns, at: place,
      fact: "code déjà porté par un autre objet de même nom : les deux sont réunis",
      remedy: "rien à faire si l’IRIS est en plusieurs morceaux")
  }

  static func contradictoryCode(_ place: Place) -> Problem {
    Problem(
      "boundaries.contradictory-code", .stops, at: place,
      fact: "code déjà porté par un objet d’un autre nom",
      remedy: "corriger l’un des deux codes : chacun doit désigner un seul IRIS")
  }

  static func unknownType(_ place: Place) -> Problem {
    Problem(
      "boundaries.unknown-type", .warns, at: place,
      fact: "type d’IRIS absent ou inconnu : pris comme habitat",
      remedy: "donner H, A, D ou Z")
  }

  static func noShape(_ place: Place) -> Problem {
    Problem(
      "boundaries.no-shape", .dropsRow, at: place,
      fact: "aucun contour pour ce code : IRIS mis de côté",
      remedy: "compléter la géométrie de cet objet")
  }

  // MARK: Borders

  static func invalid(_ place: Place, before: Double, after: Double, reason: String) -> Problem {
    Problem(
      "boundaries.invalid-ring", .warns, at: place,
      fact:
        "contour non valide (\(public: reason)), réparé : \(before, decimals: 0) m² deviennent \(after, decimals: 0) m²",
      remedy: "comparer avec la livraison de l’IGN si la surface change sensiblement")
  }

  static func overlap(_ place: Place, area: Double, _ first: Iris, _ second: Iris) -> Problem {
    Problem(
      "boundaries.overlap", .warns, at: place,
      fact:
        "\(public: first.code) et \(public: second.code) se recouvrent sur \(area, decimals: 0) m²",
      remedy: "le plus petit code y compte les positions ; corriger les contours s’il le faut")
  }

  static func gap(_ place: Place, area: Double, _ codes: [Iris]) -> Problem {
    let names = codes.map(\.code).joined(separator: " et ")
    return Problem(
      "boundaries.gap", .warns, at: place,
      fact: "vide de \(area, decimals: 0) m² au bord de \(public: names)",
      remedy: "une position dans ce vide n’est à aucun IRIS ; corriger les contours s’il le faut")
  }

  static func bordersUnchecked(_ place: Place, edges: Int) -> Problem {
    Problem(
      "boundaries.borders-unchecked", .warns, at: place,
      fact:
        "\(edges) segments de limite n’ont pas de vis-à-vis : recouvrements et vides non recherchés",
      remedy: "prendre des contours dont les voisins partagent leurs sommets")
  }
}

// MARK: - Reference systems

extension Wording {
  static func noSystem(_ place: Place, fitting: [PlausibleSystem]) -> Problem {
    Problem(
      "boundaries.no-system", .stops, at: place,
      fact: "le fichier ne déclare aucun système de coordonnées",
      remedy: declare(fitting) ?? "déclarer crs dans references.boundaries, par exemple EPSG:2154")
  }

  static func outsideSystem(
    _ place: Place, declared: ReferenceSystem, fitting: [PlausibleSystem]
  ) -> Problem {
    if let first = fitting.first, first.isSwapped, first.system.isSame(as: declared) {
      return Problem(
        "boundaries.swapped-axes", .stops, at: place,
        fact: "les deux coordonnées sont échangées (système déclaré : \(public: declared.label))",
        remedy: "exporter de nouveau la couche, l’abscisse ou la longitude d’abord")
    }
    return Problem(
      "boundaries.outside-system", .stops, at: place,
      fact:
        "les contours tombent hors du territoire dans le système déclaré, \(public: declared.label)",
      remedy: declare(fitting) ?? "vérifier le système de coordonnées du fichier")
  }

  static func outsideArea(_ place: Place) -> Problem {
    Problem(
      "boundaries.outside-area", .warns, at: place,
      fact: "contour hors de la zone d’emploi du système de coordonnées",
      remedy: "vérifier cet objet : ses coordonnées, ou son code")
  }

  static func untransformed(_ place: Place) -> Problem {
    Problem(
      "boundaries.not-transformed", .dropsRow, at: place,
      fact: "coordonnées que le changement de système ne peut pas traiter : contour mis de côté",
      remedy: "vérifier les coordonnées de cet objet")
  }

  static func systemIgnored(_ place: Place, own: ReferenceSystem) -> Problem {
    Problem(
      "boundaries.system-ignored", .warns, at: place,
      fact: "le fichier déclare \(public: own.label), autre que la campagne : le sien fait foi",
      remedy: "ôter crs de references.boundaries")
  }

  static func systemReplaced(_ place: Place, own: ReferenceSystem) -> Problem {
    Problem(
      "boundaries.system-replaced", .warns, at: place,
      fact:
        "\(public: own.label), le système du fichier, met les contours hors du territoire : celui de la campagne est pris",
      remedy: "rien à faire ; mieux : corriger la déclaration du fichier")
  }

  static func severalTerritories(_ place: Place, _ systems: [TerritorySystem]) -> Problem {
    Problem(
      "boundaries.several-territories", .stops, at: place,
      fact:
        "des territoires de systèmes différents : \(public: systems.map(\.name).joined(separator: ", "))",
      remedy: "faire une campagne par territoire, ou donner --commune",
      outcome: .usage)
  }

  private static func declare(_ fitting: [PlausibleSystem]) -> Prose? {
    if fitting.isEmpty { return nil }
    let labels = fitting.prefix(3).map(\.label).joined(separator: " ou ")
    return "déclarer crs dans references.boundaries : \(public: labels) conviendrait"
  }
}
