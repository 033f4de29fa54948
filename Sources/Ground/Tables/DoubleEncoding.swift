internal import Diagnostics

/// UTF-8 that was taken for Windows-1252 and encoded once more: `Ã©` for `é`.
///
/// A file is repaired only when each of its `Ã` and `Â` begins such a pair: where one does not, it may
/// be a letter that somebody wrote, and then the others may be too.
///
/// - Source: INPUTS.md §3.1; Windows-1252 as `SingleByteTable` has it
struct DoubleEncoding: Sendable, Hashable {
  /// Characters that were encoded twice.
  private(set) var pairs = 0
  /// `Ã` and `Â` that begin none.
  private(set) var others = 0

  /// Whether the whole file can be repaired.
  var isCertain: Bool { pairs > 0 && others == 0 }

  /// What a sample holds.
  init(_ sample: [UInt8] = []) {
    sample.withUnsafeBytes { _ = count($0, isLast: true) }
  }

  /// What a whole table holds, in UTF-8.
  init(_ stream: any ByteStream) throws(Problem) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var kept = 0
    while true {
      let read = try stream.fill(UnsafeMutableRawBufferPointer(rebasing: buffer[kept...]))
      let filled = kept + read
      let isLast = filled < buffer.count
      let done = count(UnsafeRawBufferPointer(rebasing: buffer[..<filled]), isLast: isLast)
      if isLast { return }
      kept = filled - done
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[done..<filled]))
    }
  }

  /// Writes the text as it was before it was encoded again.
  ///
  /// - Parameters:
  ///   - target: as long as the text; may be the same memory
  /// - Returns: how many bytes were written
  static func repair(
    _ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    var written = 0
    var position = 0
    while position < text.count {
      if let character = Character(in: text, at: position) {
        for byte in character.bytes {
          target[written] = byte
          written += 1
        }
        position += character.length
      } else {
        target[written] = text[position]
        written += 1
        position += 1
      }
    }
    return written
  }

  /// - Returns: how many bytes were looked at; the last ones are left until what follows is known
  private mutating func count(_ text: UnsafeRawBufferPointer, isLast: Bool) -> Int {
    let end = isLast ? text.count : max(0, text.count - Character.longest)
    var position = 0
    while let lead = Bytes.first(0xC3, in: text, from: position, to: end) {
      if let character = Character(in: text, at: lead) {
        pairs += 1
        position = lead + character.length
      } else {
        if lead + 1 < text.count && [0x82, 0x83].contains(text[lead + 1]) { others += 1 }
        position = lead + 1
      }
    }
    return max(end, position)
  }
}

extension DoubleEncoding {
  /// One character encoded twice.
  private struct Character {
    /// Its bytes in UTF-8 encoded once.
    let bytes: [UInt8]
    /// How many bytes it takes as it stands.
    let length: Int

    /// The most bytes that one takes: a lead and two continuations of three bytes.
    static let longest = 8

    /// - Returns: `nil` when none begins here
    init?(in text: UnsafeRawBufferPointer, at start: Int) {
      guard start + 3 < text.count, text[start] == 0xC3 else { return nil }
      switch text[start + 1] {
      case 0x82, 0x83, 0x85:  // Â, Ã, Å: NBSP to ÿ, and Œ œ Ÿ
        guard let next = Self.continuation(in: text, at: start + 2) else { return nil }
        (bytes, length) = ([0x40 + text[start + 1], next.byte], 2 + next.length)
      case 0xA2:  // â: dashes, quotes, the euro
        guard let second = Self.continuation(in: text, at: start + 2),
          (0x80...0x84).contains(second.byte),
          let third = Self.continuation(in: text, at: start + 2 + second.length)
        else { return nil }
        (bytes, length) = ([0xE2, second.byte, third.byte], 2 + second.length + third.length)
      default: return nil
      }
    }

    /// The byte 0x80…0xBF that a character of Windows-1252 (or of Latin-1) was made of.
    private static func continuation(
      in text: UnsafeRawBufferPointer, at start: Int
    ) -> (byte: UInt8, length: Int)? {
      guard start + 1 < text.count else { return nil }
      let (first, second) = (text[start], text[start + 1])
      if first == 0xC2 { return (0x80...0xBF).contains(second) ? (second, 2) : nil }
      let packed = UInt32(first) | UInt32(second) << 8
      if let byte = windows[packed] { return (byte, 2) }
      guard start + 2 < text.count else { return nil }
      return windows[packed | UInt32(text[start + 2]) << 16].map { ($0, 3) }
    }

    /// 0x80…0x9F of Windows-1252 by their UTF-8.
    private static let windows: [UInt32: UInt8] = {
      let table = SingleByteTable.windows1252
      let bytes = (UInt8(0x80)...0x9F).filter { !table.undefined.contains($0) }
      return Dictionary(uniqueKeysWithValues: bytes.map { (table.packed($0), $0) })
    }()
  }
}
