extension SourceLayout {
  /// Every file that decides what the layout reads, the partner's own first.
  public var files: [String] {
    guard case .address(let route) = route else { return [file] }
    return [file] + [route.special].compactMap(\.self)
  }
}
