/// One way in which people and machines spoil an address.
///
/// - Source: ADDRESSES.md, peculiarities 1 to 38
public enum Blemish: String, Sendable, Hashable, CaseIterable {
  // As it should be, or written otherwise.
  case clean, capitals, abbreviations, laPoste, looseTypography, doubleEncoded
  // The name of the street.
  case oneTypo, twoTypos, phonetic, droppedFirstName, initials, splitWords, joinedWords, numberWords
  case withoutType, wrongType, unknownStreet, unknownSurname
  // The number.
  case suffixVariant, suffixOmitted, range, gluedNumber, missingNumber, absentNumber,
    spreadsheetDate
  // What stands around.
  case complementBefore, floorBefore, complementAfter, postalBox
  // The place.
  case cedex, wrongPostcode, neighbourCommune, cityFirst, withoutCity, shortCity, mergedCommune
  case hamlet
  // Several at once, or no address at all.
  case combined, noAddress

  /// The name in reports, French.
  public var label: String {
    switch self {
    case .clean: "exacte"
    case .capitals: "capitales sans accents"
    case .abbreviations: "abréviations"
    case .laPoste: "32 caractères (La Poste)"
    case .looseTypography: "espaces et apostrophes"
    case .doubleEncoded: "double encodage"
    case .oneTypo: "une faute"
    case .twoTypos: "deux fautes"
    case .phonetic: "faute phonétique"
    case .droppedFirstName: "prénom omis"
    case .initials: "initiales"
    case .splitWords: "mot coupé"
    case .joinedWords: "mots joints"
    case .numberWords: "nombres en lettres"
    case .withoutType: "sans type de voie"
    case .wrongType: "type de voie faux"
    case .unknownStreet: "voie inexistante"
    case .unknownSurname: "voie inexistante, mots connus"
    case .suffixVariant: "indice écrit autrement"
    case .suffixOmitted: "indice omis"
    case .range: "plage de numéros"
    case .gluedNumber: "numéro collé"
    case .missingNumber: "sans numéro"
    case .absentNumber: "numéro absent de la base"
    case .spreadsheetDate: "numéro devenu date"
    case .complementBefore: "complément devant"
    case .floorBefore: "étage et porte devant"
    case .complementAfter: "complément derrière"
    case .postalBox: "boîte postale"
    case .cedex: "CEDEX"
    case .wrongPostcode: "code postal faux"
    case .neighbourCommune: "commune voisine"
    case .cityFirst: "ville en tête"
    case .withoutCity: "sans ville"
    case .shortCity: "ville abrégée"
    case .mergedCommune: "commune fusionnée"
    case .hamlet: "lieu-dit"
    case .combined: "plusieurs défauts"
    case .noAddress: "pas une adresse"
    }
  }
}
