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

  static func notACount(at place: Place) -> Problem {
    Problem(
      "intake.not-a-count", .stops, at: place,
      fact: "effectif négatif ou à décimales : ce n’est pas un nombre de personnes",
      remedy: "vérifier la colonne déclarée dans count ; un taux ou un solde ne s’additionne pas")
  }

  static func unreadableAmount(at place: Place) -> Problem {
    Problem(
      "intake.unreadable-amount", .warns, at: place,
      fact: "montant vide, négatif ou illisible : pris comme non transmis",
      remedy: "déclarer le signe décimal (decimal), ou corriger la cellule")
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
      case .keep: count < 2 ? "comptée" : "comptées"
      case .once: count < 2 ? "non comptée" : "non comptées"
      case .refuse: "fichier refusé"
      }
    return Problem(
      "intake.repeated-key", key.rule == .refuse ? .stops : .warns, at: place,
      fact: "\(count, "ligne répète", "lignes répètent") « \(public: key.column) » : \(fate)",
      remedy: "déclarer duplicates: once pour n’en compter qu’une, keep pour les compter toutes")
  }

  static func badCode(at place: Place) -> Problem {
    Problem(
      "intake.bad-iris-code", .warns, at: place,
      fact: "ce n’est pas un code IRIS de neuf caractères : ligne comptée non localisée",
      remedy: "vérifier la ou les colonnes déclarées dans iris")
  }

  static func mendedCode(at place: Place) -> Problem {
    Problem(
      "intake.mended-code", .warns, at: place,
      fact: "code abîmé par un tableur (zéro de tête perdu, « .0 », puissance de dix) : rétabli",
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

  static func noAddress(file: String) -> Problem {
    Problem(
      "intake.no-address", .stops, at: Place(file: file),
      fact: "aucune colonne n’est reconnue comme une voie ou une adresse",
      remedy: "déclarer les colonnes : --street, --line, --number, --postcode, --city, --insee",
      outcome: .usage)
  }

  static func noGeocoder(file: String) -> Problem {
    Problem(
      "intake.no-geocoder", .stops, at: Place(file: file),
      fact: "les adresses de ce fichier n’ont pas de base d’adresses",
      remedy: "ajouter references.addresses.files", outcome: .referencesUnfit)
  }

  static func specialAddress(_ class: SpecialAddresses.Class, at place: Place) -> Problem {
    switch `class` {
    case .out:
      Problem(
        "intake.special-out", .warns, at: place,
        fact: "adresse spéciale classée hors territoire",
        remedy: "revoir sa classe dans special_addresses si ces personnes y vivent")
    case .apart, .inside:
      Problem(
        "intake.special-apart", .warns, at: place,
        fact: "adresse spéciale : comptée à la commune, non à l’IRIS",
        remedy: "revoir sa classe dans special_addresses si ces personnes y vivent")
    }
  }

  static func specialNotFound(at place: Place) -> Problem {
    Problem(
      "intake.special-not-found", .warns, at: place,
      fact: "adresse spéciale introuvable au numéro dans la base : laissée de côté",
      remedy: "corriger son adresse, maille geocode --explain en donne les étapes")
  }

  static func specialClass(at place: Place) -> Problem {
    Problem(
      "intake.special-class", .stops, at: place, fact: "classe d’adresse spéciale inconnue",
      remedy: "écrire dedans, dehors ou a_part (in, out, apart)")
  }

  static func outputColumn(_ name: String, file: String) -> Problem {
    Problem(
      "intake.output-column", .stops, at: Place(file: file),
      fact: "la colonne « \(public: name) » à recopier porte le nom d’une colonne ajoutée",
      remedy: "la renommer dans le fichier, ou ne pas la recopier", outcome: .usage)
  }

  static func alreadyGeocoded(file: String) -> Problem {
    Problem(
      "intake.already-geocoded", .warns, at: Place(file: file),
      fact: "ce fichier porte déjà des colonnes de géocodage (result_…), non lues ici",
      remedy: "partir du fichier d’origine, ou utiliser maille locate sur ses coordonnées")
  }

  static func badDecision(at place: Place) -> Problem {
    Problem(
      "intake.bad-decision", .warns, at: place,
      fact: "la décision renvoie à une proposition qui n’existe pas : laissée de côté",
      remedy: "écrire 1, 2 ou 3 pour une proposition présente, ou le nom de la voie")
  }

  /// As the campaign would declare it, the columns exchanged where they must be.
  private static func name(of fitting: PlausibleSystem) -> String {
    let code = fitting.system.epsgCode.map { "EPSG:\($0)" } ?? fitting.system.label
    return fitting.isSwapped ? "\(code), x et y échangés" : code
  }
}
