/// What is asked of one indicator beside its rates: smoothing, patterns, groups, standardisation.
///
/// Computed from a release alone, so that nothing withheld can enter.
public struct Analysis: Sendable, Hashable {
  /// A way to look at the figures; its name is that of the method column.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Drawn towards the mean of all IRIS.
    case bayes = "bayes-marshall"
    /// Drawn towards the mean of the IRIS and its neighbours.
    case localBayes = "bayes-marshall-local"
    /// Whether neighbours are alike, one number for all.
    case moran = "moran-contiguite"
    /// The same IRIS by IRIS.
    case lisa = "lisa-contiguite"
    /// Fifths of equal number.
    case quintiles = "quantile-phe"
    /// Whether chance alone explains the distance from the whole.
    case funnel = "entonnoir"
    /// Ages of a reference population, interval by Dobson.
    case dobson
    /// The same, interval by the gamma law.
    case fayFeuer = "fay-feuer"
    /// Observed over expected, base 100.
    case indirect
  }

  /// Identifier of the indicator.
  public let indicator: String
  /// In the order asked.
  public let methods: [Method]
  /// What standardisation needs; `nil` when none is asked.
  public let standard: Standard?

  /// What is asked.
  public init(indicator: String, methods: [Method], standard: Standard? = nil) {
    self.indicator = indicator
    self.methods = methods
    self.standard = standard
  }
}

/// A reference population by class, and the parts of the indicator that are these classes.
public struct Standard: Sendable, Hashable {
  /// One class.
  public struct Class: Sendable, Hashable {
    /// Identifier of the indicator that counts the class.
    public let part: String
    /// How many inhabitants the reference has; `nil` where only the indirect index is asked.
    public let inhabitants: Double?
    /// Units per inhabitant of the reference; `nil` where no index is asked.
    public let rate: Double?

    /// A class from its numbers.
    public init(part: String, inhabitants: Double?, rate: Double?) {
      self.part = part
      self.inhabitants = inhabitants
      self.rate = rate
    }
  }

  /// Its name, vintage included: « France métropolitaine, RP2022 ».
  public let reference: String
  /// In the order of the breakdown.
  public let classes: [Class]

  /// A reference from its classes.
  public init(reference: String, classes: [Class]) {
    self.reference = reference
    self.classes = classes
  }
}
