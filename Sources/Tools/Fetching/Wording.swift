internal import Diagnostics
internal import Glibc

/// The sentences about downloads.
enum Wording {
  private static func refused(
    _ code: StaticString, _ place: Place, fact: Prose, remedy: Prose,
    outcome: Outcome = .referencesUnfit
  ) -> Problem {
    Problem(code, .stops, at: place, fact: fact, remedy: remedy, outcome: outcome)
  }

  private static func correct(_ place: Place) -> Prose {
    "ouvrir la page du producteur, y copier la nouvelle adresse, et la mettre à la ligne \(plain: place.line ?? 1) de \(public: place.file ?? "")"
  }

  static func badTable(_ path: String, line: Int) -> Problem {
    refused(
      "fetching.bad-table", Place(file: path, line: line),
      fact: "ligne d’adresse illisible",
      remedy:
        "cinq colonnes séparées par des tabulations, genre, geographie, millesime, adresse (https) et empreinte ; supprimer le fichier pour retrouver celui d’origine",
      outcome: .usage)
  }

  static func unknownKind(_ kind: String, _ legal: [String]) -> Problem {
    let near = Suggestion.nearest(to: kind, among: legal).map { " ; le plus proche : \($0)" } ?? ""
    return refused(
      "fetching.unknown-kind", .none, fact: "genre inconnu « \(public: kind) »",
      remedy: "choisir parmi \(public: legal.joined(separator: ", "))\(public: near)",
      outcome: .usage)
  }

  static func unknownCommune(_ code: String) -> Problem {
    refused(
      "fetching.unknown-commune", .none,
      fact: "« \(public: code) » n’est pas un code INSEE de commune",
      remedy: "écrire les cinq caractères du code : --commune 21231", outcome: .usage)
  }

  static func noAddress(_ path: String, _ kind: String, _ year: Int, known: [Int]) -> Problem {
    let years = known.map(String.init).joined(separator: ", ")
    return refused(
      "fetching.no-address", Place(file: path),
      fact:
        "aucune adresse pour « \(public: kind) » dans la géographie \(plain: year) (connues : \(public: years))",
      remedy: "ajouter à ce fichier la ligne de ce millésime, d’après la page du producteur")
  }

  static func unreachable(_ wanted: Wanted, _ words: String) -> Problem {
    refused(
      "fetching.unreachable", wanted.place,
      fact: "serveur injoignable pour \(public: wanted.address) (\(public: words))",
      remedy: "vérifier la connexion ou le mandataire (https_proxy) puis relancer",
      outcome: .temporary)
  }

  static func forbiddenRedirect(_ wanted: Wanted) -> Problem {
    refused(
      "fetching.forbidden-redirect", wanted.place,
      fact: "\(public: wanted.address) renvoie vers une adresse non chiffrée, ou en rond",
      remedy: correct(wanted.place))
  }

  static func cut(_ wanted: Wanted, at bytes: Int) -> Problem {
    refused(
      "fetching.cut", wanted.place,
      fact: "téléchargement coupé après \(bytes) octets de \(public: wanted.address)",
      remedy: "relancer la même commande : elle reprend où celle-ci s’est arrêtée",
      outcome: .temporary)
  }

  static func nothing(_ wanted: Wanted) -> Problem {
    refused(
      "fetching.nothing", wanted.place, fact: "réponse vide pour \(public: wanted.address)",
      remedy: "relancer plus tard", outcome: .temporary)
  }

  static func refused(_ wanted: Wanted, status: Int, movedTo: String?) -> Problem {
    if status == 429 || status >= 500 {
      return refused(
        "fetching.server-error", wanted.place,
        fact: "le serveur répond \(plain: status) pour \(public: wanted.address)",
        remedy: "relancer plus tard", outcome: .temporary)
    }
    let moved: Prose = movedTo.map { ", après renvoi vers \(public: $0)" } ?? ""
    return refused(
      "fetching.moved", wanted.place,
      fact:
        "l’adresse n’existe plus (réponse \(plain: status)\(moved)) : \(public: wanted.address)",
      remedy: correct(wanted.place))
  }

  static func webPage(_ wanted: Wanted, movedTo: String? = nil) -> Problem {
    let moved: Prose = movedTo.map { ", après renvoi vers \(public: $0)" } ?? ""
    return refused(
      "fetching.web-page", wanted.place,
      fact: "une page web est venue à la place du fichier\(moved) : \(public: wanted.address)",
      remedy: correct(wanted.place))
  }

  static func damaged(_ wanted: Wanted) -> Problem {
    refused(
      "fetching.damaged", wanted.place,
      fact: "l’empreinte MD5 publiée n’est pas celle du fichier reçu : \(public: wanted.address)",
      remedy: "relancer : le fichier est repris du début", outcome: .temporary)
  }

  static func busy(_ path: String) -> Problem {
    refused(
      "fetching.busy", Place(file: path),
      fact: "un autre processus télécharge déjà ce fichier", remedy: "attendre sa fin",
      outcome: .temporary)
  }

  static func cannotWrite(_ path: String, _ error: Int32) -> Problem {
    let isFull = error == ENOSPC || error == EDQUOT
    return refused(
      isFull ? "fetching.disk-full" : "fetching.cannot-write", Place(file: path),
      fact: isFull ? "plus de place sur le disque" : "écriture impossible dans la bibliothèque",
      remedy: isFull
        ? "libérer de la place puis relancer : le téléchargement reprend où il en est"
        : "vérifier les droits du dossier, ou en choisir un autre par --library",
      outcome: isFull ? .temporary : .referencesUnfit)
  }
}
