internal import Diagnostics

/// The sentences of this target.
enum Wording {
  static let workingDocument = "document de travail, à ne pas diffuser avant l’analyse partagée"
  static let run = "Calcul des indicateurs par IRIS"

  static func title(_ campaign: String) -> String { "Indicateurs par IRIS, \(campaign)" }

  private static let again: Prose = "rétablir la version d’une sauvegarde, ou relancer maille run"

  private static func refused(
    _ code: StaticString, at place: Place, fact: Prose, remedy: Prose = again
  ) -> Problem {
    Problem(code, .stops, at: place, fact: fact, remedy: remedy, outcome: .protectionFailed)
  }

  static func unreadable(at place: Place) -> Problem {
    refused(
      "manifests.unreadable", at: place,
      fact: "ce manifeste n’est pas de ceux que cette version de Maille écrit")
  }

  static func edited(at place: Place) -> Problem {
    refused("manifests.edited", at: place, fact: "manifeste modifié depuis son écriture")
  }

  static func absentFile(at place: Place) -> Problem {
    refused("manifests.absent-file", at: place, fact: "fichier absent, que le manifeste annonce")
  }

  static func changedFile(at place: Place) -> Problem {
    refused(
      "manifests.changed-file", at: place, fact: "contenu différent de celui que dit le manifeste")
  }

  static func unlistedFile(at place: Place) -> Problem {
    refused(
      "manifests.unlisted-file", at: place, fact: "fichier que le manifeste n’annonce pas",
      remedy: "l’ôter du dossier : il n’a été contrôlé par personne")
  }

  static func wrongName(at place: Place) -> Problem {
    refused(
      "manifests.wrong-name", at: place, fact: "dossier qui porte le nom d’une autre version")
  }

  static func crateEdited(at place: Place) -> Problem {
    refused(
      "manifests.crate-edited", at: place,
      fact: "description qui ne dit plus ce que dit le manifeste")
  }

  static func otherCampaign(_ found: String, at place: Place) -> Problem {
    refused(
      "stages.other-campaign", at: place,
      fact: "le journal du dossier est celui de la campagne « \(public: found) »",
      remedy: "remettre cette version dans le dossier de sa campagne")
  }

  static func notInJournal(at place: Place) -> Problem {
    refused(
      "manifests.not-in-journal", at: place,
      fact: "aucune étape du journal n’a produit cette version telle qu’elle est",
      remedy: "rétablir le journal et la version de la même sauvegarde")
  }
}
