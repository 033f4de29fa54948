extension [String: String] {
  /// A column as a number; `nil` when it is empty.
  func number(_ column: String) -> Double? { self[column].flatMap(Double.init) }
}
