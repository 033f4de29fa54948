internal import Diagnostics

/// The sentences about reference data.
enum Wording {
  static func refused(
    _ code: StaticString, _ path: String, line: Int? = nil, fact: Prose, remedy: Prose
  ) -> Problem {
    Problem(
      code, .stops, at: Place(file: path, line: line), fact: fact, remedy: remedy,
      outcome: .referencesUnfit)
  }

  static func webPage(_ path: String) -> Problem {
    refused(
      "references.web-page", path,
      fact: "c’est une page web enregistrée sous ce nom, non le fichier attendu",
      remedy:
        "l’adresse a sans doute changé : reprendre le téléchargement depuis le site du producteur")
  }

  static func unknown(_ path: String) -> Problem {
    refused(
      "references.unknown", path,
      fact:
        "ni contours IRIS, ni recensement à l’IRIS, ni base d’adresses, ni liste officielle de communes ou de codes postaux",
      remedy:
        "donner le fichier tel que téléchargé (IGN, INSEE, BAN, BAL, COG, La Poste), sans le modifier"
    )
  }

  static func foreignColumns(_ path: String, _ kind: ReferenceKind, _ names: [String]) -> Problem {
    let shown = names.prefix(5).joined(separator: ", ")
    return refused(
      "references.foreign-columns", path,
      fact:
        "ressemble à « \(public: kind.label) », avec des colonnes qui n’y sont jamais : \(public: shown)",
      remedy:
        "ne ranger ici que le fichier officiel ; celui d’un partenaire n’entre pas dans la bibliothèque"
    )
  }

  static func unfitVintage(_ file: RecognisedFile, on year: Int, reason: String) -> Problem {
    Problem(
      "references.unfit-vintage", file.kind == .census ? .stops : .warns,
      at: Place(file: file.path),
      fact: "ne va pas avec les contours de \(plain: year) : \(public: reason)",
      remedy: "maille references check dit ce qui va avec ces contours",
      outcome: .referencesUnfit)
  }

  static func noVintage(_ path: String, _ kind: ReferenceKind, example: String) -> Problem {
    refused(
      "references.no-vintage", path,
      fact: "\(public: kind.label) : rien ne dit le millésime, ni le contenu ni le nom",
      remedy: "le donner : --vintage \(public: example)")
  }

  static func contradictoryVintage(
    _ path: String, _ said: ReferenceVintage, _ found: ReferenceVintage
  ) -> Problem {
    refused(
      "references.contradictory-vintage", path,
      fact: "millésime annoncé \(public: said.description), contenu \(public: found.description)",
      remedy:
        "vérifier le fichier ; si le contenu dit vrai, --vintage \(public: found.description)")
  }

  static func impossibleEdition(
    _ path: String, _ edition: ReferenceVintage, _ years: ClosedRange<Int>
  ) -> Problem {
    let last = years.upperBound > 2099 ? "" : " à \(years.upperBound)"
    return refused(
      "references.contradictory-vintage", path,
      fact:
        "édition annoncée \(public: edition.description), attributs des éditions \(plain: years.lowerBound)\(public: last)",
      remedy: "vérifier de quelle édition vient le fichier, et la donner par --vintage")
  }
}

extension Wording {
  static func badCatalogue(_ path: String, line: Int) -> Problem {
    refused(
      "references.bad-catalogue", path, line: line,
      fact: "cette ligne du catalogue n’est pas de la forme attendue",
      remedy: "la rétablir, ou supprimer le catalogue et ranger les fichiers de nouveau")
  }

  static func unexpectedKind(
    _ path: String, _ expected: ReferenceKind, found: ReferenceKind
  ) -> Problem {
    refused(
      "references.unexpected-kind", path,
      fact: "\(public: expected.label) attendu, \(public: found.label) reçu",
      remedy: "corriger l’adresse de ce genre dans la liste des adresses")
  }

  static func competing(
    _ path: String, _ entry: CatalogueEntry, _ rival: CatalogueEntry
  ) -> Problem {
    refused(
      "references.competing", path,
      fact:
        "un autre fichier est rangé pour \(public: entry.kind.label) \(public: entry.vintage.description), \(public: entry.territory) : \(public: rival.path)",
      remedy: "garder l’un des deux : --replace pour celui-ci, ou lui donner son propre --vintage")
  }

  static func busy(_ folder: String) -> Problem {
    Problem(
      "references.busy", .stops, at: Place(file: folder),
      fact: "un autre processus modifie cette bibliothèque",
      remedy: "attendre sa fin puis relancer", outcome: .temporary)
  }

  static func cannotLock(_ folder: String) -> Problem {
    Problem(
      "references.cannot-write", .stops, at: Place(file: folder),
      fact: "écriture interdite dans la bibliothèque",
      remedy: "en donner le droit, ou choisir un autre dossier par --library")
  }
}

extension Wording {
  static func gone(_ path: String) -> Problem {
    refused(
      "references.gone", path, fact: "ce fichier du catalogue n’est plus là",
      remedy: "le ranger de nouveau : maille references add")
  }

  static func changed(_ path: String) -> Problem {
    refused(
      "references.changed", path, fact: "ce fichier n’a plus l’empreinte du catalogue",
      remedy:
        "le supprimer et le ranger de nouveau depuis l’original : maille references add --replace")
  }

  static func badVintage(_ text: String) -> Problem {
    Problem(
      "references.bad-vintage", .stops, fact: "millésime illisible « \(public: text) »",
      remedy: "écrire 2024, 2026-07, 2026-07-15 ou RP2022", outcome: .usage)
  }
}
