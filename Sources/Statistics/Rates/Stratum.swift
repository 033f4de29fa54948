/// One age band, or other class, of one area: what standardisation weighs.
///
/// - Confidential: yes, small counts; what is computed from it is protected like the count of the
///   area
public struct Stratum: Sendable, Hashable {
  /// Events or units.
  public let count: Double
  /// Who could have had them · same vintage as the count · may be a weighted decimal.
  public let population: Double
  /// The reference: how many inhabitants of the class the standard population has (direct), or how
  /// many events per inhabitant it has (indirect).
  public let reference: Double

  /// A class from its numbers, none below 0.
  public init(count: Double, population: Double, reference: Double) {
    precondition(count >= 0 && population >= 0 && reference >= 0, "numbers of a population")
    self.count = count
    self.population = population
    self.reference = reference
  }
}
