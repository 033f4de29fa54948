/// What a column of numbers counts, from its name or its label.
///
/// « Nombre d’allocataires percevant une aide au logement » counts people, « Nombre de logements » does
/// not: the first word after « nombre de » decides.
struct QuantityName {
  private let words: [String]
  /// Whether it says how many: « NB », « Nombre de ».
  private let isNumberOf: Bool

  /// - Parameters:
  ///   - folded: as `ColumnName.folded` gives it
  init(_ folded: String) {
    var words = folded.split(separator: "_").map(String.init)
    let noun = words.first.flatMap(Self.afterPrefix)
    if let noun { words[0] = noun }
    let nouns = words.drop { Self.openings.contains($0) }
    isNumberOf = noun != nil || nouns.count < words.count
    self.words = Array(nouns)
  }

  /// `NBLOG` → `LOG`.
  private static func afterPrefix(_ word: String) -> String? {
    word.hasPrefix("NB") && word.count >= 5 && word != "NBRES" ? String(word.dropFirst(2)) : nil
  }

  /// Euros, dwellings, children, rates: whatever the people of the file have.
  var isMeasure: Bool {
    words.first.map { Self.measures.contains($0) } ?? false
  }

  /// Whether it counts everybody, not a part of them.
  var isWhole: Bool {
    if words.isEmpty { return isNumberOf }
    if words.count == 1 { return isNumberOf && Self.people.contains(words[0]) }
    return words == ["POPULATION", "TOTALE"] || words.suffix(2) == ["TOUTES", "CATEGORIES"]
  }

  private static let openings: Set<String> = [
    "NB", "NBRE", "NOMBRE", "EFFECTIF", "EFFECTIFS", "EFF", "N", "TOTAL", "D", "DE", "DES", "DU",
    "LA",
    "LE", "LES", "L",
  ]
  private static let people: Set<String> = [
    "ALLOC", "ALLOCATAIRES", "ASSURES", "BENEF", "BENEFICIAIRES", "DEMANDEURS", "FOYERS",
    "HABITANTS", "INSCRITS", "MENAGES", "PERS", "PERSONNES", "RESSORTISSANTS", "USAGERS",
  ]
  private static let measures: Set<String> = [
    "ANCIENNETE", "COUT", "DECILE", "DUREE", "ENF", "ENFANT", "ENFANTS", "EUROS", "HEURES", "JOURS",
    "LOG", "LOGEMENT", "LOGEMENTS", "LOGT", "LOGTS", "LOYER", "MEDIAN", "MEDIANE", "MONTANT",
    "MONTANTS", "MOYEN", "MOYENNE", "PART", "PARTS", "PCT", "PIECES", "POURCENTAGE", "PRIX", "QF",
    "QUARTILE", "QUOTIENT", "RANG", "RESIDENCES", "REVENU", "REVENUS", "RFR", "SOLDE", "SUPERFICIE",
    "SURFACE", "TAUX", "UNITES",
  ]
}
