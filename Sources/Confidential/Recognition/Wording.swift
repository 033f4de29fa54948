internal import Diagnostics
internal import Tables

/// The sentences about what was recognised. None of them can hold a cell.
enum Wording {
  /// What the columns and rows call for.
  static func findings(
    _ columns: [ColumnProfile], totals: (count: Int, lines: [Int]), in table: DelimitedFile
  ) -> [Problem] {
    columns.flatMap { column in
      forbidden(column, in: table) + shortCodes(column, in: table)
        + inflatedCodes(column, in: table) + dates(column, in: table)
    } + totalRows(totals, in: table)
  }

  private static func forbidden(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    guard column.role.isForbidden, column.filled > 0 else { return [] }
    let place = table.place(line: table.dialect.headerLine, column: column.index)
    return [
      Problem(
        "recognition.forbidden-column", .warns, at: place,
        fact: "colonne « \(public: column.name) » : \(public: column.role.label), jamais lue",
        remedy: "demander au partenaire de ne plus la transmettre ; la supprimer du fichier reçu")
    ]
  }

  private static func shortCodes(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    guard column.shortCodes.count > 0 else { return [] }
    let place = table.place(line: column.shortCodes.lines.first, column: column.index)
    return [
      Problem(
        "recognition.lost-zero", .warns, at: place,
        fact:
          "\(column.shortCodes.count, "code trop court", "codes trop courts") d’un chiffre dans « \(public: column.name) » : zéro de tête perdu",
        remedy: "demander des codes en texte ; le zéro est rétabli là où c’est sans équivoque")
    ]
  }

  private static func inflatedCodes(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    guard column.inflatedCodes.count > 0 else { return [] }
    let place = table.place(line: column.inflatedCodes.lines.first, column: column.index)
    return [
      Problem(
        "recognition.damaged-code", .warns, at: place,
        fact:
          "\(column.inflatedCodes.count, "code devenu un nombre", "codes devenus des nombres") dans « \(public: column.name) » (« .0 », puissance de dix)",
        remedy:
          "demander des codes en texte ; le code est rétabli là où tous ses chiffres sont écrits")
    ]
  }

  private static func dates(_ column: ColumnProfile, in table: DelimitedFile) -> [Problem] {
    guard column.dateNumbers.count > 0 else { return [] }
    let place = table.place(line: column.dateNumbers.lines.first, column: column.index)
    return [
      Problem(
        "recognition.number-became-date", .warns, at: place,
        fact:
          "\(column.dateNumbers.count, "numéro de voie devenu une date", "numéros de voie devenus des dates") dans « \(public: column.name) » (2-4 → 02-avr)",
        remedy: "demander la colonne en texte")
    ]
  }

  private static func totalRows(
    _ totals: (count: Int, lines: [Int]), in table: DelimitedFile
  ) -> [Problem] {
    totals.lines.prefix(1).map { line in
      Problem(
        "recognition.total-rows", .warns, at: table.place(line: line),
        fact: "\(totals.count, "ligne", "lignes") de total : à ne pas compter avec les autres",
        remedy: "à déclarer dans exclude, comme le fait --write, ou à supprimer")
    }
  }
}
