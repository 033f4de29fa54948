public import Territory

/// The population that rates are computed over: decimals per IRIS, with their vintage and label.
public struct Denominator: Sendable, Hashable {
  /// Which census.
  public let vintage: CensusVintage
  /// The columns added up, as the file names them.
  public let columns: [String]
  /// Long label in French, from the file's own dictionary where it has one.
  public let label: String
  /// Inhabitants (weighted decimals) by IRIS.
  public let values: [Iris: Double]

  package init(vintage: CensusVintage, columns: [String], label: String, values: [Iris: Double]) {
    self.vintage = vintage
    self.columns = columns
    self.label = label
    self.values = values
  }
}
