extension StringProtocol {
  /// What stands from each beginning to the ending after it.
  public func pieces(from start: String, to end: String) -> [SubSequence] {
    var pieces: [SubSequence] = []
    var rest = self[...]
    while let begin = rest.firstRange(of: start) {
      let after = rest[begin.lowerBound...]
      let stop = rest[begin.upperBound...].firstRange(of: end)?.lowerBound ?? rest.endIndex
      pieces.append(after[..<stop])
      rest = rest[stop...]
    }
    return pieces
  }
}
