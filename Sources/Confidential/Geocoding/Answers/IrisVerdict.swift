public import Territory

/// How sure the IRIS is.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// Wrong less than once in a thousand.
  case certain
  /// One IRIS stands out.
  case probable
  /// Several are possible.
  case ambiguous = "ambigu"
  /// Nothing is known of it.
  case unknown = "inconnu"
}

/// One IRIS of a distribution.
public struct IrisShare: Sendable, Hashable {
  /// The IRIS.
  public var iris: Iris
  /// Its weight; the weights of a distribution add up to 1.
  public var weight: Double

  /// A share.
  public init(iris: Iris, weight: Double) {
    self.iris = iris
    self.weight = weight
  }
}

/// The IRIS of an answer, with the others that are possible.
public struct IrisVerdict: Sendable, Hashable {
  /// The likeliest; `nil` when nothing is known.
  public var iris: Iris?
  /// How sure it is.
  public var certainty = Certainty.unknown
  /// Its probability · 0…1.
  public var probability = 0.0
  /// Every possible IRIS by falling weight, then by code; empty when nothing is known.
  public var shares: [IrisShare] = []

  /// Nothing known.
  public init() {}
}
