internal import Diagnostics

extension Wording {
  static func damagedWorkbook(_ path: String, _ member: String) -> Problem {
    Problem(
      "tables.damaged-workbook", .stops, at: Place(file: path, part: member),
      fact: "classeur abîmé : cette partie n’est pas du XML lisible",
      remedy: "l’ouvrir dans le tableur, l’enregistrer à nouveau, ou redemander le fichier")
  }

  static func documentType(_ path: String, _ member: String) -> Problem {
    Problem(
      "tables.document-type", .stops, at: Place(file: path, part: member),
      fact: "classeur qui définit des entités XML, ce qu’aucun tableur ne fait",
      remedy: "vérifier la provenance du fichier ; le redemander au partenaire")
  }

  static func tooManyTexts(_ path: String) -> Problem {
    Problem(
      "tables.too-many-texts", .stops, at: Place(file: path),
      fact: "plus de 256 Mio de textes dans le classeur",
      remedy: "enregistrer la feuille en CSV, qui se lit quelle que soit sa taille")
  }

  static func impossibleSheet(_ path: String, _ sheet: String) -> Problem {
    Problem(
      "tables.impossible-sheet", .stops, at: Place(file: path, part: sheet),
      fact: "lignes ou colonnes désordonnées, ou hors des limites d’une feuille",
      remedy: "l’ouvrir dans le tableur et l’enregistrer à nouveau")
  }

  static func scatteredSheet(_ place: Place, _ survey: SheetSurvey) -> Problem {
    Problem(
      "tables.scattered-sheet", .stops, at: place,
      fact:
        "\(survey.width) colonnes sur \(survey.rows) lignes, vides à plus de 99 % : des cellules égarées loin de la table",
      remedy: "supprimer les colonnes à droite de la table, puis enregistrer")
  }

  static func missingSheet(_ path: String, _ name: String, among names: [String]) -> Problem {
    let nearest = Suggestion.nearest(to: name, among: names)
    return Problem(
      "tables.missing-sheet", .stops, at: Place(file: path),
      fact: "aucune feuille « \(public: name) » dans le classeur",
      remedy: nearest.map { "peut-être « \(public: $0) »" }
        ?? "choisir parmi : \(public: shortList(names))")
  }

  static func whichSheet(_ path: String, _ names: [String]) -> Problem {
    Problem(
      "tables.which-sheet", .stops, at: Place(file: path),
      fact: "\(names.count) feuilles qui ont l’air d’une table, 1 attendue",
      remedy: "indiquer la feuille (clé sheet) parmi : \(public: shortList(names))")
  }

  static func emptySheet(_ path: String, _ name: String) -> Problem {
    Problem(
      "tables.empty-sheet", .stops, at: Place(file: path, part: name), fact: "feuille vide",
      remedy: "indiquer une autre feuille (clé sheet) ou redemander le fichier")
  }

  static func otherSheets(_ place: Place, _ others: [Workbook.Sheet]) -> Problem {
    let hidden = others.count(where: \.isHidden)
    return Problem(
      "tables.other-sheets", .warns, at: place,
      fact:
        "autres feuilles non lues : \(others.count), dont masquées \(hidden) : \(public: shortList(others.map(\.name)))",
      remedy: "déclarer sheet pour en lire une autre")
  }

  static func hiddenSheet(_ place: Place) -> Problem {
    Problem(
      "tables.hidden-sheet", .warns, at: place, fact: "feuille masquée dans le classeur, lue ici",
      remedy: "vérifier avec le partenaire que c’est la bonne")
  }

  static func hiddenRows(_ place: Place, _ count: Int) -> Problem {
    Problem(
      "tables.hidden-rows", .warns, at: place,
      fact:
        "\(count, "ligne masquée, lue", "lignes masquées, lues") comme les autres (filtre ou masquage)",
      remedy: "supprimer de la feuille ce qui ne doit pas compter")
  }

  static func mergedCells(_ place: Place, _ count: Int) -> Problem {
    Problem(
      "tables.merged-cells", .warns, at: place,
      fact:
        "\(count, "plage", "plages") de cellules fusionnées parmi les données : seule la première est remplie",
      remedy: "défusionner les cellules et répéter la valeur si elle vaut pour toutes")
  }

  static func uncomputed(_ place: Place) -> Problem {
    Problem(
      "tables.uncomputed-formula", .warns, at: place,
      fact: "formule dont le résultat n’est pas enregistré, lue comme vide",
      remedy: "ouvrir le classeur dans le tableur et l’enregistrer")
  }
}
