internal import Tables

/// Words that begin rows which are no rows of data.
enum RowWords {
  private static let words = [
    "total", "ensemble", "somme", "sous-total", "total general", "totaux",
  ]

  /// Whether a cell is « Total », « Ensemble » or the like, and nothing more than a few words.
  static func isTotal(_ cell: Field) -> Bool {
    guard let first = cell.bytes.first, cell.bytes.count <= 40,
      [0x54, 0x74, 0x45, 0x65, 0x53, 0x73].contains(first)
    else { return false }
    let text = cell.text.lowercased()
    return words.contains { text == $0 || text.hasPrefix($0 + " ") }
  }
}
