internal import Diagnostics
internal import Projection

/// The sentences about partners' files. None of them can hold a cell.
enum Wording {
  static func blankCount(at place: Place) -> Problem {
    Problem(
      "intake.blank-count", .warns, at: place,
      fact: "effectif vide dont le sens n’est pas déclaré : pris comme non transmis",
      remedy: "déclarer masked: { \"\": [1, 4] } si le vide cache un petit effectif")
  }

  static func unreadableCount(at place: Place) -> Problem {
    Problem(
      "intake.unreadable-count", .warns, at: place,
      fact: "effectif illisible : pris comme non transmis",
      remedy: "déclarer le sens de cette mention dans masked, ou corriger la cellule")
  }

  static func excluded(at place: Place) -> Problem {
    Problem(
      "intake.excluded-row", .warns, at: place,
      fact: "ligne écartée par exclude (total ou note) : ni lue ni comptée",
      remedy: "rien à faire si c’est bien une ligne de total")
  }

  static func repeatedKeys(_ count: Int, _ key: RepeatedKey, at place: Place) -> Problem {
    let fate: Prose =
      switch key.rule {
      case .keep: "comptées"
      case .once: "non comptées"
      case .refuse: "fichier refusé"
      }
    return Problem(
      "intake.repeated-key", key.rule == .refuse ? .stops : .warns, at: place,
      fact: "\(count) lignes répètent « \(public: key.column) » : \(fate)",
      remedy: "déclarer duplicates: once pour n’en compter qu’une, keep pour les compter toutes")
  }

  static func badCode(at place: Place) -> Problem {
    Problem(
      "intake.bad-iris-code", .warns, at: place,
      fact: "ce n’est pas un code IRIS de neuf caractères : ligne comptée non localisée",
      remedy: "vérifier la ou les colonnes déclarées dans iris")
  }

  static func paddedCode(at place: Place) -> Problem {
    Problem(
      "intake.padded-code", .warns, at: place,
      fact: "code IRIS de huit caractères : zéro de tête rétabli",
      remedy: "demander au partenaire des codes en texte")
  }

  static func tooManyLabels(_ column: String, most: Int, file: String) -> Problem {
    Problem(
      "intake.too-many-labels", .stops, at: Place(file: file),
      fact: "la colonne « \(public: column) » porte plus de \(most) valeurs distinctes",
      remedy:
        "déclarer une colonne de catégories (tranches d’âge, sexe), non d’identités ni de dates")
  }

  static func swapped(_ x: String, _ y: String, file: String) -> Problem {
    Problem(
      "intake.swapped-coordinates", .stops, at: Place(file: file),
      fact: "aucune position dans le territoire : les deux coordonnées sont inversées",
      remedy: "échanger « \(public: x) » et « \(public: y) » dans position")
  }

  static func allOutside(fitting: [PlausibleSystem], file: String) -> Problem {
    let names = fitting.prefix(3).map(name)
    let remedy: Prose =
      names.isEmpty
      ? "vérifier les communes du territoire, les colonnes et le système déclarés"
      : "déclarer crs: \(public: names.joined(separator: " ou ")), qui les y placerait"
    return Problem(
      "intake.all-outside", .stops, at: Place(file: file),
      fact: "aucune position dans le territoire avec le système déclaré", remedy: remedy)
  }

  /// As the campaign would declare it, the columns exchanged where they must be.
  private static func name(of fitting: PlausibleSystem) -> String {
    let code = fitting.system.epsgCode.map { "EPSG:\($0)" } ?? fitting.system.label
    return fitting.isSwapped ? "\(code), x et y échangés" : code
  }
}
