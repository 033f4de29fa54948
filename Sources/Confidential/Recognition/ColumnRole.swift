/// What a column of a partner's file is for.
///
/// - Confidential: no
public enum ColumnRole: String, Sendable, Hashable, CaseIterable {
  /// Number in the street.
  case number
  /// bis, ter, A.
  case suffix
  /// Rue, avenue.
  case streetType
  /// Name of the street.
  case street
  /// Number and street in one cell.
  case address
  /// Building, floor.
  case complement
  /// Hamlet, place called.
  case place
  /// Postcode.
  case postcode
  /// Name of the commune.
  case city
  /// INSEE code of the commune.
  case commune
  /// IRIS code of nine characters.
  case iris
  /// The four characters of the IRIS after the commune's.
  case irisPart
  /// Easting.
  case x
  /// Northing.
  case y
  /// Longitude.
  case longitude
  /// Latitude.
  case latitude
  /// A number of people or households.
  case count
  /// Euros, dwellings, children, a rate: a quantity of something else than the people of the file.
  case measure
  /// Age or age group.
  case age
  /// Year of birth.
  case birthYear
  /// Sex.
  case sex
  /// Year or month that the row describes.
  case period
  /// Pseudonym of the person or household.
  case key
  /// A few labels.
  case category
  /// Nothing that Maille knows.
  case unknown
  /// A person's name: never read.
  case personName
  /// Social security number: never read.
  case nir
  /// Date of birth, when an age is enough: never read.
  case birthDate
  /// Place of birth: never read.
  case birthPlace
  /// Telephone: never read.
  case phone
  /// Electronic mail: never read.
  case mail
  /// Bank account: never read.
  case bank

  /// Whether it must not have been sent, and is never read.
  public var isForbidden: Bool {
    [.personName, .nir, .birthDate, .birthPlace, .phone, .mail, .bank].contains(self)
  }

  /// Whether a row where it is filled is somebody's: an address, a position, a key, an identity.
  var isPersonal: Bool { isForbidden || isWay || self == .key }

  /// Whether it leads to one spot.
  var isWay: Bool {
    [.number, .suffix, .streetType, .street, .address, .complement, .place, .x, .y, .longitude]
      .contains(self) || self == .latitude
  }

  /// Whether its cells are codes, whose zeros count.
  public var isCode: Bool { [.postcode, .commune, .iris, .irisPart].contains(self) }

  /// In French, for the page that is shown.
  public var label: String {
    switch self {
    case .number: "numéro de voie"
    case .suffix: "indice de répétition"
    case .streetType: "type de voie"
    case .street: "voie"
    case .address: "adresse"
    case .complement: "complément d’adresse"
    case .place: "lieu-dit"
    case .postcode: "code postal"
    case .city: "commune (nom)"
    case .commune: "commune (code INSEE)"
    case .iris: "code IRIS"
    case .irisPart: "IRIS (quatre derniers caractères)"
    case .x: "abscisse"
    case .y: "ordonnée"
    case .longitude: "longitude"
    case .latitude: "latitude"
    case .count: "effectif"
    case .measure: "autre quantité"
    case .age: "âge"
    case .birthYear: "année de naissance"
    case .sex: "sexe"
    case .period: "période"
    case .key: "identifiant de dossier"
    case .category: "catégorie"
    case .unknown: "non reconnue"
    case .personName: "identité"
    case .nir: "numéro de sécurité sociale"
    case .birthDate: "date de naissance"
    case .birthPlace: "lieu de naissance"
    case .phone: "téléphone"
    case .mail: "courriel"
    case .bank: "compte bancaire"
    }
  }
}
