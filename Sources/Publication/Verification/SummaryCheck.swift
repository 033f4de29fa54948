internal import Diagnostics
internal import Glibc

/// Whether what a map says to those who do not see it is what the table says: lowest and highest, the
/// commune, how many are withheld.
struct SummaryCheck {
  /// The description, escapes undone.
  let text: String
  /// What the columns of its indicator begin with.
  let stem: String
  /// Of the IRIS, or of the areas that the map draws.
  let rows: [Sighting.Row]
  /// Rows of communes; none where a folder has no such table.
  let communes: [Sighting.Row]

  var isTrue: Bool {
    let shown = rows.compactMap { row in
      Self.value(of: stem, in: row).map { (value: $0, name: Self.name(of: row)) }
    }
    guard let least = shown.min(by: { $0.value < $1.value }),
      let most = shown.max(by: { $0.value < $1.value })
    else { return text.hasPrefix("Aucune valeur") }
    let isRange =
      says(least.value, after: "De ") && says(most.value, after: " (\(least.name)) à ")
      && text.contains(" (\(most.name)).")
    return isRange && isCommune && says(Double(withheld), before: " sous secret")
  }

  private var withheld: Int { rows.count { $0.cells[stem + "_st"]?.text == "c" } }

  /// The commune's value, where one is told.
  private var isCommune: Bool {
    guard text.contains("Commune : ") else { return true }
    let values = communes.compactMap { Self.value(of: stem, in: $0) }
    return communes.isEmpty || values.contains { says($0, after: "Commune : ") }
  }

  private func says(_ value: Double, after words: String) -> Bool {
    guard let start = text.firstRange(of: words)?.upperBound else { return false }
    return Self.number(text[start...]).map { Self.isRounded(value, to: $0) } ?? false
  }

  private func says(_ value: Double, before words: String) -> Bool {
    guard let end = text.firstRange(of: words)?.lowerBound else { return false }
    let start = text[..<end].lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
    return Self.number(text[start..<end]).map { $0.value == value } ?? false
  }

  /// A map shows the rate, or the count where there is no rate.
  private static func value(of stem: String, in row: Sighting.Row) -> Double? {
    guard row.cells[stem + "_st"] == nil else { return nil }
    return (row.cells[stem + "_t"] ?? row.cells[stem + "_n"])?.number
  }

  private static func name(of row: Sighting.Row) -> String {
    ["nom_iris", "code_iris", "nom_zone", "code_zone"].lazy
      .compactMap { row.cells[$0]?.text }.first { !$0.isEmpty } ?? ""
  }

  /// « 1 234,5 »: its value and how many decimals it has.
  private static func number(_ text: Substring) -> (value: Double, decimals: Int)? {
    let sign = text.unicodeScalars.prefix {
      ("0"..."9").contains($0) || $0 == "," || $0 == "\u{202F}"
    }
    let plain = String(
      String.UnicodeScalarView(sign.filter { $0 != "\u{202F}" }.map { $0 == "," ? "." : $0 }))
    let decimals = plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    return Double(plain).map { ($0, decimals?.count ?? 0) }
  }

  /// The table has a decimal more, itself rounded.
  private static func isRounded(
    _ value: Double, to shown: (value: Double, decimals: Int)
  ) -> Bool {
    abs(value - shown.value) <= 0.551 * pow(10, -Double(shown.decimals))
  }
}
