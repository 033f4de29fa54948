public import Diagnostics
public import Files

extension AreaIndex {
  /// Saves the index, to be opened by `open` without building it again.
  ///
  /// Pages: a header, then directory, leaves, blocks and keys, each from a page of its own. The file
  /// appears whole or not at all. It belongs to this machine's byte order.
  ///
  /// - Parameters:
  ///   - sources: hashes of what the areas were read from, in a given order, and of whatever else
  ///     decides what they are (edition, options)
  /// - Throws: `files.cannot-write`, `files.disk-full`
  public func write(to path: String, sources: [ContentHash]) throws(Problem) {
    let keyText = Array(keys.map(Self.line).joined().utf8)
    let file = try StagedFile(for: path)
    let failure: Problem? = keyText.withUnsafeBytes { keyText in
      let parts = grid.parts + [keyText]
      let header = Self.header(of: grid, parts, sources: sources)
      do throws(Problem) { try Self.write(header, parts, to: file) } catch { return error }
      return nil
    }
    if let failure { throw failure }
    try StagedFile.publish([file])
  }

  private static func line(_ key: Key) -> String {
    let text = key.indexText
    precondition(!text.utf8.contains(10), "the text of a key has one line")
    return text + "\n"
  }

  private static func header(
    of grid: AreaGrid, _ parts: [UnsafeRawBufferPointer], sources: [ContentHash]
  ) -> GridHeader {
    var offset = GridHeader.pageBytes
    let sections = parts.map { part in
      defer { offset = roundedUp(offset + part.count) }
      return GridHeader.Section(
        offset: offset, byteCount: part.count, checksum: Checksum.of(part))
    }
    return GridHeader(
      grid: grid, sources: words(of: sources), sections: sections, fileBytes: offset)
  }

  private static func write(
    _ header: GridHeader, _ parts: [UnsafeRawBufferPointer], to file: StagedFile
  ) throws(Problem) {
    try file.write(header.words.flatMap { word in (0..<8).map { UInt8(word >> ($0 * 8) & 255) } })
    for part in parts {
      try file.write(part)
      try file.write([UInt8](repeating: 0, count: roundedUp(part.count) - part.count))
    }
  }

  private static func roundedUp(_ count: Int) -> Int {
    (count + GridHeader.pageBytes - 1) / GridHeader.pageBytes * GridHeader.pageBytes
  }
}

extension AreaIndex {
  /// Opens a saved index without reading it into memory.
  ///
  /// Every byte is summed once, at the speed of memory; offsets inside are checked again whenever
  /// they are followed, so that even a forged file with right sums can give wrong answers at worst.
  ///
  /// - Parameters:
  ///   - sources: the hashes that were given to `write`, in the same order
  /// - Returns: `nil` when the file is absent, damaged, foreign, of another version, of another
  ///   machine or made from other sources: build again then
  /// - Complexity: O(n) of the bytes; about 20 ms for 200 MB that the system has in memory
  public static func open(_ path: String, sources: [ContentHash]) -> AreaIndex? {
    guard let file = try? MappedFile(path), file.bytes.count >= GridHeader.pageBytes else {
      return nil
    }
    let page = (0..<(GridHeader.pageBytes / 8)).map {
      file.bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)
    }
    guard let header = GridHeader(page: page, fileBytes: file.bytes.count),
      header.sources == words(of: sources), let grid = AreaGrid(header, in: file)
    else { return nil }
    let last = header.sections[3]
    let lines = try? file.withBytes { bytes in
      Self.keys(in: bytes[last.offset..<(last.offset + last.byteCount)])
    }
    guard let keys = lines ?? nil, keys.count == header.areaCount else { return nil }
    return AreaIndex(keys: keys, grid: grid)
  }

  /// The keys of some lines; `nil` unless all are keys and in order.
  private static func keys(in bytes: Slice<UnsafeRawBufferPointer>) -> [Key]? {
    var keys: [Key] = []
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      guard let key = Key(indexText: String(decoding: line, as: UTF8.self)) else { return nil }
      if let last = keys.last, last >= key { return nil }
      keys.append(key)
    }
    return keys
  }

  /// The combined hash of the sources as four words.
  private static func words(of sources: [ContentHash]) -> [UInt64] {
    ContentHash(combining: sources).digest.withUnsafeBytes { digest in
      (0..<4).map { digest.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    }
  }
}
