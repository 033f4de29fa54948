internal import Diagnostics
internal import Tables

/// The sentences about what was recognised. None of them can hold a cell.
enum Wording {
  /// What the columns and rows call for.
  static func findings(
    _ columns: [ColumnProfile], totals: (count: Int, lines: [Int]), in table: DelimitedFile
  ) -> [Problem] {
    let about = [
      forbidden, identities, unlikeAddress, shortCodes, inflatedCodes, lostCodes, dates,
      unclearDates,
    ]
    return columns.flatMap { column in about.flatMap { $0(column, table) } }
      + totalRows(totals, in: table)
  }

  /// « lignes 3, 7, 9 »: nothing for a single one, whose place is said already.
  private static func lines(_ places: LinePlaces) -> Prose {
    if places.lines.count < 2 { return "" }
    let rest: Prose = places.count > places.lines.count ? "…" : ""
    return " (lignes \(public: places.lines.map(String.init).joined(separator: ", "))\(rest))"
  }

  private static func forbidden(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    guard column.role.isForbidden, column.filled > 0 else { return [] }
    let place = table.place(line: table.dialect.headerLine, column: column.index)
    return [
      Problem(
        "recognition.forbidden-column", .warns, at: place,
        fact: "colonne « \(public: column.saidName) » : \(public: column.role.label), jamais lue",
        remedy: "demander au partenaire de ne plus la transmettre ; la supprimer du fichier reçu")
    ]
  }

  /// Somebody's number in a column that is for something else.
  private static func identities(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    column.identities.map { role, places in
      Problem(
        "recognition.identity-in-cells", .warns,
        at: table.place(line: places.lines.first, column: column.index),
        fact:
          "\(places.count, "cellule", "cellules") de « \(public: column.saidName) » : \(public: role.label)\(lines(places))",
        remedy: "l’effacer de ces lignes, et demander au partenaire de ne plus l’y écrire")
    }
  }

  /// Cells of a column that a spreadsheet has damaged; nothing where there are none.
  private static func damage(
    _ code: StaticString, _ places: LinePlaces, in column: ColumnProfile, _ table: DelimitedFile,
    _ fact: Prose, remedy: Prose
  ) -> [Problem] {
    if places.count == 0 { return [] }
    return [
      Problem(
        code, .warns, at: table.place(line: places.lines.first, column: column.index),
        fact: "\(fact)\(lines(places))", remedy: remedy)
    ]
  }

  private static func shortCodes(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    if let zeros = column.lostZeros {
      return zeros.findings(about: column.saidName, at: column.index, in: table)
    }
    let places = column.shortCodes
    if column.role == .irisPart {
      return damage(
        "recognition.lost-zero", places, in: column, table,
        "\(places.count, "code de moins de quatre chiffres", "codes de moins de quatre chiffres") dans « \(public: column.saidName) » : zéros de tête rétablis",
        remedy: "rien à faire ; demander des codes en texte pour la prochaine fois")
    }
    return damage(
      "recognition.lost-zero", places, in: column, table,
      "\(places.count, "code trop court", "codes trop courts") d’un chiffre dans « \(public: column.saidName) », jugés à leur seule longueur : zéro de tête perdu",
      remedy:
        "demander des codes en texte ; poser à côté les communes du COG et les codes postaux de La Poste, qui diront lesquels existent"
    )
  }

  /// What official lists say of a column's short codes.
  ///
  /// - Parameters:
  ///   - isRestoredSaid: whether the codes that are put right are among it
  static func lostZeros(
    _ zeros: LostZeros, of name: String, at column: Int, in table: DelimitedFile
  ) -> [Problem] {
    let found: [(StaticString, LinePlaces, Prose, Prose)] = [
      (
        "recognition.lost-zero", zeros.restored,
        "\(zeros.restored.count, "code", "codes") sans zéro de tête dans « \(public: name) » : rétabli, ce code existe",
        "rien à faire ; demander des codes en texte pour la prochaine fois"
      ),
      (
        "recognition.ambiguous-code", zeros.ambiguous,
        "\(zeros.ambiguous.count, "code trop court", "codes trop courts") dans « \(public: name) » : un code existe avec un zéro devant, un autre avec un zéro derrière ; rien n’est rétabli",
        "corriger ces lignes, ou les faire corriger"
      ),
      (
        "recognition.unknown-code", zeros.unknown,
        "\(zeros.unknown.count, "code trop court et inconnu", "codes trop courts et inconnus") dans « \(public: name) », même avec un zéro devant : rien n’est rétabli",
        "corriger ces lignes, ou les faire corriger ; vérifier que les listes du COG et de La Poste couvrent tout le fichier"
      ),
    ]
    return found.filter { $0.1.count > 0 }.map { code, places, fact, remedy in
      Problem(
        code, .warns, at: table.place(line: places.lines.first, column: column),
        fact: "\(fact)\(lines(places))", remedy: remedy)
    }
  }

  private static func inflatedCodes(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    let places = column.inflatedCodes
    return damage(
      "recognition.damaged-code", places, in: column, table,
      "\(places.count, "code devenu un nombre", "codes devenus des nombres") dans « \(public: column.saidName) » (« .0 », puissance de dix)",
      remedy: "demander des codes en texte ; tous leurs chiffres sont écrits, ils sont rétablis")
  }

  private static func lostCodes(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    let places = column.lostCodes
    return damage(
      "recognition.lost-code", places, in: column, table,
      "\(places.count, "code perdu", "codes perdus") dans « \(public: column.saidName) » : puissance de dix sans les derniers chiffres",
      remedy: "rien ne peut être rétabli : demander un nouvel envoi, ces codes en texte")
  }

  private static func dates(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    let places = column.dateNumbers
    return damage(
      "recognition.number-became-date", places, in: column, table,
      "\(places.count, "numéro de voie devenu une date", "numéros de voie devenus des dates") dans « \(public: column.saidName) » (2-4 → 02-avr)",
      remedy: "demander la colonne en texte")
  }

  private static func unclearDates(
    _ column: ColumnProfile, in table: DelimitedFile
  ) -> [Problem] {
    let places = column.unclearNumbers
    return damage(
      "recognition.unclear-date", places, in: column, table,
      "\(places.count, "numéro de voie devenu", "numéros de voie devenus") le premier d’un mois dans « \(public: column.saidName) » : 1-4 et 4-25 font la même date, non rétablis",
      remedy: "corriger ces lignes ; demander la colonne en texte")
  }

  private static func unlikeAddress(
    _ column: ColumnProfile, in table: DelimitedFile
  ) -> [Problem] {
    guard column.isUnlikeAddress else { return [] }
    return [
      Problem(
        "recognition.unlike-address", .warns,
        at: table.place(line: table.dialect.headerLine, column: column.index),
        fact:
          "« \(public: column.saidName) » ne ressemble pas à des adresses : presque aucune cellule n’a de numéro ni de type de voie",
        remedy: "vérifier ce que tient cette colonne avant de la déclarer dans address")
    ]
  }

  private static func totalRows(
    _ totals: (count: Int, lines: [Int]), in table: DelimitedFile
  ) -> [Problem] {
    totals.lines.prefix(1).map { line in
      Problem(
        "recognition.total-rows", .warns, at: table.place(line: line),
        fact:
          "\(totals.count, "ligne", "lignes") de total : à ne pas compter avec les autres\(lines(LinePlaces(totals.count, totals.lines)))",
        remedy: "à déclarer dans exclude, comme le fait --write, ou à supprimer")
    }
  }
}
