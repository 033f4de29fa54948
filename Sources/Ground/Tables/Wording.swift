internal import Diagnostics

/// The sentences of this target about whole files; those about lines are in `Wording+Lines.swift`.
enum Wording {
  static func empty(_ path: String, member: String? = nil) -> Problem {
    Problem(
      "tables.empty", .stops, at: Place(file: path, part: member), fact: "fichier vide (0 octet)",
      remedy: "redemander le fichier ou refaire l’export")
  }

  static func notText(_ path: String, _ format: ForeignFormat) -> Problem {
    let remedy: Prose =
      switch format {
      case .xlsb, .xls:
        "l’ouvrir dans le tableur et l’enregistrer en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 » ; s’il est protégé, en ôter d’abord le mot de passe"
      case .encrypted:
        "l’ouvrir avec son mot de passe, l’en ôter (Fichier, Informations, Protéger), puis l’enregistrer à nouveau ; transmettre le fichier par une voie sûre"
      case .word: "copier le tableau dans un tableur et l’enregistrer en .xlsx ou en CSV"
      case .sevenZip: "l’extraire puis donner le chemin du .csv"
      case .pdf: "demander les données au format CSV"
      case .geoPackage: "l’exporter en CSV depuis QGIS"
      case .webPage, .markup:
        "l’ouvrir dans le tableur et l’enregistrer en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 »"
      case .binary: "vérifier le fichier ; s’il vient d’un autre logiciel, l’y exporter en CSV"
      }
    return Problem(
      "tables.not-text", .stops, at: Place(file: path),
      fact: "\(public: name(of: format)), et non une table lisible", remedy: remedy)
  }

  private static func name(of format: ForeignFormat) -> String {
    switch format {
    case .xlsb: "classeur Excel binaire (.xlsb)"
    case .xls: "classeur Excel ancien (.xls)"
    case .encrypted: "classeur protégé par mot de passe"
    case .word: "document texte"
    case .pdf: "document PDF"
    case .sevenZip: "archive 7z"
    case .geoPackage: "base SQLite ou GeoPackage"
    case .webPage: "page web (HTML), quel que soit son nom"
    case .markup: "document XML, quel que soit son nom"
    case .binary: "fichier binaire"
    }
  }

  static func noHeader(_ place: Place) -> Problem {
    Problem(
      "tables.no-header", .stops, at: place,
      fact: "aucun en-tête reconnu : des noms de colonnes au-dessus des lignes de données",
      remedy: "ajouter une ligne de noms de colonnes, ou indiquer le numéro de la ligne d’en-tête")
  }

  static func damagedArchive(_ path: String, _ member: String?) -> Problem {
    Problem(
      "tables.damaged-archive", .stops, at: Place(file: path, part: member),
      fact: "fichier compressé incomplet ou abîmé",
      remedy: "le copier ou le télécharger à nouveau, puis comparer sa taille à l’original")
  }

  static func encrypted(_ path: String, _ member: String) -> Problem {
    Problem(
      "tables.encrypted-archive", .stops, at: Place(file: path, part: member),
      fact: "membre protégé par un mot de passe",
      remedy: "l’extraire avec le mot de passe puis donner le chemin du .csv")
  }

  static func archiveBomb(_ path: String, _ member: String?) -> Problem {
    Problem(
      "tables.archive-bomb", .stops, at: Place(file: path, part: member),
      fact: "plus de 1 Gio décompressé, à plus de 200 pour 1 : ce n’est pas une table",
      remedy: "vérifier la provenance du fichier ; s’il est légitime, l’extraire d’abord")
  }

  static func missingMember(_ path: String, _ member: String, among members: [String]) -> Problem {
    Problem(
      "tables.missing-member", .stops, at: Place(file: path),
      fact: "aucun membre « \(public: member) » dans l’archive",
      remedy: "choisir parmi : \(public: shortList(members))")
  }

  static func whichMember(_ path: String, _ members: [String]) -> Problem {
    Problem(
      "tables.which-member", .stops, at: Place(file: path),
      fact: "\(members.count) membres dans l’archive, 1 table attendue",
      remedy: "indiquer le membre à lire parmi : \(public: shortList(members))")
  }

  static func shortList(_ names: [String]) -> String {
    if names.isEmpty { return "(aucun)" }
    let shown = names.prefix(8).map { "« \($0) »" }.joined(separator: ", ")
    return names.count > 8 ? shown + "…" : shown
  }

  static func unknownColumn(_ name: String, in file: DelimitedFile) -> Problem {
    let names = file.columns.filter { !$0.isEmpty }
    let nearest = Suggestion.nearest(to: name, among: names)
    return Problem(
      "tables.unknown-column", .stops, at: file.place(line: file.dialect.headerLine),
      fact: "aucune colonne « \(public: name) » parmi \(names.count)",
      remedy: nearest.map { "peut-être « \(public: $0) »" }
        ?? "choisir parmi : \(public: shortList(names))")
  }

  static func ambiguousColumn(
    _ name: String, _ found: [Int], in file: DelimitedFile
  ) -> Problem {
    Problem(
      "tables.ambiguous-column", .stops, at: file.place(line: file.dialect.headerLine),
      fact: "\(found.count) colonnes répondent à « \(public: name) » : \(public: numbers(found))",
      remedy: "donner à chaque colonne un nom distinct dans l’en-tête")
  }

  static func numbers(_ indices: [Int]) -> String {
    indices.prefix(8).map { String($0 + 1) }.joined(separator: ", ")
  }
}
