extension IndicatorDefinition {
  /// Whether a source is counted above or below the line.
  public func derives(from id: String) -> Bool { source == id || denominatorSource == id }
}
