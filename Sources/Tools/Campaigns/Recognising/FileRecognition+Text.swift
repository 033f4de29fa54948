internal import Diagnostics
internal import Recognition

extension FileRecognition {
  /// One page in French.
  public func page(blocks: [Block]) -> String {
    let rows = profile.rows
    let total = FrenchNumber.counted(rows + profile.setAside, "ligne")
    var lines = [
      "\(file) : \(total) = \(FrenchNumber.counted(rows, "lue"))"
        + " + \(FrenchNumber.counted(profile.setAside, "mise de côté", "mises de côté"))",
      "\(profile.dialect)",
    ]
    if !otherSheets.isEmpty {
      lines.append("autres feuilles (option --sheet) : \(otherSheets.joined(separator: ", "))")
    }
    lines.append("\(FrenchNumber.counted(profile.columns.count, "colonne")), dont reconnues :")
    lines += Self.limited(known.map(line), to: 24)
    lines.append("colonnes ignorées (non reconnues) : \(Self.names(unknown))")
    if !forbidden.isEmpty {
      let names = forbidden.map { "\($0.saidName) (\($0.role.label))" }
      lines.append("colonnes jamais lues, à ne plus transmettre : \(Self.listed(names))")
    }
    lines += facts
    lines += blocks.isEmpty ? ["rien ne bloque"] : blocks.map { "bloquant : \($0.text)" }
    return lines.joined(separator: "\n")
  }

  private var known: [ColumnProfile] {
    profile.columns.filter { $0.role != .unknown && !$0.role.isForbidden }
  }

  private var unknown: [ColumnProfile] { profile.columns.filter { $0.role == .unknown } }

  private var forbidden: [ColumnProfile] { profile.columns.filter(\.role.isForbidden) }

  private var facts: [String] {
    var facts: [String] = []
    let share = route.filledShare.map { " ; remplies dans \(Self.percent($0)) des lignes" } ?? ""
    facts.append("chemin vers l’IRIS : \(route.label)\(share)")
    if let unit { facts.append(unit) }
    if let text = period.text { facts.append("période : \(text)") }
    if !profile.communes.isEmpty {
      let counted = profile.communes.reduce(0) { $0 + $1.rows }
      let shown = profile.communes.prefix(3).map {
        "\($0.code) (\(Self.percent(Double($0.rows) / Double(counted))))"
      }
      let more = profile.communes.count > 3 ? " et \(profile.communes.count - 3) de plus" : ""
      facts.append("communes : \(shown.joined(separator: ", "))\(more)")
    }
    if let duplicates = profile.duplicates, let key = profile.column(.key) {
      let repeating = FrenchNumber.counted(duplicates, "ligne répète", "lignes répètent")
      facts.append("doublons : \(repeating) « \(key.name) »")
    }
    facts += codeColumns.compactMap(Self.zeros)
    for column in masked.prefix(4) {
      facts.append(Self.masks(of: column))
    }
    if masked.count > 4 {
      facts.append(
        "… et \(FrenchNumber.counted(masked.count - 4, "autre colonne", "autres colonnes")) d’effectifs masqués"
      )
    }
    facts += odd.prefix(4).map { column in
      let lines = column.odd.lines.map(String.init).joined(separator: ", ")
      let cells = FrenchNumber.counted(column.odd.count, "cellule")
      return
        "textes inconnus dans « \(column.name) », à déclarer ou à corriger : \(cells) (lignes \(lines))"
    }
    if profile.totals.count > 0 {
      let places = profile.totals.lines.map(String.init).joined(separator: ", ")
      facts.append("lignes de total : \(profile.totals.count) (ligne \(places))")
    }
    if let found = profile.unavailable {
      let texts = found.texts.map { "« \($0.text) » ×\(FrenchNumber.grouped($0.count))" }
      facts.append(
        "lignes non transmises d’après « \(found.column) » (à déclarer dans unavailable) : "
          + texts.joined(separator: ", "))
    }
    if let sentence = profile.crowdSentence { facts.append(sentence) }
    facts.append("références à côté : \(references.text)")
    if references.isMismatched {
      facts.append("à vérifier : les contours ne sont pas de la géographie du recensement")
    }
    if profile.isSampled { facts.append("colonnes jugées sur un échantillon des lignes") }
    return facts
  }

  /// What a row is, as far as the columns tell.
  private var unit: String? {
    if let count = profile.countColumn {
      return "unité : effectifs, colonne « \(count.name) », à confirmer"
    }
    if rowCount == 0 { return nil }
    return profile.isByPlace || !profile.counts.isEmpty
      ? "unité : effectifs, colonne à choisir"
      : "unité : une ligne par personne ou ménage, à confirmer"
  }

  /// What becomes of codes that are a digit short, and who says so.
  private static func zeros(of column: ColumnProfile) -> String? {
    if column.shortCodes.count == 0 { return nil }
    if column.role == .irisPart {
      return
        "codes de moins de quatre chiffres dans « \(column.saidName) » : zéros de tête rétablis, \(places(column.shortCodes))"
    }
    guard let zeros = column.lostZeros else {
      return
        "codes trop courts dans « \(column.name) », jugés à leur seule longueur (aucune liste officielle de ces codes à côté) : zéro de tête perdu, \(places(column.shortCodes))"
    }
    let parts = [
      ("zéro de tête rétabli", zeros.restored), ("à deux lectures", zeros.ambiguous),
      ("inconnus", zeros.unknown),
    ].filter { $0.1.count > 0 }.map { "\($0.0), \(places($0.1))" }
    return
      "codes trop courts dans « \(column.name) », d’après les listes officielles : \(parts.joined(separator: " ; "))"
  }

  /// « 37 cellules (lignes 2, 9, 14…) ».
  private static func places(_ places: LinePlaces) -> String {
    let lines = places.lines.map(String.init).joined(separator: ", ")
    let more = places.count > places.lines.count ? "…" : ""
    let word = places.lines.count > 1 ? "lignes" : "ligne"
    return "\(FrenchNumber.counted(places.count, "cellule")) (\(word) \(lines)\(more))"
  }

  /// Columns of counts where some values are hidden.
  private var masked: [ColumnProfile] {
    profile.columns.filter { $0.role == .count && (!$0.masks.isEmpty || $0.blank > 0) }
  }

  private static func masks(of column: ColumnProfile) -> String {
    var texts = column.masks.map { "« \($0.text) » ×\(FrenchNumber.grouped($0.count))" }
    if column.otherMasks > 0 {
      texts.append("d’autres ×\(FrenchNumber.grouped(column.otherMasks))")
    }
    if column.blank > 0 { texts.append("vide ×\(FrenchNumber.grouped(column.blank))") }
    return "valeurs masquées de « \(column.name) » (à déclarer) : \(texts.joined(separator: ", "))"
  }

  /// Columns of counts where some cells are neither numbers nor known masks.
  private var odd: [ColumnProfile] {
    profile.columns.filter { $0.role == .count && $0.odd.count > 0 }
  }

  private func line(_ column: ColumnProfile) -> String {
    let isRepeated = profile.columns.count { $0.name == column.name } > 1
    let isDoubtful = column.isDoubtful || column.isUnlikeAddress || isRepeated
    let evidence = [
      column.isFromCells ? "d’après les cellules" : nil,
      column.hasMadeUpName ? "le nom ne dit rien" : isRepeated ? "nom répété" : nil,
      column.isUnlikeAddress ? "ne ressemble pas à des adresses" : nil,
      isDoubtful || column.hasMadeUpName ? "à confirmer" : nil,
    ].compactMap(\.self).map { ", \($0)" }
    return "  \(column.saidName) : \(column.role.label), \(column.type.label)\(evidence.joined())"
  }

  private static func names(_ columns: [ColumnProfile]) -> String {
    var names = columns.map(\.name).filter { !$0.isEmpty }
    let unnamed = columns.count - names.count
    if unnamed > 0 { names.append("(sans nom : \(unnamed))") }
    return names.isEmpty ? "aucune" : listed(names)
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(mostNames).joined(separator: ", ")
    let more = names.count - mostNames
    return more > 0 ? "\(shown) et \(FrenchNumber.counted(more, "autre"))" : shown
  }

  private static let mostNames = 24

  private static func limited(_ lines: [String], to count: Int) -> [String] {
    if lines.count <= count { return lines }
    return lines.prefix(count - 1) + [
      "  … et \(FrenchNumber.counted(lines.count - count + 1, "autre")), avec --format json"
    ]
  }

  private static func percent(_ share: Double) -> String {
    FrenchNumber.decimal(100 * share, decimals: 1) + " %"
  }
}

extension TableProfile {
  /// Addresses that many rows share, by their shares and first lines; `nil` when there is none.
  var crowdSentence: String? {
    if crowds.isEmpty { return nil }
    let places = crowds.map { crowd in
      "\(FrenchNumber.decimal(100 * crowd.share, decimals: 1)) % dès la ligne \(crowd.firstLine)"
    }
    return "adresses que beaucoup de lignes partagent (domiciliation, foyer ? à classer) : "
      + places.joined(separator: ", ")
  }
}
