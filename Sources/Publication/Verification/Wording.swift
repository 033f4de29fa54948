internal import Diagnostics

/// The sentences of this target. None quotes a cell.
enum Wording {
  private static func refused(
    _ code: StaticString, at place: Place, fact: Prose, remedy: Prose
  ) -> Problem {
    Problem(
      code, .stops, at: place, fact: fact, remedy: remedy, outcome: .protectionFailed)
  }

  private static let again: Prose = "produire de nouveau ces fichiers avec maille run"

  static func noMention(at place: Place) -> Problem {
    refused(
      "verification.no-mention", at: place, fact: "mention de la source absente ou différente",
      remedy: again)
  }

  static func noMentionAnywhere() -> Problem {
    refused(
      "verification.no-mention", at: .none, fact: "aucun fichier n’énonce la mention de la source",
      remedy: "donner un dossier écrit par maille run, avec ses fichiers de données")
  }

  static func badChecksum(at place: Place) -> Problem {
    refused(
      "verification.checksum", at: place, fact: "contenu différent de son empreinte", remedy: again)
  }

  static func absent(at place: Place) -> Problem {
    refused(
      "verification.absent-file", at: place, fact: "fichier absent, que SHA256SUMS annonce",
      remedy: "rétablir le dossier entier")
  }

  static func unlisted(at place: Place) -> Problem {
    refused(
      "verification.unlisted-file", at: place, fact: "fichier que SHA256SUMS n’annonce pas",
      remedy: "l’ôter du dossier, ou produire de nouveau le dossier")
  }

  static func badCode(at place: Place) -> Problem {
    refused(
      "verification.bad-code", at: place,
      fact: "code_iris n’est pas un texte de neuf caractères", remedy: again)
  }

  static func repeatedCode(at place: Place) -> Problem {
    refused("verification.repeated-code", at: place, fact: "IRIS présent deux fois", remedy: again)
  }

  static func withheldValue(_ column: String, at place: Place) -> Problem {
    refused(
      "verification.withheld-value", at: place,
      fact: "valeur présente dans « \(public: column) » sous un statut qui l’interdit",
      remedy: "ne pas diffuser ; produire de nouveau ces fichiers avec maille run")
  }

  static func withheldShown(at place: Place) -> Problem {
    refused(
      "verification.withheld-value", at: place,
      fact: "figure ou tableau qui montre un nombre sous un statut qui l’interdit",
      remedy: "ne pas diffuser ; produire de nouveau ces fichiers avec maille run")
  }

  static func unknownStatus(_ column: String, at place: Place) -> Problem {
    refused(
      "verification.unknown-status", at: place,
      fact: "statut inconnu dans « \(public: column) »", remedy: again)
  }

  static func blank(_ column: String, at place: Place) -> Problem {
    refused(
      "verification.blank", at: place,
      fact: "case vide dans « \(public: column) » sans statut qui l’explique", remedy: again)
  }

  static func statusesDiffer(_ column: String, than other: String, at place: Place) -> Problem {
    refused(
      "verification.formats-differ", at: place,
      fact: "« \(public: column) » dit autre chose que dans \(public: other)", remedy: again)
  }

  static func shownDiffers(than other: String, at place: Place) -> Problem {
    refused(
      "verification.formats-differ", at: place,
      fact:
        "page qui montre d’un IRIS, d’une commune ou d’une zone autre chose que \(public: other)",
      remedy: again)
  }

  static func rowsDiffer(than other: String, at place: Place) -> Problem {
    refused(
      "verification.formats-differ", at: place,
      fact: "les IRIS ne sont pas ceux de \(public: other)", remedy: again)
  }

  static func wrongLegend(at place: Place) -> Problem {
    refused(
      "verification.legend", at: place,
      fact: "légende qui n’annonce pas le nombre d’IRIS que le tableau donne à sa classe",
      remedy: again)
  }

  static func noStyle(of layer: String, at place: Place) -> Problem {
    refused(
      "verification.no-style", at: place,
      fact: "aucun style par défaut que QGIS appliquerait à \(public: layer)", remedy: again)
  }

  static func staleCatalogue(at place: Place) -> Problem {
    refused(
      "verification.catalogue", at: place,
      fact: "empreinte qui n’est celle d’aucun fichier du dossier", remedy: again)
  }

  static func invalid(at place: Place) -> Problem {
    refused("verification.invalid-shape", at: place, fact: "contour invalide", remedy: again)
  }

  static func torn(_ squareMetres: Double, at place: Place) -> Problem {
    refused(
      "verification.torn", at: place,
      fact: "contours voisins qui se chevauchent ou s’écartent (\(squareMetres, decimals: 0) m²)",
      remedy: "prendre des contours jointifs, ou signaler ce fichier au projet")
  }

  static func wrongWinding(at place: Place) -> Problem {
    refused(
      "verification.winding", at: place,
      fact: "anneau tracé dans le sens contraire de RFC 7946", remedy: again)
  }

  static func noVintage(_ column: String, at place: Place) -> Problem {
    refused(
      "verification.no-vintage", at: place, fact: "millésime absent (« \(public: column) »)",
      remedy: again)
  }

  static func reachesOut(at place: Place) -> Problem {
    refused(
      "verification.reaches-out", at: place,
      fact: "page qui appelle une ressource extérieure ou n’interdit pas de le faire",
      remedy: again)
  }

  static func unreadable(at place: Place) -> Problem {
    refused(
      "verification.unreadable", at: place, fact: "fichier illisible dans son format",
      remedy: again)
  }

  static func wrongSummary(at place: Place) -> Problem {
    refused(
      "verification.summary", at: place,
      fact: "description de la carte qui ne donne pas les nombres du tableau", remedy: again)
  }

  static func noStamp(at place: Place) -> Problem {
    refused(
      "verification.no-stamp", at: place,
      fact: "document de travail sans le tampon « NE PAS DIFFUSER »", remedy: again)
  }

  static func stale(at place: Place) -> Problem {
    refused(
      "verification.stamp-left", at: place,
      fact: "tampon de document de travail dans ce qui est publié",
      remedy: "publier de nouveau avec maille publish")
  }
}
