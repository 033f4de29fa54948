internal import Tables

/// Words that stand in rows which are no rows of data.
enum RowWords {
  /// How a cell says a total.
  enum Total {
    /// By a word of the short list, which may be printed.
    case listed
    /// By such a word and others, « Total Dijon ».
    case free
  }

  private static let listed: Set<String> = [
    "TOTAL", "TOTAUX", "TOT", "TOTAL_GENERAL", "GRAND_TOTAL", "SOUS_TOTAL", "SOUS_TOTAUX",
    "S_TOTAL",
    "ENSEMBLE", "SOMME", "TOTAL_COMMUNE", "TOTAL_VILLE", "TOTAL_IRIS", "TOTAL_DE_LA_COMMUNE",
    "TOTAL_DE_LA_VILLE", "ENSEMBLE_COMMUNE", "ENSEMBLE_DE_LA_COMMUNE", "ENSEMBLE_DE_LA_VILLE",
  ]
  private static let openings = ["TOTAL_", "SOUS_TOTAL_", "GRAND_TOTAL_"]
  private static let longest = 40

  /// - Parameters:
  ///   - cell: without the spaces around it
  /// - Returns: `nil` for any other text
  static func total(_ cell: Field) -> Total? {
    guard let first = cell.bytes.first, cell.bytes.count <= longest,
      [0x54, 0x45, 0x53, 0x47].contains(first & 0xDF)
    else { return nil }
    let folded = ColumnName.folded(cell.text)
    if listed.contains(folded) { return .listed }
    return openings.contains(where: folded.hasPrefix) ? .free : nil
  }
}
