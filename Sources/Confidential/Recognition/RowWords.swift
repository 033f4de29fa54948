public import Tables

/// Words that stand in rows which are no rows of data.
///
/// A campaign names such rows by a word, « Total », or by an opening, « Total * », which takes in the
/// totals of any place.
public struct RowWords: Sendable, Hashable {
  /// Folded, with what separates it from the next word: `TOTAL_`.
  private let opening: String

  /// - Parameters:
  ///   - pattern: « Total * », as campaigns write it
  /// - Returns: `nil` for any text that does not end with a star after a word
  public init?(pattern: String) {
    guard pattern.hasSuffix(" *") else { return nil }
    let folded = ColumnName.folded(String(pattern.dropLast(2)))
    if folded.isEmpty { return nil }
    opening = folded + "_"
  }

  /// Whether a cell begins so, whatever its case, accents and punctuation.
  ///
  /// - Parameters:
  ///   - cell: without the spaces around it
  public func open(_ cell: Field) -> Bool {
    guard let first = cell.bytes.first, cell.bytes.count <= Self.longest,
      first >= 0x80 || first & 0xDF == opening.utf8.first
    else { return false }
    return ColumnName.folded(cell.text).hasPrefix(opening)
  }

  /// How a cell says a total.
  enum Total {
    /// By a word of the short list, which may be printed.
    case listed
    /// By such a word and others, « Total Dijon »: by the opening that campaigns give it.
    case opened(by: String)
  }

  private static let listed: Set<String> = [
    "TOTAL", "TOTAUX", "TOT", "TOTAL_GENERAL", "GRAND_TOTAL", "SOUS_TOTAL", "SOUS_TOTAUX",
    "S_TOTAL",
    "ENSEMBLE", "SOMME", "TOTAL_COMMUNE", "TOTAL_VILLE", "TOTAL_IRIS", "TOTAL_DE_LA_COMMUNE",
    "TOTAL_DE_LA_VILLE", "ENSEMBLE_COMMUNE", "ENSEMBLE_DE_LA_COMMUNE", "ENSEMBLE_DE_LA_VILLE",
  ]
  private static let openings = ["Total *", "Sous-total *", "Grand total *"].compactMap { pattern in
    RowWords(pattern: pattern).map { (pattern: pattern, words: $0) }
  }
  private static let longest = 40
  /// A quick look, for the many cells that are none; « S/total » and « S. total » begin with one letter.
  private static func mayOpen(_ bytes: UnsafeRawBufferPointer) -> Bool {
    switch (bytes[0] & 0xDF, bytes[1] & 0xDF, bytes[2] & 0xDF) {
    // TOT, ENS, SOM, SOU, GRA
    case (0x54, 0x4F, 0x54), (0x45, 0x4E, 0x53), (0x53, 0x4F, 0x4D), (0x53, 0x4F, 0x55),
      (0x47, 0x52, 0x41):
      return true
    default: break
    }
    let second = bytes[1] & 0xDF
    return bytes[0] & 0xDF == 0x53 && !(0x41...0x5A).contains(second) && second < 0x80
  }

  /// - Parameters:
  ///   - cell: without the spaces around it
  /// - Returns: `nil` for any other text
  static func total(_ cell: Field) -> Total? {
    guard (3...longest).contains(cell.bytes.count), mayOpen(cell.bytes) else { return nil }
    if listed.contains(ColumnName.folded(cell.text)) { return .listed }
    return openings.first { $0.words.open(cell) }.map { .opened(by: $0.pattern) }
  }
}
