internal import Diagnostics
internal import Files
internal import Glibc
internal import Locating

/// Records of one section of the mapped file.
struct Flat<Record: FlatRecord>: @unchecked Sendable {
  let start: UnsafePointer<Record>?
  let count: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    start = bytes.baseAddress?.assumingMemoryBound(to: Record.self)
    count = bytes.count / MemoryLayout<Record>.stride
  }

  @inline(__always) subscript(index: Int) -> Record {
    guard let start, index >= 0, index < count else { return .nothing }
    return start[index]
  }

  /// A range of records that lies in the section.
  @inline(__always) func clamped(_ span: Span32) -> Range<Int> {
    let range = span.range
    return min(range.lowerBound, count)..<min(range.upperBound, count)
  }
}

/// The sections of the file, in its order.
enum Section: Int, CaseIterable {
  case communes, communeKeys, postcodes, postcodeCommunes, communePostcodes
  case streets, names, nameWords, keys, keyNames, tokens, tokenSlots, communeTokens, postings
  case addresses, shares, irises, suffixes, texts, idExceptions
}

/// The first page: what the file is, of which sources, and where its sections lie.
///
/// - Exactness: the header's own sum is always checked; the sections' sums are checked whole up to
///   `fullCheckBytes`, and by samples beyond, so that all France opens in milliseconds
struct BaseHeader {
  static let pageBytes = 4096
  static let magic: UInt64 = 0x4341_454C_4C49_414D
  /// Changes with every change of layout or of reading: canonical names are part of it.
  static let version: UInt64 = 3
  static let order: UInt64 = 0x0102_0304_0506_0708
  static let fullCheckBytes = 96 << 20
  static let sampleBytes = 1 << 16

  struct Part {
    var offset: Int
    var count: Int
    var sum: UInt64
    var sampleSum: UInt64
  }

  var key: ContentHash
  var epsg: Int
  var parts: [Part]

  var words: [UInt64] {
    var words: [UInt64] = [Self.magic, Self.version, Self.order, UInt64(epsg)]
    words += Self.words(of: key)
    for part in parts {
      words += [UInt64(part.offset), UInt64(part.count), part.sum, part.sampleSum]
    }
    words += [UInt64](repeating: 0, count: Self.pageBytes / 8 - 1 - words.count)
    return words + [words.withUnsafeBytes { Checksum.of($0) }]
  }

  static func words(of key: ContentHash) -> [UInt64] {
    key.digest.withUnsafeBytes { digest in
      (0..<4).map { digest.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    }
  }

  /// The first and last bytes of a section.
  static func sample(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let head = Checksum.of(UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleBytes)))
    let tail = Checksum.of(UnsafeRawBufferPointer(rebasing: bytes.suffix(sampleBytes)))
    return Mixing.mix(head, tail)
  }

  /// The sections of a file that is whole; `nil` for any other.
  static func sections(
    of file: MappedFile, key: ContentHash?
  ) -> (epsg: Int, sections: [UnsafeRawBufferPointer])? {
    guard file.bytes.count >= pageBytes else { return nil }
    let page = (0..<(pageBytes / 8)).map {
      file.bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)
    }
    let sum = Array(page.dropLast()).withUnsafeBytes { Checksum.of($0) }
    guard page[0] == magic, page[1] == version, page[2] == order, page.last == sum,
      key.map({ words(of: $0) == Array(page[4..<8]) }) ?? true
    else { return nil }
    var sections: [UnsafeRawBufferPointer] = []
    for index in Section.allCases.indices {
      guard let section = section(file, page[(8 + index * 4)..<(12 + index * 4)]) else {
        return nil
      }
      sections.append(section)
    }
    return (Int(page[3]), sections)
  }

  private static func section(
    _ file: MappedFile, _ words: ArraySlice<UInt64>
  ) -> UnsafeRawBufferPointer? {
    let part = Array(words)
    let size = UInt64(file.bytes.count)
    guard part[0] <= size, part[1] <= size - part[0], part[0] % 64 == 0 else { return nil }
    let range = Int(part[0])..<Int(part[0] + part[1])
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[range])
    let isWhole =
      file.bytes.count <= fullCheckBytes
      ? Checksum.of(bytes) == part[2] : sample(bytes) == part[3]
    return isWhole ? bytes : nil
  }
}

extension BaseHeader {
  /// Writes a header and its sections; the file appears whole or not at all.
  static func write(
    _ sections: [UnsafeRawBufferPointer], key: ContentHash, epsg: Int, to path: String
  ) throws(Problem) {
    var offset = pageBytes
    let parts = sections.map { bytes in
      defer { offset = roundedUp(offset + bytes.count) }
      return Part(
        offset: offset, count: bytes.count, sum: Checksum.of(bytes), sampleSum: sample(bytes))
    }
    let file = try StagedFile(for: path)
    let header = BaseHeader(key: key, epsg: epsg, parts: parts)
    try file.write(header.words.flatMap { word in (0..<8).map { UInt8(word >> ($0 * 8) & 255) } })
    for bytes in sections {
      try file.write(bytes)
      try file.write([UInt8](repeating: 0, count: roundedUp(bytes.count) - bytes.count))
    }
    try StagedFile.publish([file])
  }

  private static func roundedUp(_ count: Int) -> Int { (count + 63) / 64 * 64 }
}
