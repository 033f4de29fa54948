/// Names of columns that hold who somebody is, told by one of their words.
///
/// Partners write « Nom usuel », « N° de téléphone », « Lieu de naissance » in more ways than a list of
/// whole names can hold. What is doubtful is forbidden: a column not read costs a question, a name read
/// costs more.
enum IdentityName {
  /// - Parameters:
  ///   - folded: as `ColumnName.folded` gives it
  /// - Returns: `nil` when no word tells
  static func role(of folded: String) -> ColumnRole? {
    let words = Set(folded.split(separator: "_").map(String.init))
    let has = { (known: Set<String>) in !words.isDisjoint(with: known) }
    if has(births) || words.contains(where: { $0.hasPrefix("NAIS") }) { return birth(words) }
    if has(numbers) || words.isSuperset(of: ["SECURITE", "SOCIALE"]) { return .nir }
    if has(phones) || words.contains(where: { isNumbered($0, "TEL") }) { return .phone }
    if has(mails) { return .mail }
    if has(banks) { return .bank }
    if has(persons) { return .personName }
    return has(["NOM", "NOMS"]) && !has(things) ? .personName : nil
  }

  private static func birth(_ words: Set<String>) -> ColumnRole {
    if !words.isDisjoint(with: ["ANNEE", "AN", "ANNEES"]) { return .birthYear }
    return words.isDisjoint(with: places) ? .birthDate : .birthPlace
  }

  /// `TEL3`.
  private static func isNumbered(_ word: String, _ stem: String) -> Bool {
    word.hasPrefix(stem) && word.dropFirst(stem.count).allSatisfy(\.isNumber)
  }

  private static let births: Set<String> = ["DATNAIS", "DTNAIS", "DDN", "DNAIS"]
  private static let places: Set<String> = [
    "LIEU", "COMMUNE", "VILLE", "PAYS", "DEP", "DEPARTEMENT", "DEPT", "CODE",
  ]
  private static let numbers: Set<String> = ["NIR", "NIA", "NSS", "SECU", "NUMSECU"]
  private static let phones: Set<String> = [
    "TEL", "TELEPHONE", "TELEPHONES", "PORTABLE", "MOBILE", "FAX", "PHONE", "GSM",
  ]
  private static let mails: Set<String> = [
    "MAIL", "MAILS", "EMAIL", "EMAILS", "COURRIEL", "COURRIELS",
  ]
  private static let banks: Set<String> = ["IBAN", "RIB", "BIC", "BANCAIRE", "BANCAIRES"]
  private static let persons: Set<String> = [
    "PRENOM", "PRENOMS", "PATRONYME", "PATRONYMIQUE", "NOMPRENOM", "IDENTITE", "CONJOINT", "EPOUX",
    "EPOUSE", "MARITAL", "NOMUSUEL", "NOMFAMILLE",
  ]
  /// What has a name and is nobody.
  private static let things: Set<String> = [
    "AFNOR", "AGENCE", "ANCIENNE", "ASSO", "ASSOCIATION", "ENTREPRISE", "SOCIETE", "BATIMENT",
    "CAF", "CAISSE", "CANTON", "COLLEGE", "COM",
    "COMMUNE",
    "CPAM", "DEP", "DEPARTEMENT", "DISPOSITIF", "ECOLE", "EPCI", "ETABLISSEMENT", "FICHIER", "IRIS",
    "LD", "LIEU", "LYCEE", "ORGANISME", "PRESTATION", "QPV", "QP", "QUARTIER", "REG", "REGION",
    "RESIDENCE", "RUE", "SECTEUR", "SERVICE", "SITE", "STRUCTURE", "VILLE", "VOIE", "ZONE",
  ]
}
