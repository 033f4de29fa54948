/// What is known of a partner's threshold, with where it is written.
///
/// A proposal for whoever writes a campaign: the agreement decides, and a campaign without a declared
/// threshold is not released.
///
/// - Source: thresholds.csv of the project's references
public struct PartnerThreshold: Sendable, Hashable {
  /// How far the source can be relied on.
  public enum Confidence: String, Sendable, Hashable {
    /// Written in a primary source.
    case high
    /// Usual, to be confirmed in the agreement.
    case medium
    /// A default of ours.
    case low
  }

  /// Names that users write for the partner.
  public let partners: [String]
  /// Counts from 1 to this number minus one are withheld.
  public let threshold: Int
  /// Where the threshold is written, in French.
  public let source: String
  /// How far the source can be relied on.
  public let confidence: Confidence

  /// For a partner that is not listed.
  public static let unknown = PartnerThreshold(
    partners: [], threshold: 11, source: "défaut prudent de Maille", confidence: .low)

  /// The documented thresholds.
  public static let all: [PartnerThreshold] = [
    PartnerThreshold(
      partners: ["CPAM", "CNAM", "Assurance maladie"], threshold: 11,
      source:
        "ATIH ScanSanté à la demande de la CNIL (« <11 masqués ») ; guide CASD 06/2022, § 5.23",
      confidence: .high),
    PartnerThreshold(
      partners: ["DGFiP", "Filosofi", "INSEE Filosofi"], threshold: 11,
      source: "INSEE, manuel de protection des tableaux, règles ; données carroyées 2019, § I.5",
      confidence: .high),
    PartnerThreshold(
      partners: ["CAF", "CNAF"], threshold: 5,
      source: "usage, à confirmer dans la convention ; 11 dès que des ressources sont croisées",
      confidence: .medium),
    PartnerThreshold(
      partners: ["France Travail", "Pôle emploi", "Dares"], threshold: 5,
      source: "usage, à confirmer dans la convention ; la Dares arrondit à 10", confidence: .medium),
    PartnerThreshold(
      partners: ["CARSAT", "CNAV", "MSA"], threshold: 11,
      source: "pas de source primaire trouvée : défaut prudent", confidence: .low),
    PartnerThreshold(
      partners: ["SIRENE", "Flores"], threshold: 3,
      source: "INSEE, manuel de protection des tableaux : 3 unités, dominance 85 %",
      confidence: .high),
    PartnerThreshold(
      partners: ["DADS", "BTS"], threshold: 5, source: "guides du CASD", confidence: .medium),
    PartnerThreshold(
      partners: ["DEPP"], threshold: 10, source: "guides du CASD", confidence: .medium),
    PartnerThreshold(
      partners: ["IRDES"], threshold: 15, source: "guides du CASD", confidence: .medium),
  ]

  /// The entry whose name the partner's begins with, whatever the case; the longest such name wins.
  ///
  /// - Returns: `unknown` when there is none
  public static func documented(for partner: String) -> PartnerThreshold {
    let wanted = partner.lowercased()
    let named = all.flatMap { entry in entry.partners.map { ($0.lowercased(), entry) } }
    let fitting = named.filter { wanted.hasPrefix($0.0) }
    return fitting.max { $0.0.utf8.count < $1.0.utf8.count }?.1 ?? unknown
  }
}
