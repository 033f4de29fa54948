internal import Boundaries
internal import Diagnostics
internal import Territory

/// The sentences of this target.
enum Wording {
  // MARK: Comparing two editions

  static func otherSystem(_ old: Contours, _ new: Contours) -> Problem {
    Problem(
      "crosswalks.other-system", .stops,
      fact:
        "« \(public: old.edition.name) » est en \(public: old.system.name) et « \(public: new.edition.name) » en \(public: new.system.name)",
      remedy: "donner deux éditions du même territoire", outcome: .referencesUnfit)
  }

  static func vanished(_ iris: Iris, _ from: Edition, _ to: Edition) -> Problem {
    Problem(
      "crosswalks.vanished", .warns, at: Place(code: iris.code),
      fact:
        "IRIS de « \(public: from.name) » sans aucun terrain commun avec « \(public: to.name) »",
      remedy: "vérifier que les deux éditions couvrent les mêmes communes")
  }

  static func appeared(_ iris: Iris, _ from: Edition, _ to: Edition) -> Problem {
    Problem(
      "crosswalks.appeared", .warns, at: Place(code: iris.code),
      fact:
        "IRIS de « \(public: to.name) » auquel aucun IRIS de « \(public: from.name) » ne mène : ses chiffres portés sont inconnus, pas nuls",
      remedy: "vérifier que les deux éditions couvrent les mêmes communes")
  }

  static func lowCoverage(_ link: Link) -> Problem {
    Problem(
      "crosswalks.low-coverage", .warns, at: Place(code: link.old.code),
      fact:
        "seulement \(100 * link.coverage.value, decimals: 1) % de l’IRIS se retrouvent dans ceux où il mène",
      remedy:
        "donner les mouvements de communes du COG (--movements) si une limite communale a changé ; sinon les deux tracés diffèrent de beaucoup"
    )
  }

  static func halfReached(_ iris: Iris, _ from: Edition) -> Problem {
    Problem(
      "crosswalks.half-reached", .warns, at: Place(code: iris.code),
      fact:
        "une bonne partie de l’IRIS ne vient d’aucun IRIS de « \(public: from.name) » : ses chiffres portés sont trop petits",
      remedy:
        "donner toutes les communes de l’ancienne édition et les mouvements du COG (--movements)")
  }

  static func undated(_ from: Edition, _ to: Edition) -> Problem {
    Problem(
      "crosswalks.undated", .warns,
      fact:
        "« \(public: from.name) » ou « \(public: to.name) » ne dit pas son année : les mouvements de communes ne sont pas bornés",
      remedy: "nommer les éditions avec leur année : « IRIS 2024 »")
  }

  static func fewAddresses(_ iris: Iris) -> Problem {
    Problem(
      "crosswalks.few-addresses", .warns, at: Place(code: iris.code),
      fact:
        "IRIS divisé qui a moins de \(Tolerance.leastAddresses) adresses : parts d’après les surfaces",
      remedy: "rien à faire si l’IRIS est peu bâti ; sinon compléter la base d’adresses")
  }

  // MARK: Files

  static func noPositionColumn(_ path: String, _ columns: [String]) -> Problem {
    Problem(
      "crosswalks.no-position-column", .stops, at: Place(file: path),
      fact:
        "ni colonnes x et y, ni lon et lat (colonnes : \(public: columns.prefix(20).joined(separator: ", ")))",
      remedy: "donner une base d’adresses BAN ou BAL", outcome: .referencesUnfit)
  }

  static func noMovementColumn(_ path: String, _ missing: [String]) -> Problem {
    Problem(
      "crosswalks.no-movement-column", .stops, at: Place(file: path),
      fact: "colonnes absentes : \(public: missing.joined(separator: ", "))",
      remedy: "donner le fichier v_mvtcommune du Code officiel géographique",
      outcome: .referencesUnfit)
  }

  static func badRow(_ place: Place) -> Problem {
    Problem(
      "crosswalks.bad-row", .dropsRow, at: place,
      fact: "il y faut deux codes IRIS de neuf caractères et une part entre 0 et 1",
      remedy: "corriger la ligne")
  }

  static func noEdition(_ path: String) -> Problem {
    Problem(
      "crosswalks.no-edition", .stops, at: Place(file: path),
      fact: "la table ne dit pas de quelle édition à quelle édition elle mène",
      remedy:
        "nommer les deux éditions, ou remplir les colonnes edition_ancienne et edition_nouvelle",
      outcome: .referencesUnfit)
  }

  static func badTotal(_ place: Place, _ iris: Iris) -> Problem {
    Problem(
      "crosswalks.bad-total", .stops, at: place,
      fact: "les parts de l’IRIS \(public: iris.code) ne font pas 1",
      remedy: "corriger les parts de cet IRIS : leur somme est 1", outcome: .referencesUnfit)
  }

  static func repeatedLink(_ place: Place, _ iris: Iris) -> Problem {
    Problem(
      "crosswalks.repeated-link", .stops, at: place,
      fact: "l’IRIS \(public: iris.code) mène deux fois au même",
      remedy: "réunir les deux lignes", outcome: .referencesUnfit)
  }

  // MARK: Carrying

  static func unknownIris(_ iris: Iris, _ edition: Edition) -> Problem {
    Problem(
      "crosswalks.unknown-iris", .warns, at: Place(code: iris.code),
      fact:
        "code absent de « \(public: edition.name) » : ses unités restent à la commune, sans IRIS",
      remedy: "vérifier l’édition des codes IRIS de la source")
  }

  static func vanishedUnits(_ iris: Iris) -> Problem {
    Problem(
      "crosswalks.vanished-units", .warns, at: Place(code: iris.code),
      fact: "IRIS disparu : ses unités restent à la commune, sans IRIS",
      remedy: "vérifier que les deux éditions couvrent les mêmes communes")
  }
}
