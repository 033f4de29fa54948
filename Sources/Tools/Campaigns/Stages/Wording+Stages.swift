internal import Diagnostics

/// The sentences about versions and the figures that they show.
extension Wording {
  static func releaseMissing(_ path: String) -> Problem {
    Problem(
      "campaign.release-missing", .stops, at: Place(file: path),
      fact: "les chiffres calculés ne sont plus dans le dossier de travail",
      remedy: "relancer maille run", outcome: .stageRefused)
  }

  static func releaseChanged(_ path: String) -> Problem {
    Problem(
      "campaign.release-changed", .stops, at: Place(file: path),
      fact: "chiffres archivés différents de leur empreinte",
      remedy: "ôter ce fichier et relancer maille run", outcome: .protectionFailed)
  }

  static func contoursChanged(_ path: String) -> Problem {
    Problem(
      "campaign.contours-changed", .stops, at: Place(file: path),
      fact: "ces contours ne sont plus ceux du calcul",
      remedy: "rétablir ce fichier, ou relancer maille run puis maille submit",
      outcome: .referencesUnfit)
  }

  static func noCurrent(_ path: String) -> Problem {
    Problem(
      "campaign.no-current", .stops, at: Place(file: path),
      fact: "ce dossier ne montre aucune version entière",
      remedy: "relancer maille run, ou rétablir le dossier d’une sauvegarde",
      outcome: .protectionFailed)
  }

  static func outsideAnnex(_ id: String, at place: Place) -> Problem {
    Problem(
      "campaign.outside-annex", .stops, at: place,
      fact: "l’indicateur « \(public: id) » n’est pas dans l’annexe de la convention",
      remedy: "ajouter sa source à agreement.annex après accord du propriétaire des données",
      outcome: .stageRefused)
  }
}
