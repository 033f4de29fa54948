/// What a file of public reference data is for.
///
/// The raw value names its folder in the library and its line in the catalogue.
public enum ReferenceKind: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Contours of the IRIS.
  case contours
  /// The census by IRIS.
  case census = "recensement"
  /// Base Adresse Nationale.
  case addresses = "adresses"
  /// Base Adresse Nationale, places called.
  case places = "lieux-dits"
  /// Base Adresse Locale.
  case municipal = "adresses-locales"
  /// Code officiel géographique, communes.
  case communes
  /// Code officiel géographique, events.
  case movements = "mouvements"
  /// La Poste's postcodes.
  case postcodes = "codes-postaux"

  /// In French.
  public var label: String {
    switch self {
    case .contours: "contours IRIS"
    case .census: "recensement à l’IRIS"
    case .addresses: "base d’adresses"
    case .places: "lieux-dits"
    case .municipal: "base d’adresses locale"
    case .communes: "communes"
    case .movements: "mouvements de communes"
    case .postcodes: "codes postaux"
    }
  }

  /// What its rows are, in French.
  var noun: String {
    switch self {
    case .contours, .census: "IRIS"
    case .addresses, .municipal: "adresses"
    case .places: "lieux-dits"
    case .communes, .movements, .postcodes: "lignes"
    }
  }

  /// In the order in which the pipeline needs them.
  public static func < (left: ReferenceKind, right: ReferenceKind) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
