internal import Diagnostics

/// The sentences about what a campaign keeps, and for how long.
extension Wording {
  static func badRetention(at place: Place) -> Problem {
    Problem(
      "campaign.bad-retention", .stops, at: place, fact: "durée de conservation illisible",
      remedy: "écrire un nombre entier et une unité : « 30 jours », « 6 mois », « 0 jour »",
      outcome: .usage)
  }

  static func noRetention(_ file: String) -> Problem {
    Problem(
      "campaign.no-retention", .stops, at: Place(file: file, key: "agreement.retention"),
      fact: "la campagne ne dit pas combien de temps les lignes se gardent",
      remedy: "écrire la durée de la convention (« 30 jours »), ou effacer avec --maintenant",
      outcome: .usage)
  }

  static func fromTheFuture(_ path: String) -> Problem {
    Problem(
      "campaign.clock", .warns, at: Place(file: path), fact: "fichier daté de l’avenir",
      remedy: "vérifier l’horloge du poste ; --maintenant efface sans regarder les dates")
  }

  static func noProjDatabase() -> Problem {
    Problem(
      "campaign.no-proj-database", .stops,
      fact: "la base de PROJ (proj.db) est introuvable : aucun changement de système possible",
      remedy: "réinstaller le paquet proj-data, ou retirer la variable PROJ_DATA",
      outcome: .referencesUnfit)
  }

  static func referenceAbsent(_ path: String) -> Problem {
    Problem(
      "campaign.reference-absent", .stops, at: Place(file: path), fact: "référence introuvable",
      remedy: "vérifier le chemin, relatif au dossier du fichier de campagne",
      outcome: .referencesUnfit)
  }

  static func receivedAbsent(_ path: String) -> Problem {
    Problem(
      "campaign.received-absent", .warns, at: Place(file: path),
      fact: "le fichier du partenaire n’est pas là",
      remedy: "le déposer avant de produire ; après effacement, c’est attendu")
  }

  static func receivedOpen(_ path: String) -> Problem {
    Problem(
      "campaign.received-open", .warns, at: Place(file: path),
      fact: "d’autres comptes du poste peuvent lire ce fichier du partenaire",
      remedy: "chmod 600 sur le fichier, chmod 700 sur son dossier")
  }

  static func workOpen(_ path: String) -> Problem {
    Problem(
      "campaign.work-open", .stops, at: Place(file: path),
      fact: "d’autres comptes du poste peuvent lire cet effectif confidentiel",
      remedy: "chmod -R go-rwx sur le dossier .maille", outcome: .protectionFailed)
  }

  static func littleRoom(_ folder: String, free: Int) -> Problem {
    Problem(
      "campaign.little-room", .warns, at: Place(file: folder),
      fact: "\(free / 1_000_000) Mo libres, une production peut en demander 500",
      remedy: "libérer de la place avant de produire")
  }

  static func busy(_ folder: String, process: Int) -> Problem {
    Problem(
      "campaign.busy", .stops, at: Place(file: folder),
      fact: "le processus \(plain: process) y écrit", remedy: "attendre qu’il ait fini",
      outcome: .temporary)
  }

  static func overdue(_ path: String) -> Problem {
    Problem(
      "campaign.overdue", .stops, at: Place(file: path),
      fact: "la durée de conservation de ce fichier est échue",
      remedy: "maille purge, avec --recus pour les fichiers du partenaire",
      outcome: .protectionFailed)
  }

  static func purgeUnfinished(_ folder: String) -> Problem {
    Problem(
      "campaign.purge-unfinished", .stops, at: Place(file: folder),
      fact: "un effacement a été interrompu : son certificat reste à écrire",
      remedy: "relancer maille purge, qui le termine", outcome: .protectionFailed)
  }

  static func sourceWithdrawn(_ id: String, at place: Place) -> Problem {
    Problem(
      "campaign.source-withdrawn", .stops, at: place,
      fact: "la source « \(public: id) » a été retirée, le journal le dit",
      remedy:
        "l’ôter de la campagne avec ses indicateurs ; un nouvel accord ouvre un autre dossier",
      outcome: .stageRefused)
  }
}
