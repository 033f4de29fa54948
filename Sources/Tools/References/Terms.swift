/// Under which licence a file may be used, and whom to name.
///
/// - Source: terms of reuse of the producers: IGN and INSEE, data.gouv.fr, adresse.data.gouv.fr
public struct Terms: Sendable, Hashable {
  /// The licence.
  public let licence: String
  /// The words that name the producers.
  public let attribution: String

  static let openLicence = "Licence Ouverte 2.0"

  init(of kind: ReferenceKind, layout: String, vintage: ReferenceVintage) {
    let isShareAlike = layout.hasPrefix("BAN de 2015")
    licence =
      switch kind {
      case .contours where vintage.year < 2021: "Licence Ouverte"
      case .addresses where isShareAlike: "Licence gratuite de repartage"
      case .municipal: "Licence Ouverte 2.0 ou ODbL, au choix de la commune : à vérifier"
      default: Self.openLicence
      }
    attribution =
      switch kind {
      case .contours: "IGN–INSEE, \(layout), édition \(vintage)"
      case .census: "INSEE, recensement de la population, \(vintage)"
      case .addresses, .places: "Base Adresse Nationale, \(vintage)"
      case .municipal: "Base Adresse Locale, \(vintage)"
      case .communes, .movements: "INSEE, Code officiel géographique, \(vintage)"
      case .postcodes: "La Poste, base officielle des codes postaux, \(vintage)"
      }
  }
}
