/// Why an answer is what it is: a set of stable French codes.
public struct Reasons: OptionSet, Sendable, Hashable {
  /// One bit each, in the order of `codes`.
  public let rawValue: UInt32

  /// A set by its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The number is not in the street.
  public static let numberAbsent = Reasons(rawValue: 1 << 0)
  /// The query has no number.
  public static let numberMissing = Reasons(rawValue: 1 << 1)
  /// The number exists without this suffix, or only with one.
  public static let suffixAbsent = Reasons(rawValue: 1 << 2)
  /// The number is beyond those of the street; the nearest was taken.
  public static let numberNearest = Reasons(rawValue: 1 << 3)
  /// No such street in the commune.
  public static let streetUnknown = Reasons(rawValue: 1 << 4)
  /// The query has no street.
  public static let streetMissing = Reasons(rawValue: 1 << 5)
  /// The type differs: avenue for boulevard.
  public static let typeContradicted = Reasons(rawValue: 1 << 6)
  /// The name was found by its likeness.
  public static let streetCorrected = Reasons(rawValue: 1 << 7)
  /// The name is a former or second name of the street.
  public static let formerName = Reasons(rawValue: 1 << 8)
  /// The postcode is not the commune's.
  public static let postcodeContradicted = Reasons(rawValue: 1 << 9)
  /// A postcode or city with CEDEX, which is no place.
  public static let cedex = Reasons(rawValue: 1 << 10)
  /// The commune was merged into another.
  public static let communeMerged = Reasons(rawValue: 1 << 11)
  /// The commune's name was found by its likeness.
  public static let communeCorrected = Reasons(rawValue: 1 << 12)
  /// The answer lies in another commune than the one named.
  public static let communeContradicted = Reasons(rawValue: 1 << 13)
  /// No commune could be made out.
  public static let communeUnknown = Reasons(rawValue: 1 << 14)
  /// Several answers are as good; the first by a stated rule was taken.
  public static let tie = Reasons(rawValue: 1 << 15)
  /// A postal box or a domiciliation, which is no dwelling.
  public static let domiciliation = Reasons(rawValue: 1 << 16)
  /// The commune is not in the territory.
  public static let outsideTerritory = Reasons(rawValue: 1 << 17)
  /// « Sans domicile fixe ».
  public static let homeless = Reasons(rawValue: 1 << 18)
  /// The row holds no address at all.
  public static let empty = Reasons(rawValue: 1 << 19)
  /// Several numbers: the first that exists was taken.
  public static let numberRange = Reasons(rawValue: 1 << 20)
  /// A number that a spreadsheet turned into a date was restored.
  public static let spreadsheetDate = Reasons(rawValue: 1 << 21)
  /// The number is provisional (0, 5000 and more) or not a number.
  public static let pseudoNumber = Reasons(rawValue: 1 << 22)
  /// The base has no position for it.
  public static let positionMissing = Reasons(rawValue: 1 << 23)

  /// The codes, in a fixed order.
  public var codes: [String] {
    Self.names.enumerated().filter { rawValue & 1 << $0.offset != 0 }.map(\.element)
  }

  private static let names = [
    "NUMERO_ABSENT", "NUMERO_MANQUANT", "INDICE_ABSENT", "NUMERO_PROCHE", "VOIE_INCONNUE",
    "VOIE_MANQUANTE", "TYPE_CONTREDIT", "VOIE_CORRIGEE", "ANCIEN_NOM", "CP_CONTREDIT", "CEDEX",
    "COMMUNE_FUSIONNEE", "COMMUNE_CORRIGEE", "COMMUNE_CONTREDITE", "COMMUNE_INCONNUE", "EGALITE",
    "DOMICILIATION", "HORS_TERRITOIRE", "SANS_DOMICILE", "VIDE", "PLAGE_DE_NUMEROS", "DATE_TABLEUR",
    "PSEUDO_NUMERO", "POSITION_ABSENTE",
  ]
}
