internal import Diagnostics
internal import Population

/// How the columns of one census are named in the next, and where they cannot be: categories that
/// are no longer the same people.
struct Nomenclature {
  /// The census columns of the new file.
  let columns: [String]
  let year: Int
  let path: String

  /// The categories of 2003, `_CS1` to `_CS8`, gave way to those of 2020, `_STAT_GSEC…`, from RP2022
  /// on: other people are in them, so that neither name stands for the other.
  ///
  /// - Source: INSEE, base-ic RP2022, dictionary of variables (INPUTS.md §3.2); PCS 2020
  static func isOldCategory(_ column: String) -> Bool {
    ("1"..."8").contains(column.last ?? " ") && column.dropLast().hasSuffix("_CS")
  }

  /// The same column in the new census: `P20_POP0014` → `P22_POP0014`.
  ///
  /// - Parameters:
  ///   - place: where the campaign names it
  /// - Throws: `replay.nomenclature-break`, `replay.census-column-gone`
  func successor(of column: String, at place: Place) throws(Problem) -> String {
    let name = renamed(column)
    if columns.contains(name) { return name }
    let categories = columns.filter { $0.contains("_GSEC") }
    if Self.isOldCategory(column) && !categories.isEmpty {
      throw Wording.nomenclatureBreak(column, year, among: categories, at: place)
    }
    let near = Suggestion.nearest(to: name, among: columns)
    throw Wording.censusColumnGone(column, wanted: name, year, near: near, at: place)
  }

  private func renamed(_ column: String) -> String {
    let start = Array(column.prefix(4))
    guard start.count == 4, "PC".contains(start[0]), start[1].isNumber, start[2].isNumber,
      start[3] == "_"
    else { return column }
    let digits = String(year).suffix(2)
    return "\(start[0])\(digits)_\(column.dropFirst(4))"
  }
}
