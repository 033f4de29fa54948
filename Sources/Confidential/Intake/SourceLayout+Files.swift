extension SourceLayout {
  /// Every file that decides what the layout reads, the partner's own first.
  public var files: [String] {
    guard case .address(let route) = route else { return [file] }
    return [file] + [route.special, route.decisions].compactMap(\.self)
  }

  /// Path of the decisions about streets; `nil` for none.
  public var decisions: String? {
    if case .address(let route) = route { route.decisions } else { nil }
  }
}
