internal import Files

extension AreaGrid {
  /// Directory, leaves and blocks, as bytes.
  var parts: [UnsafeRawBufferPointer] {
    [
      UnsafeRawBufferPointer(directory), UnsafeRawBufferPointer(leaves),
      UnsafeRawBufferPointer(blocks),
    ]
  }

  /// The grid whose words lie in a mapped file.
  ///
  /// - Returns: `nil` when a sum does not agree, or a cell has leaves that are not there
  convenience init?(_ header: GridHeader, in file: MappedFile) {
    let parts = header.sections.map {
      UnsafeRawBufferPointer(rebasing: file.bytes[$0.offset..<($0.offset + $0.byteCount)])
    }
    let isWhole = zip(parts, header.sections).allSatisfy { Checksum.of($0) == $1.checksum }
    let directory = parts[0].assumingMemoryBound(to: UInt64.self)
    let leaves = parts[1].assumingMemoryBound(to: UInt32.self)
    guard isWhole, Self.isSound(directory, cellShift: header.cellShift, leaves: leaves.count) else {
      return nil
    }
    self.init(
      lattice: header.lattice, cellShift: header.cellShift, columns: header.columns,
      rows: header.rows, areaCount: header.areaCount, directory: directory, leaves: leaves,
      blocks: parts[2].assumingMemoryBound(to: UInt32.self), owner: file)
  }

  /// Whether every leaf of every cell is there.
  private static func isSound(
    _ directory: UnsafeBufferPointer<UInt64>, cellShift: Int, leaves: Int
  ) -> Bool {
    directory.allSatisfy {
      let entry = CellEntry(packed: $0)
      let split = cellShift - entry.leafShift
      return entry.leafShift > 0 && split >= 0 && split <= GridPlan.largestSplit
        && entry.firstLeaf + (1 << (2 * split)) <= leaves
    }
  }
}
