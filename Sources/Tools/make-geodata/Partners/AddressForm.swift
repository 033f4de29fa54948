/// The ways in which people write an address, after the peculiarities of ADDRESSES.md.
enum AddressForm: String, CaseIterable, Sendable {
  case exact, capitals, abbreviated, gluedSuffix, singleColumn, withoutType, wrongType, typingError
  case complementBefore, floorBefore, complementAfter, cedex, wrongPostcode, shortCity,
    formerCommune
  case range, spreadsheetDate, initials, looseSpaces, dateInWords
  case withoutNumber, numberTooHigh, unknownStreet, noFixedAbode, postalBox

  /// How often, of a thousand rows.
  var weight: Double {
    switch self {
    case .exact: 130
    case .capitals: 190
    case .abbreviated: 150
    case .gluedSuffix, .singleColumn, .typingError, .complementBefore: 50
    case .withoutType, .initials, .looseSpaces, .complementAfter, .cedex: 35
    case .wrongType, .floorBefore, .wrongPostcode, .shortCity: 28
    case .formerCommune, .range, .dateInWords: 14
    case .spreadsheetDate: 5
    case .withoutNumber: 24
    case .numberTooHigh, .unknownStreet, .noFixedAbode: 18
    case .postalBox: 8
    }
  }

  /// What a geocoder can at best find.
  var level: String {
    switch self {
    case .withoutNumber, .numberTooHigh, .spreadsheetDate: "voie"
    case .unknownStreet: "commune"
    case .noFixedAbode, .postalBox: "aucun"
    default: "adresse"
    }
  }
}

/// An address as it was typed: five columns.
struct TypedAddress: Sendable {
  var number: String
  var suffix: String
  var street: String
  var postcode: String
  var city: String

  init(_ address: Address) {
    number = String(address.number)
    suffix = address.suffix
    street = address.way.name
    postcode = address.way.commune.postcode
    city = address.way.commune.name
  }

  var fields: [String] { [number, suffix, street, postcode, city] }
}
