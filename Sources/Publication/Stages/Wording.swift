internal import Diagnostics

/// The sentences of this target: what is missing, and who can give it.
enum Wording {
  static func journalEdited(at place: Place) -> Problem {
    Problem(
      "stages.journal-edited", .stops, at: place,
      fact: "ligne du journal modifiée, ôtée ou déplacée : la chaîne des empreintes est rompue",
      remedy: "rétablir le journal d’une sauvegarde ; sans lui, rien ne peut être publié",
      outcome: .protectionFailed)
  }

  static func sealBroken(at place: Place) -> Problem {
    Problem(
      "stages.seal-broken", .stops, at: place,
      fact: "cette étape ne porte pas le sceau de la campagne : elle n’a pas été écrite ici",
      remedy: "rétablir le journal et le dossier .maille d’une même sauvegarde",
      outcome: .protectionFailed)
  }

  static func otherCampaign(_ found: String, than wanted: String, at place: Place) -> Problem {
    Problem(
      "stages.other-campaign", .stops, at: place,
      fact: "journal de la campagne « \(public: found) », non de « \(public: wanted) »",
      remedy: "donner à chaque campagne son dossier (outputs.folder)", outcome: .protectionFailed)
  }

  static func clockBackwards(now: Moment, last: Moment) -> Problem {
    Problem(
      "stages.clock-backwards", .stops,
      fact:
        "l’heure de cette machine (\(public: now.text)) précède la dernière étape du journal (\(public: last.text))",
      remedy: "mettre la machine à l’heure, ou corriger SOURCE_DATE_EPOCH", outcome: .temporary)
  }

  static func versionEdited(at place: Place) -> Problem {
    Problem(
      "stages.version-edited", .stops, at: place,
      fact: "les fichiers de cette version ne sont plus ceux qui ont été écrits",
      remedy: "la déplacer hors du dossier et recommencer : elle sera écrite de nouveau",
      outcome: .protectionFailed)
  }

  static func outsideCollection(_ window: Period, received: Day) -> Problem {
    Problem(
      "stages.outside-collection", .warns, at: Place(key: "agreement.collection"),
      fact:
        "fichiers vus pour la première fois le \(public: received.french), hors de la collecte convenue (\(public: window.french))",
      remedy: "le signaler au propriétaire des données ; l’accord peut prévoir un délai")
  }

  static func computedOutsideValidity(_ valid: Period, day: Day) -> Problem {
    Problem(
      "stages.not-valid-today", .warns, at: Place(key: "agreement.valid"),
      fact:
        "la convention ne couvre pas le \(public: day.french) (elle vaut \(public: valid.french))",
      remedy: "la renouveler avant maille submit et maille publish, qui seront refusés")
  }
}

// MARK: - Refusals

extension Wording {
  private static func refused(
    _ code: StaticString, key: String? = nil, fact: Prose, remedy: Prose
  ) -> Problem {
    Problem(
      code, .stops, at: Place(key: key), fact: fact, remedy: remedy, outcome: .stageRefused)
  }

  static func notComputed(_ wish: Wish) -> Problem {
    refused(
      "stages.not-computed", fact: "aucune version calculée n’est en vigueur",
      remedy: "le technicien lance maille run")
  }

  static func notSubmitted(_ wish: Wish) -> Problem {
    refused(
      "stages.not-submitted", fact: "ces chiffres n’ont pas été soumis à l’analyse partagée",
      remedy:
        "le technicien lance maille submit, puis \(public: wish.terms.holder) réunit le groupe")
  }

  static func changedSinceSubmission(_ wish: Wish) -> Problem {
    refused(
      "stages.changed-since-submission",
      fact: "les chiffres calculés depuis ne sont plus ceux que le groupe a commentés",
      remedy: "relancer maille submit et soumettre les nouveaux chiffres au groupe")
  }

  static func minutesAbsent(_ wish: Wish) -> Problem {
    refused(
      "stages.minutes-missing", key: "--minutes",
      fact: "le compte rendu de l’analyse partagée est introuvable",
      remedy: "le demander au secrétaire du groupe (\(public: wish.terms.holder))")
  }

  static func minutesEmpty(_ wish: Wish) -> Problem {
    refused(
      "stages.minutes-empty", key: "--minutes",
      fact: "le compte rendu de l’analyse partagée est vide",
      remedy: "le demander rempli au secrétaire du groupe (\(public: wish.terms.holder))")
  }

  static func uncommented(_ wish: Wish) -> Problem {
    let missing = wish.uncommented.joined(separator: ", ")
    return refused(
      "stages.uncommented", key: "outputs.comments",
      fact: "indicateurs sans commentaire du groupe : \(public: missing)",
      remedy:
        "le groupe d’analyse partagée écrit <indicateur>.md pour chacun, dans le dossier des commentaires"
    )
  }

  static func accordMissing(_ wish: Wish) -> Problem {
    refused(
      "stages.accord-missing", key: "--accord",
      fact: "diffusion publique sans l’accord du propriétaire des données",
      remedy: "demander son accord écrit à \(public: wish.terms.owner) et en donner la référence")
  }

  static func validityUnknown(_ wish: Wish) -> Problem {
    refused(
      "stages.validity-unknown", key: "agreement.valid",
      fact: "la campagne ne dit pas quand la convention est valable",
      remedy:
        "\(public: wish.terms.holder) donne les dates signées ; les écrire : valid: { from: …, to: … }"
    )
  }

  static func notYetValid(_ wish: Wish) -> Problem {
    refused(
      "stages.not-yet-valid", key: "agreement.valid",
      fact:
        "au \(public: wish.day.french), la convention n’est pas encore valable (\(public: wish.terms.valid?.french ?? ""))",
      remedy: "attendre cette date, ou corriger la campagne si la convention dit autre chose")
  }

  static func expired(_ wish: Wish) -> Problem {
    refused(
      "stages.expired", key: "agreement.valid",
      fact:
        "au \(public: wish.day.french), la convention est échue (\(public: wish.terms.valid?.french ?? ""))",
      remedy:
        "\(public: wish.terms.owner) et \(public: wish.terms.holder) la renouvellent, puis corriger agreement.valid"
    )
  }

  static func annexUnknown(_ wish: Wish) -> Problem {
    refused(
      "stages.annex-unknown", key: "agreement.annex",
      fact: "la campagne ne nomme pas les données convenues",
      remedy:
        "\(public: wish.terms.holder) donne l’annexe signée ; l’écrire : annex: [source ou indicateur, …]"
    )
  }

  static func outsideAnnex(_ wish: Wish) -> Problem {
    let outside = wish.outside.joined(separator: ", ")
    return refused(
      "stages.outside-annex", key: "agreement.annex",
      fact: "indicateurs hors de l’annexe de la convention : \(public: outside)",
      remedy:
        "les ôter, ou faire modifier l’annexe d’un commun accord avec \(public: wish.terms.owner)")
  }
}

extension Period {
  /// « du 01/01/2026 au 31/12/2026 ».
  var french: String {
    switch (from, to) {
    case (let from?, let to?): "du \(from.french) au \(to.french)"
    case (let from?, nil): "à partir du \(from.french)"
    case (nil, let to?): "jusqu’au \(to.french)"
    case (nil, nil): "sans limite"
    }
  }
}
