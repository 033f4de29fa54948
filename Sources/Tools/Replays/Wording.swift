internal import Diagnostics
internal import Recognition
internal import References

/// The sentences about replayed campaigns.
enum Wording {
  private static func refused(
    _ code: StaticString, at place: Place, fact: Prose, remedy: Prose,
    outcome: Outcome = .inputRefused
  ) -> Problem {
    Problem(code, .stops, at: place, fact: fact, remedy: remedy, outcome: outcome)
  }

  private static func warns(
    _ code: StaticString, at place: Place, fact: Prose, remedy: Prose
  ) -> Problem {
    Problem(code, .warns, at: place, fact: fact, remedy: remedy)
  }

  // MARK: Campaign files

  static func unreadable(_ path: String) -> Problem {
    refused(
      "replay.unreadable", at: Place(file: path), fact: "campagne illisible",
      remedy: "la contrôler d’abord : maille check", outcome: .usage)
  }

  static func uneditable(_ path: String, line: Int?) -> Problem {
    refused(
      "replay.uneditable", at: Place(file: path, line: line),
      fact: "cette valeur s’écrit sur plusieurs lignes et ne peut être remplacée sans risque",
      remedy: "l’écrire sur une seule ligne, entre guillemets", outcome: .usage)
  }

  static func exists(_ path: String) -> Problem {
    refused(
      "replay.exists", at: Place(file: path), fact: "cette campagne existe déjà",
      remedy: "la supprimer pour la refaire, ou la lancer : maille run", outcome: .usage)
  }

  static func badDates(_ option: String, example: String) -> Problem {
    refused(
      "replay.bad-dates", at: .none, fact: "dates illisibles pour \(public: option)",
      remedy: "écrire \(public: option) \(public: example)", outcome: .usage)
  }

  static func unknownSource(_ id: String, among names: [String]) -> Problem {
    refused(
      "replay.unknown-source", at: .none,
      fact: "la campagne n’a pas de source « \(public: id) »",
      remedy: "choisir parmi \(public: names.joined(separator: ", "))", outcome: .usage)
  }

  static func outputDateKept(_ path: String) -> Problem {
    warns(
      "replay.output-date-kept", at: Place(file: path, key: "outputs.date"),
      fact: "la date que portent les fichiers est celle de l’an dernier",
      remedy: "la changer, ou retirer la clé pour la tirer des sources")
  }

  // MARK: Agreement

  static func datesKept(_ key: String, option: String, _ path: String) -> Problem {
    warns(
      "replay.dates-kept", at: Place(file: path, key: "agreement.\(key)"),
      fact: "dates de la convention inchangées : les nouvelles n’ont pas été données",
      remedy: "les donner d’après l’avenant : \(public: option) AAAA-MM-JJ..AAAA-MM-JJ")
  }

  static func noDates(_ key: String, _ path: String) -> Problem {
    refused(
      "replay.no-dates", at: Place(file: path, key: "agreement.\(key)"),
      fact: "des dates sont données, mais la campagne n’en a pas à cet endroit",
      remedy: "ajouter la clé « \(public: key) » à la campagne de l’an dernier", outcome: .usage)
  }

  // MARK: References

  static func otherDepartment(
    _ path: String, _ wanted: [String], found: [String]
  ) -> Problem {
    refused(
      "replay.other-department", at: Place(file: path),
      fact:
        "référence du département \(public: found.joined(separator: ", ")), campagne du département \(public: wanted.joined(separator: ", "))",
      remedy: "ne laisser dans « references » que les fichiers du territoire de la campagne",
      outcome: .referencesUnfit)
  }

  static func lonely(
    _ path: String, _ candidate: ReferenceChoice.Candidate, missing: String
  ) -> Problem {
    warns(
      "replay.lonely-reference", at: Place(file: path),
      fact:
        "\(public: candidate.kind.label) \(public: candidate.vintage.description) à portée, non utilisé : il manque \(public: missing)",
      remedy:
        "le ranger dans la bibliothèque puis rejouer, pour que contours et recensement aillent ensemble"
    )
  }

  static func editionOfCodes(_ source: String, _ edition: String, _ path: String) -> Problem {
    warns(
      "replay.edition-of-codes", at: Place(file: path, key: "sources.\(source).edition"),
      fact: "les contours changent, et cette source donne des codes IRIS sans dire leur édition",
      remedy:
        "demander au partenaire ; s’il code encore en « \(public: edition) », ajouter edition à la source et le passage dans references.crosswalks"
    )
  }

  static func nomenclatureBreak(
    _ column: String, _ year: Int, among new: [String], at place: Place
  ) -> Problem {
    refused(
      "replay.nomenclature-break", at: place,
      fact:
        "« \(public: column) » n’existe plus au RP\(plain: year) : les catégories CS1 à CS8 (PCS 2003) ont cédé la place aux groupes GSEC (PCS 2020), qui ne comptent pas les mêmes personnes",
      remedy:
        "garder le recensement de l’an dernier, ou redéfinir l’indicateur avec \(public: new.prefix(8).joined(separator: ", "))",
      outcome: .referencesUnfit)
  }

  static func censusColumnGone(
    _ column: String, wanted: String, _ year: Int, near: String?, at place: Place
  ) -> Problem {
    let offer: Prose = near.map { " ; la plus proche : \(public: $0)" } ?? ""
    return refused(
      "replay.census-column-gone", at: place,
      fact: "ni « \(public: column) » ni « \(public: wanted) » au RP\(plain: year)",
      remedy: "corriger le dénominateur d’après le dictionnaire de l’INSEE\(offer)",
      outcome: .referencesUnfit)
  }

  /// A file that is set aside keeps its reason and stops nothing.
  static func setAside(_ problem: Problem) -> Problem { problem.softened() }
}
