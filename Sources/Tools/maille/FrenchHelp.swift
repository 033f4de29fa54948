/// The argument parser speaks English only: its fixed words are put into French here.
enum FrenchHelp {
  private static let words: [(english: String, french: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "EMPLOI : "), ("Usage: ", "Emploi : "),
    ("SUBCOMMANDS:", "COMMANDES :"), ("OPTIONS:", "OPTIONS :"), ("ARGUMENTS:", "ARGUMENTS :"),
    ("<subcommand>", "<commande>"), ("<options>", "<options>"), ("Error: ", "Erreur : "),
    ("Show help information.", "Affiche cette aide."), ("Show the version.", "Affiche la version."),
    ("(aliases: ", "(alias : "), ("(values: ", "(valeurs : "), ("(default: ", "(par défaut : "),
    ("; default: ", " ; par défaut : "), ("Help: ", "Aide : "),
    ("Unknown option", "Option inconnue"), ("Missing expected argument", "Il manque l’argument"),
    ("Missing value for", "Il manque la valeur de"), ("Unexpected argument", "Argument inattendu"),
    ("The value ", "La valeur "), (" is invalid for ", " ne convient pas pour "),
    ("Did you mean", "Vouliez-vous dire"), ("Please provide one of", "Choisir parmi"),
    ("unexpected arguments", "arguments inattendus"),
    (". See '", ". Voir « "), (" --help' for more information.", " --help »."),
    ("' for detailed help.", " » pour l’aide détaillée."), ("See '", "Voir « "),
  ]

  static func translated(_ message: String) -> String {
    words.reduce(message) { text, pair in text.replacing(pair.english, with: pair.french) }
  }
}
