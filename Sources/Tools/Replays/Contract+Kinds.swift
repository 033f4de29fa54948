internal import Diagnostics
internal import Intake
internal import Recognition
internal import Tables

extension Contract {
  /// What the column should hold, in French; `nil` when it does.
  func retyped(_ column: ColumnProfile, before: ColumnProfile?) -> Prose? {
    if column.type == .empty { return before?.type == .empty ? nil : "des valeurs" }
    if let needed = needed(of: column), !needed.fits(column.type) { return needed.words }
    guard let before, before.type != .empty, Family(before.type) != Family(column.type) else {
      return nil
    }
    // « 12 » may well be « 12 bis » a year later; a number that became a day may not
    if isPartOfAddress(column) && column.type != .date { return nil }
    return "des cellules « \(public: before.type.label) », comme l’an dernier"
  }

  private struct Need {
    let words: Prose
    let types: Set<ColumnProfile.CellType>
    func fits(_ type: ColumnProfile.CellType) -> Bool { types.contains(type) }
  }

  /// What the campaign itself needs of a column, whatever last year's file was.
  private func needed(of column: ColumnProfile) -> Need? {
    let name = ReceivedFiles.Received.folded(column.name)
    if case .position(let position) = layout.route,
      [position.x, position.y].map(ReceivedFiles.Received.folded).contains(name)
    {
      return position.mark == .comma
        ? Need(words: "des coordonnées à virgule décimale", types: [.decimalComma, .whole])
        : Need(words: "des coordonnées à point décimal", types: [.decimalPoint, .whole])
    }
    if layout.rule.countColumn.map(ReceivedFiles.Received.folded) == name {
      return Need(words: "des effectifs", types: [.whole])
    }
    return nil
  }

  /// Kinds between which a column may pass without meaning something else.
  private enum Family {
    case numbers, dates, words

    init(_ type: ColumnProfile.CellType) {
      self =
        switch type {
        case .whole, .decimalPoint, .decimalComma, .code: .numbers
        case .date: .dates
        case .text, .empty: .words
        }
    }
  }

  private func isPartOfAddress(_ column: ColumnProfile) -> Bool {
    guard case .address(let route) = layout.route else { return false }
    let name = ReceivedFiles.Received.folded(column.name)
    return route.columns.names.map(ReceivedFiles.Received.folded).contains(name)
  }
}
