internal import Diagnostics
internal import Tables
internal import Territory

/// The sentences of this target.
enum Wording {
  static func noCodeColumn(_ file: DelimitedFile) -> Problem {
    Problem(
      "population.no-code-column", .stops, at: file.place(line: file.dialect.headerLine),
      fact: "aucune colonne IRIS, CODE_IRIS, DCOMIRIS ou CODGEO",
      remedy: "indiquer la colonne du code IRIS, ou les deux à joindre (commune puis IRIS)",
      outcome: .referencesUnfit)
  }

  static func vintageUnknown(_ path: String) -> Problem {
    Problem(
      "population.vintage-unknown", .stops, at: Place(file: path),
      fact: "aucune colonne n’indique le millésime (préfixe P22_ ou C22_)",
      remedy: "le déclarer : « vintage: RP1999 »", outcome: .referencesUnfit)
  }

  static func vintageMismatch(
    _ path: String, _ declared: CensusVintage, years: [Int]
  ) -> Problem {
    let found = years.map { "RP\($0)" }.joined(separator: ", ")
    return Problem(
      "population.vintage-mismatch", .stops, at: Place(file: path),
      fact: "\(public: declared.name) déclaré, colonnes de \(public: found)",
      remedy: "corriger le millésime déclaré ou donner l’autre fichier", outcome: .referencesUnfit)
  }

  static func duplicates(
    _ file: DelimitedFile, _ iris: Iris, lines: (Int, Int), count: Int
  ) -> Problem {
    var place = file.place(line: lines.1)
    place.code = iris.code
    return Problem(
      "population.duplicate-iris", .stops, at: place,
      fact: "IRIS déjà lu ligne \(plain: lines.0) (lignes en double : \(count))",
      remedy: "ne garder qu’une ligne par IRIS", outcome: .referencesUnfit)
  }

  static func dictionaryUnread(_ place: Place) -> Problem {
    Problem(
      "population.dictionary-unread", .warns, at: place,
      fact: "dictionnaire des variables illisible : les libellés longs manqueront",
      remedy: "donner le fichier meta de l’INSEE (COD_VAR, LIB_VAR, LIB_VAR_LONG)")
  }

  static func badCode(_ place: Place) -> Problem {
    Problem(
      "population.bad-code", .dropsRow, at: place, fact: "ce n’est pas un code IRIS",
      remedy:
        "neuf caractères attendus ; si commune et IRIS sont dans deux colonnes, indiquer les deux")
  }

  static func paddedCodes(_ file: DelimitedFile, _ count: Int) -> Problem {
    Problem(
      "population.padded-code", .warns, at: file.place(),
      fact: "\(count, "code complété", "codes complétés") par les zéros perdus",
      remedy: "conserver les codes en texte lors de l’enregistrement depuis un tableur")
  }

  static func communeCodes(_ file: DelimitedFile, _ count: Int) -> Problem {
    Problem(
      "population.commune-code", .warns, at: file.place(),
      fact:
        "\(count, "code de commune, lu comme commune non découpée", "codes de commune, lus comme communes non découpées") (0000)",
      remedy: "vérifier que ces communes n’ont pas d’IRIS")
  }

  static func negative(_ place: Place, _ column: String) -> Problem {
    Problem(
      "population.negative", .dropsRow, at: place,
      fact: "nombre négatif dans la colonne « \(public: column) »",
      remedy: "corriger le fichier ; une population n’est pas négative")
  }

  static func notANumber(_ place: Place, _ column: String, _ mark: DecimalMark) -> Problem {
    let name = mark == .point ? "le point" : "la virgule"
    return Problem(
      "population.not-a-number", .warns, at: place,
      fact: "pas un nombre dans la colonne « \(public: column) » ; lu comme non livré",
      remedy: "vérifier la cellule ; le fichier écrit ses décimales avec \(public: name)")
  }
}

extension Wording {
  static func unknownColumn(_ path: String, _ name: String, among columns: [String]) -> Problem {
    let nearest = Suggestion.nearest(to: name, among: columns)
    return Problem(
      "population.unknown-column", .stops, at: Place(file: path),
      fact: "aucune colonne « \(public: name) » parmi \(columns.count)",
      remedy: nomenclature(name, columns)
        ?? nearest.map { "peut-être « \(public: $0) »" }
        ?? "vérifier le nom dans le dictionnaire (fichier meta) du recensement",
      outcome: .usage)
  }

  /// RP2022 replaced the socio-professional categories CS1…CS8 by the groups GSEC.
  private static func nomenclature(_ name: String, _ columns: [String]) -> Prose? {
    let upper = name.uppercased()
    let asksOld = upper.hasSuffix("_CS1") || upper.dropLast().hasSuffix("_CS")
    let asksNew = upper.contains("GSEC")
    let hasNew = columns.contains { $0.contains("GSEC") }
    let hasOld = columns.contains { $0.uppercased().dropLast().hasSuffix("_CS") }
    if asksOld && hasNew {
      return
        "ce millésime remplace CS1 à CS8 par les groupes STAT_GSEC11_21 à STAT_GSEC40 (RP2022 et après) ; ils ne se correspondent pas un à un"
    }
    if asksNew && hasOld {
      return
        "ce millésime a les catégories CS1 à CS8 ; les groupes STAT_GSEC commencent au RP2022"
    }
    return nil
  }

  static func repeatedColumn(_ path: String, _ name: String) -> Problem {
    Problem(
      "population.repeated-column", .stops, at: Place(file: path),
      fact: "colonne « \(public: name) » additionnée deux fois",
      remedy: "ne la nommer qu’une fois dans le dénominateur", outcome: .usage)
  }

  static func mixedSurveys(_ path: String, _ names: [String]) -> Problem {
    Problem(
      "population.mixed-surveys", .stops, at: Place(file: path),
      fact:
        "colonnes de deux exploitations dans un dénominateur : \(public: names.joined(separator: ", "))",
      remedy:
        "n’additionner que des colonnes P (principale) ou que des colonnes C (complémentaire)",
      outcome: .usage)
  }

  static func mixedVintages(_ path: String, _ names: [String]) -> Problem {
    Problem(
      "population.mixed-vintages", .stops, at: Place(file: path),
      fact:
        "colonnes de plusieurs années dans un dénominateur : \(public: names.joined(separator: ", "))",
      remedy: "n’additionner que des colonnes du même recensement", outcome: .usage)
  }

  static func otherDepartment(_ path: String, _ asked: [String], found: [String]) -> Problem {
    let shown = found.prefix(8).joined(separator: ", ") + (found.count > 8 ? "…" : "")
    return Problem(
      "population.other-department", .stops, at: Place(file: path),
      fact:
        "aucune ligne du département \(public: asked.joined(separator: ", ")) ; le fichier porte sur : \(public: shown.isEmpty ? "aucun" : shown)",
      remedy: "donner le fichier national, ou celui du département de la campagne",
      outcome: .referencesUnfit)
  }

  static func missing(_ path: String, _ iris: Iris, _ count: Int, _ edition: Edition) -> Problem {
    Problem(
      "population.missing-iris", .stops, at: Place(file: path, code: iris.code),
      fact: "IRIS de « \(public: edition.name) » absent du recensement (\(count) en tout)",
      remedy: "prendre les contours de l’année de diffusion du recensement, ou accepter l’écart",
      outcome: .referencesUnfit)
  }

  static func extra(_ path: String, _ iris: Iris, _ count: Int, _ edition: Edition) -> Problem {
    Problem(
      "population.extra-iris", .stops, at: Place(file: path, code: iris.code),
      fact: "IRIS du recensement absent de « \(public: edition.name) » (\(count) en tout)",
      remedy: "prendre les contours de l’année de diffusion du recensement, ou accepter l’écart",
      outcome: .referencesUnfit)
  }

  static func otherGeography(
    _ path: String, _ vintage: CensusVintage, expected: Int, _ edition: Edition
  ) -> Problem {
    Problem(
      "population.other-geography", .stops, at: Place(file: path),
      fact:
        "\(public: vintage.name) diffusé dans la géographie du 1er janvier \(plain: expected), contours « \(public: edition.name) »",
      remedy:
        "prendre les contours \(plain: expected), ou accepter l’écart en disant pourquoi (references.population.accept)",
      outcome: .referencesUnfit)
  }
}
