public import Boundaries
public import Diagnostics
public import Files
internal import Locating
internal import Territory

extension AddressBase {
  /// The base of some sources: the saved one when it was made of the same bytes, else built and
  /// saved.
  ///
  /// A damaged or foreign file is rebuilt, never trusted.
  ///
  /// - Parameters:
  ///   - territory: gives each address its IRIS; `nil` for none
  ///   - contours: the hash of what the territory was read from
  ///   - path: where the base is saved; beside the first source by default
  /// - Returns: the base; the problems of the sources, none when the base was saved
  /// - Throws: `files.…`, `tables.…`, `geocoding.…`, `projection.…`
  public static func prepared(
    from sources: AddressSources, territory: IrisTerritory?, contours: ContentHash? = nil,
    at path: String? = nil, threads: Int = 2
  ) throws(Problem) -> (AddressBase, ProblemLog) {
    let path = path ?? (sources.addresses.first ?? "adresses") + ".maille-index"
    let key = try key(of: sources, territory, contours)
    if let base = open(path, key: key) { return (base, ProblemLog()) }
    let problems = try build(from: sources, territory, key: key, to: path, threads: threads)
    guard let base = open(path, key: key) else { throw Wording.cannotReopen(path) }
    return (base, problems)
  }

  /// Makes the base of some sources and writes it.
  ///
  /// - Returns: the problems of the sources
  /// - Complexity: O(n log n) of the addresses; memory of about 80 bytes for each
  public static func build(
    from sources: AddressSources, territory: IrisTerritory?, contours: ContentHash? = nil,
    to path: String, threads: Int = 2
  ) throws(Problem) -> ProblemLog {
    let key = try key(of: sources, territory, contours)
    return try build(from: sources, territory, key: key, to: path, threads: threads)
  }

  /// Opens a saved base without reading it.
  ///
  /// - Parameters:
  ///   - key: what it must have been made of; `nil` to take what is there
  /// - Returns: `nil` when it is absent, damaged, foreign, or made of something else
  /// - Complexity: O(1) beyond 96 MB, where sums are checked by samples; O(n) of the bytes below
  public static func open(_ path: String, key: ContentHash? = nil) -> AddressBase? {
    guard let file = try? MappedFile(path),
      let (epsg, sections) = BaseHeader.sections(of: file, key: key)
    else { return nil }
    return AddressBase(file, epsg: epsg, sections)
  }

  /// What a base is made of: the bytes of all sources, and of the contours.
  private static func key(
    of sources: AddressSources, _ territory: IrisTerritory?, _ contours: ContentHash?
  ) throws(Problem) -> ContentHash {
    var hashes: [ContentHash] = []
    for group in [sources.addresses, sources.communes, sources.postcodes] {
      for path in group { hashes.append(try ContentHash(ofFile: path)) }
      hashes.append(ContentHash(of: [UInt8(truncatingIfNeeded: group.count)]))
    }
    let areas =
      territory.map { $0.index.keys.map(\.code).joined() + " \($0.index.byteCount)" } ?? ""
    return ContentHash(combining: hashes + [contours ?? ContentHash(of: Array(areas.utf8))])
  }

  private static func build(
    from sources: AddressSources, _ territory: IrisTerritory?, key: ContentHash, to path: String,
    threads: Int
  ) throws(Problem) -> ProblemLog {
    let builder = BaseBuilder(threads: threads)
    for source in sources.communes + sources.postcodes {
      guard let problems = try builder.register.read(source) else {
        throw Wording.notCommunes(Place(file: source))
      }
      builder.problems.append(problems)
    }
    for source in sources.addresses { try builder.read(source) }
    try builder.finish(territory)
    try builder.write(key: key, epsg: (territory?.system ?? builder.epsgSystem).epsg, to: path)
    return builder.problems
  }
}

extension BaseBuilder {
  /// Writes all sections in their order.
  fileprivate func write(key: ContentHash, epsg: Int, to path: String) throws(Problem) {
    let arrays: [any Flattening] = [
      communes, communeKeys, postcodes, postcodeCommunes, communePostcodes, streets, names,
      nameWords, keys, keyNames, tokens, tokenSlots, communeTokens, postings, addresses, shares,
      irises, suffixes, texts, idExceptions,
    ]
    try Self.withAll(arrays, []) { sections throws(Problem) in
      try BaseHeader.write(sections, key: key, epsg: epsg, to: path)
    }
  }

  private static func withAll(
    _ arrays: [any Flattening], _ sections: [UnsafeRawBufferPointer],
    _ body: ([UnsafeRawBufferPointer]) throws(Problem) -> Void
  ) throws(Problem) {
    guard let first = arrays.first else { return try body(sections) }
    try first.withRecords { bytes throws(Problem) in
      try withAll(Array(arrays.dropFirst()), sections + [bytes], body)
    }
  }
}

/// An array whose bytes are written as they are.
protocol Flattening {
  func withRecords(_ body: (UnsafeRawBufferPointer) throws(Problem) -> Void) throws(Problem)
}

extension Array: Flattening where Element: FlatRecord {
  func withRecords(_ body: (UnsafeRawBufferPointer) throws(Problem) -> Void) throws(Problem) {
    let failure: Problem? = withUnsafeBytes { bytes in
      do throws(Problem) { try body(bytes) } catch { return error }
      return nil
    }
    if let failure { throw failure }
  }
}
