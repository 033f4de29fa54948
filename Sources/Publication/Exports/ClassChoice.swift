/// How the classes of each indicator are made: the same in the atlas and in QGIS.
public struct ClassChoice: Sendable, Hashable {
  /// For indicators without bounds of their own.
  public var usual: Classification
  /// Bounds that the group has decided, ascending, by the identifier of the indicator.
  public var decided: [String: [Double]]
  /// Indicators that are read against the whole territory, by identifier: indices, evolutions.
  public var centred: Set<String>

  /// Quantiles, unless said otherwise.
  public init(
    usual: Classification = .quantiles, decided: [String: [Double]] = [:],
    centred: Set<String> = []
  ) {
    self.usual = usual
    self.decided = decided
    self.centred = centred
  }

  /// How the classes of one indicator are made.
  ///
  /// - Parameters:
  ///   - whole: the rate of the whole territory; `nil` where it is not shown
  package func classification(of id: String, around whole: Double?) -> Classification {
    if let bounds = decided[id] { return .manual(bounds) }
    if centred.contains(id), let whole { return .around(whole) }
    return usual
  }
}
