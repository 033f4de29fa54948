internal import Diagnostics
internal import Recognition
internal import Tables

extension Wording {
  private static func refused(
    _ code: StaticString, at place: Place, fact: Prose, remedy: Prose
  ) -> Problem {
    Problem(code, .stops, at: place, fact: fact, remedy: remedy)
  }

  static func nothingReceived(_ folder: String) -> Problem {
    refused(
      "replay.nothing-received", at: Place(file: folder),
      fact: "aucun fichier reçu dans ce dossier",
      remedy: "y poser les fichiers des partenaires de cette année")
  }

  static func noFile(_ contract: Contract, in folder: String) -> Problem {
    refused(
      "replay.no-file", at: Place(file: folder),
      fact:
        "aucun fichier n’a les colonnes de la source « \(public: contract.name) » (\(public: contract.columns.joined(separator: ", ")))",
      remedy: "y poser le fichier attendu, ou retirer la source de la campagne")
  }

  static func severalFiles(_ contract: Contract, _ paths: [String]) -> Problem {
    refused(
      "replay.several-files", at: Place(file: paths.first),
      fact:
        "plusieurs fichiers conviennent à la source « \(public: contract.name) » : \(public: paths.joined(separator: ", "))",
      remedy: "n’en laisser qu’un")
  }

  static func missingColumns(_ contract: Contract, _ file: ReceivedFiles.Received) -> Problem {
    let missing = file.missing(contract.columns)
    let offers = missing.compactMap { name in
      contract.heir(of: name, in: file).map { "\(name) → \($0)" }
    }
    let renamed: Prose =
      offers.isEmpty
      ? "" : " ; sans doute renommées : \(public: offers.joined(separator: ", "))"
    return refused(
      "replay.missing-column",
      at: Place(file: file.path, part: file.sheet, line: file.profile.dialect.headerLine),
      fact:
        "colonnes de la source « \(public: contract.name) » absentes : \(public: missing.joined(separator: ", "))\(renamed)",
      remedy:
        "redemander le fichier au format convenu, ou mettre les nouveaux noms dans la campagne de l’an dernier"
    )
  }

  static func retyped(
    _ contract: Contract, _ file: ReceivedFiles.Received, _ column: ColumnProfile, expected: Prose
  ) -> Problem {
    refused(
      "replay.retyped-column",
      at: file.header(of: column),
      fact:
        "« \(public: column.name) » contient des cellules « \(public: column.type.label) » ; la source « \(public: contract.name) » attend \(expected)",
      remedy: "redemander le fichier au format convenu, ou corriger la campagne de l’an dernier")
  }

  static func noCodes(
    _ contract: Contract, _ file: ReceivedFiles.Received, _ column: ColumnProfile
  ) -> Problem {
    refused(
      "replay.retyped-column",
      at: file.header(of: column),
      fact:
        "moins d’une cellule sur deux de « \(public: column.name) » est un code ; la source « \(public: contract.name) » attend des codes IRIS ou de commune",
      remedy: "redemander le fichier au format convenu")
  }

  static func absentLabel(
    _ contract: Contract, _ file: ReceivedFiles.Received, _ column: String, _ label: String
  ) -> Problem {
    refused(
      "replay.absent-label", at: Place(file: file.path, part: file.sheet),
      fact:
        "aucune ligne ne porte plus « \(public: label) » dans « \(public: column) », que compte un indicateur de la source « \(public: contract.name) »",
      remedy:
        "vérifier auprès du partenaire comment la modalité s’appelle désormais : l’indicateur vaudrait zéro partout"
    )
  }

  static func noReferenceDate(_ source: String, _ file: String, _ campaign: String) -> Problem {
    refused(
      "replay.no-reference-date",
      at: Place(file: campaign, key: "sources.\(source).reference_date"),
      fact: "rien ne dit quelle situation décrit \(public: file)",
      remedy: "la donner : --reference-date \(public: source)=AAAA-MM-JJ")
  }
}

extension ReceivedFiles.Received {
  /// Where a column has its name.
  fileprivate func header(of column: ColumnProfile) -> Place {
    Place(
      file: path, part: sheet, line: profile.dialect.headerLine, column: column.index + 1)
  }
}
