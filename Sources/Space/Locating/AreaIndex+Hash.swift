public import Files

extension AreaIndex {
  /// The hash of all that decides who owns a position.
  ///
  /// - Complexity: O(n) of the bytes of the index
  public var contentHash: ContentHash {
    let frame =
      "\(grid.lattice) \(grid.cellShift) \(grid.columns) \(grid.rows)\n"
      + keys.map { $0.indexText + "\n" }.joined()
    return ContentHash(
      combining: [ContentHash(of: Array(frame.utf8))] + grid.parts.map { ContentHash(of: $0) })
  }
}
