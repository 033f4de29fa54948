import Diagnostics
import Files
import Geometry
import Glibc
import TestSupport
import Testing

@testable import Locating

@Suite struct FileTests {
  private static let source = ContentHash(of: [1, 2, 3])
  private static let positions: [Position<Projected>] = {
    var mosaic = Mosaic(side: 2, seed: 3)
    return (0..<300).map { $0 % 10 == 0 ? mosaic.corner() : mosaic.position() }
  }()

  private static func index() -> AreaIndex<Code> {
    let shapes = Mosaic(side: 2, seed: 3).shapes
    return .build(shapes.enumerated().map { (key: Code($0.offset * 7), shape: $0.element) })
  }

  private func opens<Key: AreaKey>(
    _ key: Key.Type, _ path: String, sources: [ContentHash]
  ) -> Bool {
    if case .some = AreaIndex<Key>.open(path, sources: sources) { return true }
    return false
  }

  private func saved(in folder: TemporaryFolder) throws -> String {
    try Self.index().write(to: folder.path("iris.index"), sources: [Self.source])
    return folder.path("iris.index")
  }

  @Test func `an opened index answers as the built one`() throws {
    let folder = TemporaryFolder()
    let built = Self.index()
    let opened = try #require(
      AreaIndex<Code>.open(saved(in: folder), sources: [Self.source]))
    #expect(opened.keys == built.keys)
    #expect(opened.ordinals(at: Self.positions) == built.ordinals(at: Self.positions))
    #expect(Set(opened.ordinals(at: Self.positions)).count > 3)
    for position in Self.positions {
      #expect(opened.owner(of: position, reach: 50) == built.owner(of: position, reach: 50))
    }
  }

  @Test func `an index without areas can be saved`() throws {
    let folder = TemporaryFolder()
    try AreaIndex<Code>.build([]).write(to: folder.path("none"), sources: [])
    let opened = try #require(AreaIndex<Code>.open(folder.path("none"), sources: []))
    #expect(opened.keys == [])
    #expect(opened.ordinal(at: Position(x: 0, y: 0)) == nil)
  }

  @Test func `the same index is the same bytes`() throws {
    let folder = TemporaryFolder()
    try Self.index().write(to: folder.path("a"), sources: [Self.source])
    try Self.index().write(to: folder.path("b"), sources: [Self.source])
    #expect(folder.read("a") == folder.read("b"))
    #expect(folder.names == ["a", "b"])
  }

  @Test func `an index of other sources, or absent, or of other keys, is not opened`() throws {
    let folder = TemporaryFolder()
    let path = try saved(in: folder)
    let other = ContentHash(of: [4])
    #expect(!opens(Code.self, path, sources: [other]))
    #expect(!opens(Code.self, path, sources: []))
    #expect(!opens(Code.self, path, sources: [Self.source, other]))
    #expect(!opens(Code.self, folder.path("absent"), sources: [Self.source]))
    #expect(!opens(Code.self, folder.path, sources: [Self.source]))
    #expect(!opens(Letter.self, path, sources: [Self.source]))
  }

  @Test func `a folder that is not there is a problem on its path`() {
    #expect(throws: Problem.self) {
      try Self.index().write(to: "/nonexistent/iris.index", sources: [])
    }
  }

  /// In the zeros between sections a change is not seen, and changes nothing.
  @Test func `with any byte changed the file is refused, or answers the same`() throws {
    let folder = TemporaryFolder()
    let path = try saved(in: folder)
    let bytes = try #require(folder.read("iris.index"))
    let expected = Self.index().ordinals(at: Self.positions)
    let header = try #require(GridHeader(bytes))
    var accepted = 0
    let descriptor = Glibc.open(path, O_RDWR)
    defer { close(descriptor) }
    for offset in bytes.indices {
      let isUsed = header.uses(offset)
      if !isUsed && offset % 61 != 0 { continue }
      var changed = bytes[offset] ^ UInt8(1 << (offset % 8))
      pwrite(descriptor, &changed, 1, offset)
      if let opened = AreaIndex<Code>.open(path, sources: [Self.source]) {
        accepted += 1
        #expect(!isUsed, "byte \(offset)")
        if offset % 8 == 0 { #expect(opened.ordinals(at: Self.positions) == expected) }
      }
      changed = bytes[offset]
      pwrite(descriptor, &changed, 1, offset)
    }
    #expect(accepted > 0)
    #expect(opens(Code.self, path, sources: [Self.source]))
  }

  @Test func `cut at any length the file is refused`() throws {
    let folder = TemporaryFolder()
    let path = try saved(in: folder)
    let count = try #require(folder.read("iris.index")).count
    let descriptor = Glibc.open(path, O_RDWR)
    defer { close(descriptor) }
    var accepted: [Int] = []
    for length in (0..<count).reversed() {
      ftruncate(descriptor, length)
      if opens(Code.self, path, sources: [Self.source]) { accepted.append(length) }
    }
    #expect(accepted == [])
  }

  /// Words of a block or leaf replaced and all sums made right again: the answers may be wrong, the
  /// process goes on.
  @Test(arguments: [0, 1, 2])
  func `a forged file with right sums does no harm`(section: Int) throws {
    let folder = TemporaryFolder()
    _ = try saved(in: folder)
    let bytes = try #require(folder.read("iris.index"))
    let header = try #require(GridHeader(bytes))
    let words: [UInt32] = [0, 1, 3, 4, 999, 1 << 30, 1 << 31, 0x8000_0001, .max]
    var chance = Seeded(seed: 6)
    for _ in 0..<400 {
      var forged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let part = header.sections[section]
        let place = part.offset + 4 * Int.random(in: 0..<(part.byteCount / 4), using: &chance)
        let word = words.randomElement(using: &chance) ?? 0
        for byte in 0..<4 { forged[place + byte] = UInt8(word >> (8 * byte) & 255) }
      }
      header.repairSums(of: &forged)
      let path = folder.write(forged, to: "forged")
      guard let opened = AreaIndex<Code>.open(path, sources: [Self.source]) else { continue }
      let ordinals = opened.ordinals(at: Self.positions)
      #expect(ordinals.allSatisfy { $0 >= -1 && $0 < opened.keys.count })
      for position in Self.positions.prefix(20) {
        _ = opened.owner(of: position, among: Candidates(0..<2), reach: 100)
        _ = opened.distanceToOtherArea(from: position, ordinal: 0, limit: 100)
      }
    }
  }

  /// Numbers of the header replaced and its sum made right again.
  @Test func `a forged header does no harm`() throws {
    let folder = TemporaryFolder()
    _ = try saved(in: folder)
    let bytes = try #require(folder.read("iris.index"))
    let words: [UInt64] = [
      0, 1, 7, 31, 64, 4096, 1 << 20, 1 << 31, 1 << 39, 1 << 62, 1 << 63, .max,
    ]
    for place in 1..<40 {
      for word in words + [Double.nan.bitPattern, Double.infinity.bitPattern, 1e300.bitPattern] {
        var forged = bytes
        for byte in 0..<8 { forged[place * 8 + byte] = UInt8(word >> (8 * UInt64(byte)) & 255) }
        GridHeader.repairSum(of: &forged)
        let path = folder.write(forged, to: "forged")
        let opened = AreaIndex<Code>.open(path, sources: [Self.source])
        if let opened {
          _ = opened.ordinals(at: Self.positions)
          _ = opened.owner(of: Self.positions[0], reach: 100)
        }
      }
    }
  }
}

/// A key that no number is.
private struct Letter: AreaKey {
  let indexText: String
  init?(indexText: String) {
    guard indexText == "a" else { return nil }
    self.indexText = indexText
  }
  static func < (left: Letter, right: Letter) -> Bool { left.indexText < right.indexText }
}

extension GridHeader {
  init?(_ bytes: [UInt8]) {
    let words = bytes.prefix(Self.pageBytes).withUnsafeBytes {
      Array($0.bindMemory(to: UInt64.self))
    }
    self.init(page: words, fileBytes: bytes.count)
  }

  func uses(_ offset: Int) -> Bool {
    offset < Self.pageBytes
      || sections.contains { ($0.offset..<($0.offset + $0.byteCount)).contains(offset) }
  }

  func repairSums(of bytes: inout [UInt8]) {
    var header = self
    for index in sections.indices {
      let part = sections[index]
      header.sections[index].checksum = bytes[part.offset..<(part.offset + part.byteCount)]
        .withUnsafeBytes { Checksum.of($0) }
    }
    header.words.withUnsafeBytes { bytes.replaceSubrange(0..<Self.pageBytes, with: $0) }
  }

  static func repairSum(of bytes: inout [UInt8]) {
    let end = pageBytes - 8
    let sum = bytes[0..<end].withUnsafeBytes { Checksum.of($0) }
    withUnsafeBytes(of: sum) { bytes.replaceSubrange(end..<pageBytes, with: $0) }
  }
}
