/// Words and abbreviations.
enum Glossary {
  private static let entries: [(word: String, meaning: String)] = [
    (
      "ABS",
      "Analyse des besoins sociaux, que tout centre communal d’action sociale conduit sur son territoire."
    ),
    ("AAH", "Allocation aux adultes handicapés."),
    ("ALD", "Affection de longue durée, prise en charge à 100 %."),
    ("C2S", "Complémentaire santé solidaire, avec ou sans participation financière."),
    ("CAF", "Caisse d’allocations familiales."), ("CCAS", "Centre communal d’action sociale."),
    ("CPAM", "Caisse primaire d’assurance maladie."),
    (
      "Intervalle de confiance",
      "Plage de valeurs compatibles avec ce qui est observé ; plus la population est petite, plus il est large."
    ),
    (
      "IRIS",
      "Îlots regroupés pour l’information statistique : maille de l’INSEE, de 1 800 à 5 000 habitants en habitat."
    ),
    ("Millésime", "Année ou date que décrivent les données."),
    ("QPV", "Quartier prioritaire de la politique de la ville."),
    ("RP", "Recensement de la population, INSEE."), ("RSA", "Revenu de solidarité active."),
    (
      "Secret statistique",
      "Interdiction de publier ce qui permettrait de reconnaître quelqu’un ; les petites valeurs sont masquées."
    ),
  ]

  /// A text whose abbreviations say what they stand for, each at its first use.
  static func marked(_ text: String) -> Markup {
    var met: Set<String> = []
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> Markup in
      let bare = String(word.filter { $0.isLetter || $0.isNumber })
      guard let entry = entries.first(where: { $0.word == bare }),
        bare == bare.uppercased(), met.insert(bare).inserted
      else { return "\(String(word))" }
      return "<abbr title=\"\(entry.meaning)\">\(String(word))</abbr>"
    }
    return words.dropFirst().reduce(words[0]) { "\($0) \($1)" }
  }

  static let markup: Markup = """
    <h1>Glossaire</h1><dl>\(entries.map { "<dt>\($0.word)</dt><dd>\($0.meaning)</dd>" as Markup })</dl>
    """
}
