/// What the agreement says must not be shown.
///
/// The threshold is the partner's; there is no default one, since a source without a declared
/// threshold is not released.
///
/// - Source: thresholds.csv of the project's references; CNIL and SNDS practice for 11
public struct ProtectionRule: Sendable, Hashable {
  /// What becomes of a true zero.
  public enum Zeros: String, Sendable, Hashable, CaseIterable {
    /// It is published as 0.
    case shown
    /// It is withheld like a small count: it tells that nobody has the property.
    case withheld
  }

  /// Counts from 1 to this number minus one are withheld; 1 withholds none.
  public let threshold: Int
  /// What becomes of a true zero.
  public let zeros: Zeros
  /// Under how many inhabitants a rate is not significant; `nil` for no such limit. The count stays.
  public let minimumDenominator: Double?

  /// What is agreed about single sources, by identifier; the others follow the rule as it is.
  public let sources: [String: SourceTerms]

  /// Whose a source is, and under how many units it must not be seen.
  public struct SourceTerms: Sendable, Hashable {
    /// The partner.
    public let owner: String
    /// Counts from 1 to this number minus one are withheld.
    public let threshold: Int

    /// Terms from their parts.
    public init(owner: String, threshold: Int) {
      precondition(threshold >= 1, "a threshold is at least 1")
      self.owner = owner
      self.threshold = threshold
    }
  }

  /// Indicators, by identifier, of which no IRIS that counts somebody is shown: only larger areas are.
  public let keptToCommunes: Set<String>

  /// A rule from its parts.
  public init(
    threshold: Int, zeros: Zeros = .shown, minimumDenominator: Double? = nil,
    sources: [String: SourceTerms] = [:], keptToCommunes: Set<String> = []
  ) {
    precondition(threshold >= 1, "a threshold is at least 1")
    self.threshold = threshold
    self.zeros = zeros
    self.minimumDenominator = minimumDenominator
    self.sources = sources
    self.keptToCommunes = keptToCommunes
  }

  /// The rule of figures that mix sources: the strictest threshold wins. A rate over fewer inhabitants
  /// than the usual threshold follows it.
  public func strictest(for sources: Set<String>) -> ProtectionRule {
    let strictest = sources.map { self.sources[$0]?.threshold ?? threshold }.max() ?? threshold
    let follows = minimumDenominator == Double(threshold)
    return ProtectionRule(
      threshold: strictest, zeros: zeros,
      minimumDenominator: follows ? Double(strictest) : minimumDenominator, sources: self.sources,
      keptToCommunes: keptToCommunes)
  }

  /// Whose a source is; empty where nobody is named.
  func owner(of source: String) -> String { sources[source]?.owner ?? "" }

  var hidesZeros: Bool { zeros == .withheld }

  /// Whether a number of units must not be seen.
  func withholds(_ number: Int) -> Bool {
    number == 0 ? hidesZeros : number > 0 && number < threshold
  }

  /// Whether nearly everybody of a small census population is counted: the few others would be seen.
  ///
  /// - Source: DISCLOSURE.md, primary rule 1 for populations in decimals
  func isNearlyWhole(_ number: Int, of population: Double) -> Bool {
    threshold > 1 && population > 0 && population < 200 && Double(number) > 0.95 * population
  }
}
