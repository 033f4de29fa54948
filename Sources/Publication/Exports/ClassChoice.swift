/// How the classes of each indicator are made: the same in the atlas and in QGIS.
public struct ClassChoice: Sendable, Hashable {
  /// For indicators without bounds of their own.
  public var usual: Classification
  /// Bounds that the group has decided, ascending, by the identifier of the indicator.
  public var decided: [String: [Double]]

  /// Quantiles, unless said otherwise.
  public init(usual: Classification = .quantiles, decided: [String: [Double]] = [:]) {
    self.usual = usual
    self.decided = decided
  }

  /// How the classes of one indicator are made.
  package func classification(of id: String) -> Classification {
    decided[id].map(Classification.manual) ?? usual
  }
}
