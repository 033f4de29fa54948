/// The first page of a saved index: what it is, of which sources, and where its sections lie.
///
/// 512 words of 64 bits in the machine's own order (a word tells it), the last one a checksum of the
/// others.
struct GridHeader: Equatable {
  static let pageBytes = 4096
  static let magic: UInt64 = 0x5849_454C_4C49_414D  // MAILLEIX
  /// Changes with every change of layout, rounding or rule.
  static let version: UInt64 = 1
  static let order: UInt64 = 0x0102_0304_0506_0708

  /// Where some bytes lie, and their sum.
  struct Section: Equatable {
    var offset: Int
    var byteCount: Int
    var checksum: UInt64
  }

  var lattice: Lattice
  var cellShift: Int
  var columns: Int
  var rows: Int
  var areaCount: Int
  var fileBytes: Int
  /// The combined hash of the sources: 4 words.
  var sources: [UInt64]
  /// Directory, leaves, blocks, keys.
  var sections: [Section]

  /// The page.
  var words: [UInt64] {
    var words: [UInt64] = [
      Self.magic, Self.version, Self.order, UInt64(fileBytes), lattice.originX.bitPattern,
      lattice.originY.bitPattern, lattice.unitsPerMetre.bitPattern, UInt64(cellShift),
      UInt64(columns), UInt64(rows), UInt64(areaCount),
    ]
    words += sources
    for section in sections {
      words += [UInt64(section.offset), UInt64(section.byteCount), section.checksum]
    }
    words += [UInt64](repeating: 0, count: Self.pageBytes / 8 - 1 - words.count)
    return words + [Self.checksum(words)]
  }

  init(
    grid: AreaGrid, sources: [UInt64], sections: [Section], fileBytes: Int
  ) {
    lattice = grid.lattice
    cellShift = grid.cellShift
    columns = grid.columns
    rows = grid.rows
    areaCount = grid.areaCount
    self.fileBytes = fileBytes
    self.sources = sources
    self.sections = sections
  }

  /// - Returns: `nil` unless the page is whole, of this version and makes sense in a file of so many
  ///   bytes
  init?(page words: [UInt64], fileBytes: Int) {
    guard words.count == Self.pageBytes / 8, words[0] == Self.magic, words[1] == Self.version,
      words[2] == Self.order, words[words.count - 1] == Self.checksum(Array(words.dropLast())),
      let numbers = Self.numbers(words[3...10]), numbers[0] == fileBytes
    else { return nil }
    lattice = Lattice(
      originX: Double(bitPattern: words[4]), originY: Double(bitPattern: words[5]),
      unitsPerMetre: Double(bitPattern: words[6]))
    (cellShift, columns, rows, areaCount) = (numbers[4], numbers[5], numbers[6], numbers[7])
    self.fileBytes = fileBytes
    sources = Array(words[11..<15])
    sections = stride(from: 15, to: 27, by: 3).map {
      Section(
        offset: Int(truncatingIfNeeded: words[$0]),
        byteCount: Int(truncatingIfNeeded: words[$0 + 1]), checksum: words[$0 + 2])
    }
    guard isSound else { return nil }
  }

  private static func checksum(_ words: [UInt64]) -> UInt64 {
    words.withUnsafeBytes { Checksum.of($0) }
  }

  /// The words as numbers; those of doubles count as 0. `nil` when one is too large.
  private static func numbers(_ words: ArraySlice<UInt64>) -> [Int]? {
    var numbers: [Int] = []
    for (index, word) in words.enumerated() {
      let isDouble = (1...3).contains(index)
      guard isDouble || word < 1 << 40 else { return nil }
      numbers.append(isDouble ? 0 : Int(word))
    }
    return numbers
  }

  /// Whether all arithmetic on these numbers stays in bounds.
  private var isSound: Bool {
    let limit = Int(Int32.max)
    return lattice.originX.isFinite && lattice.originY.isFinite && lattice.unitsPerMetre.isFinite
      && lattice.unitsPerMetre > 0 && (GridPlan.smallestShift...30).contains(cellShift)
      && columns > 0 && rows > 0 && columns <= limit >> cellShift && rows <= limit >> cellShift
      && columns <= fileBytes / rows && areaCount < limit && sections.allSatisfy(isSound)
      && sections[0].byteCount == (columns * rows + 1) * 8 && sections[1].byteCount % 4 == 0
      && sections[2].byteCount % 4 == 0
  }

  private func isSound(_ section: Section) -> Bool {
    section.offset >= Self.pageBytes && section.offset % Self.pageBytes == 0
      && section.byteCount >= 0 && section.offset <= fileBytes
      && section.byteCount <= fileBytes - section.offset
  }
}
