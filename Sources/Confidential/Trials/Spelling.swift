/// Letters and words of French street names, as far as trials need them.
///
/// Written apart from the engine's own reading, on purpose: what judges must not share the faults of
/// what is judged.
enum Spelling {
  /// Upper case, no accents, everything else than letters and digits as one space.
  static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let plain = plainLetters[scalar] {
        result += plain
      } else if scalar.isASCII, scalar.properties.isAlphabetic || scalar.isDigit {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, result.last != " " {
        result += " "
      }
    }
    let upper = result.uppercased()
    return upper.last == " " ? String(upper.dropLast()) : upper
  }

  /// Folded words with every abbreviation written out.
  static func words(of name: String) -> [String] {
    let plain = folded(name).split(separator: " ").map(String.init)
    return plain.enumerated().map { index, word in
      index == 0 && word == "R" ? "RUE" : longForms[word] ?? word
    }
  }

  /// Whether the word is a type of street.
  static func isType(_ word: String) -> Bool { types.contains(word) }

  /// Whether the word carries no meaning of its own.
  static func isLink(_ word: String) -> Bool { links.contains(word) }

  /// The usual short forms of a folded long word; the word itself where there is none.
  static func shortForms(of word: String) -> [String] { shortForms[word] ?? [word] }

  /// Edit distance, given up above a limit.
  ///
  /// - Returns: at most `limit + 1`
  /// - Complexity: O(n · m)
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var previous = Array(0...right.count)
    var current = previous
    for (row, a) in left.enumerated() {
      current[0] = row + 1
      var least = row + 1
      for (column, b) in right.enumerated() {
        let substituted = previous[column] + (a == b ? 0 : 1)
        current[column + 1] = min(substituted, previous[column + 1] + 1, current[column] + 1)
        least = min(least, current[column + 1])
      }
      if least > limit { return limit + 1 }
      swap(&previous, &current)
    }
    return min(previous[right.count], limit + 1)
  }
}

extension Spelling {
  private static let plainLetters: [Unicode.Scalar: String] = {
    let groups = [
      ("A", "ÀÂÄÁÃÅàâäáãå"), ("C", "Çç"), ("E", "ÉÈÊËéèêë"), ("I", "ÎÏÍÌîïíì"), ("N", "Ññ"),
      ("O", "ÔÖÓÒÕôöóòõ"), ("U", "ÙÛÜÚùûüú"), ("Y", "Ÿÿ"), ("OE", "Œœ"), ("AE", "Ææ"),
    ]
    let pairs = groups.flatMap { plain, letters in letters.unicodeScalars.map { ($0, plain) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private static let types: Set<String> = [
    "RUE", "AVENUE", "BOULEVARD", "ALLEE", "ALLEES", "CHEMIN", "IMPASSE", "PLACE", "ROUTE",
    "SQUARE",
    "PASSAGE", "RUELLE", "QUAI", "COURS", "COUR", "ROCADE", "ESPLANADE", "ROND", "FAUBOURG",
    "SENTE", "SENTIER", "VOIE", "PLAN", "RAMPE", "MAIL", "PROMENADE", "TRAVERSE", "VILLA",
    "CARREFOUR", "DESCENTE", "MONTEE", "ENCLOS", "PARVIS", "TERRASSE", "CITE", "CLOS", "HAMEAU",
    "LOTISSEMENT", "RESIDENCE", "PONT", "RAMBLA", "PARC",
  ]

  private static let links: Set<String> = [
    "DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "A", "AU", "AUX", "EN", "ET", "SUR", "SOUS",
  ]

  private static let shortForms: [String: [String]] = [
    "AVENUE": ["AV", "AVE"], "BOULEVARD": ["BD", "BLD", "BVD", "BLVD"], "RUE": ["R"],
    "ALLEE": ["ALL"], "CHEMIN": ["CHE", "CHEM"], "IMPASSE": ["IMP"], "PLACE": ["PL"],
    "ROUTE": ["RTE"], "SQUARE": ["SQ"], "PASSAGE": ["PAS", "PASS"], "RUELLE": ["RLE"],
    "FAUBOURG": ["FBG", "FG"], "COURS": ["CRS"], "ESPLANADE": ["ESP"], "LOTISSEMENT": ["LOT"],
    "RESIDENCE": ["RES"], "GRANDE": ["GDE"], "SAINT": ["ST"], "SAINTE": ["STE"],
    "GENERAL": ["GAL", "GEN"], "MARECHAL": ["MAL"], "DOCTEUR": ["DR"], "COMMANDANT": ["CDT"],
    "COLONEL": ["COL"], "PRESIDENT": ["PDT"], "CAPITAINE": ["CAP"], "LIEUTENANT": ["LT"],
    "PROFESSEUR": ["PROF", "PR"], "MONSEIGNEUR": ["MGR"],
  ]

  private static let longForms: [String: String] = {
    let pairs = shortForms.flatMap { long, shorts in shorts.map { ($0, long) } }
    return Dictionary(pairs.filter { $0.0 != "R" }) { first, _ in first }
  }()
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
