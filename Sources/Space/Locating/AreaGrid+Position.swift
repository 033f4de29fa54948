internal import Geometry

/// One position at a time.
extension AreaGrid {
  /// The ordinal of its area; −1 for none.
  func ordinal(at position: Position<Projected>) -> Int32 {
    let (point, leaf) = LeafFinder(self).leaf(of: position.x, position.y)
    let word = leaves[leaf]
    return word <= areaCount
      ? Int32(bitPattern: word &- 1)
      : ordinal(of: point, inBlock: Int(word & ~LeafBlock.mark))
  }

  /// The ordinals of all areas that cover it, in order; several where areas overlap.
  func coveringOrdinals(at position: Position<Projected>) -> [Int] {
    let (point, leaf) = LeafFinder(self).leaf(of: position.x, position.y)
    let word = leaves[leaf]
    if word <= areaCount { return word == 0 ? [] : [Int(word) - 1] }
    let block = Block(self, at: Int(word & ~LeafBlock.mark), around: point)
    return block?.coveringOrdinals() ?? []
  }
}
