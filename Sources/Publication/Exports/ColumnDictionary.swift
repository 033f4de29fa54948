internal import Rates

/// What the columns of the files mean, in French: the same words in every format.
enum ColumnDictionary {
  /// One column.
  struct Entry: Sendable, Hashable {
    let name: String
    let label: String
    let type: String
    /// Identifier of its indicator; empty for what describes the row.
    let indicator: String
  }

  /// The columns of some sheets, each once, in their order.
  static func entries(of sheets: [Sheet]) -> [Entry] {
    var seen: Set<String> = []
    return sheets.flatMap { sheet in
      let owners = Dictionary(
        uniqueKeysWithValues: sheet.indicators.flatMap { indicator in
          indicator.columns.map { ($0.name, indicator.definition.id) }
        })
      return sheet.columns.filter { seen.insert($0.name).inserted }.map { column in
        Entry(
          name: column.name, label: column.alias, type: Wording.type(of: column.kind),
          indicator: owners[column.name] ?? "")
      }
    }
  }
}
