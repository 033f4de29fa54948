/// One cell, without its quotes, as UTF-8 bytes that are valid only inside the block's body.
///
/// - Confidential: yes
public struct Field {
  /// The bytes, with the spaces around them as the file has them.
  public let bytes: UnsafeRawBufferPointer

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether it holds nothing but spaces (U+0020, TAB, U+00A0, U+202F).
  public var isBlank: Bool { trimmed.bytes.isEmpty }

  /// The same cell without the spaces around it (U+0020, TAB, U+00A0, U+202F).
  public var trimmed: Field {
    Field(bytes: UnsafeRawBufferPointer(rebasing: bytes[Blank.trimmedRange(of: bytes)]))
  }

  /// A copy that may leave the body.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The decimal number that the cell holds, spaces around it allowed.
  ///
  /// - Returns: `nil` when it is blank, no number, or none that a double can hold
  /// - Exactness: bit-identical to `strtod`
  public func double(_ mark: DecimalMark) -> Double? {
    let value = DecimalParser(mark).value(of: bytes)
    return value.isNaN ? nil : value
  }

  /// The whole number that the cell holds, spaces around it allowed.
  ///
  /// - Returns: `nil` when it is blank, not written with digits only, or beyond 64 bits
  public var integer: Int? {
    let digits = trimmed.bytes
    guard let first = digits.first else { return nil }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    var value = 0
    guard digits.count > (isSigned ? 1 : 0) else { return nil }
    for byte in digits.dropFirst(isSigned ? 1 : 0) {
      guard byte &- 0x30 < 10 else { return nil }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLargeStill) = product.subtractingReportingOverflow(Int(byte & 15))
      if tooLarge || tooLargeStill { return nil }
      value = sum
    }
    if first == UInt8(ascii: "-") { return value }
    return value == .min ? nil : -value
  }

  /// Whether the cell is exactly these bytes.
  public func equals(_ other: some Collection<UInt8>) -> Bool { bytes.elementsEqual(other) }

  /// Whether the cell is exactly this text.
  public func equals(_ other: StaticString) -> Bool {
    bytes.elementsEqual(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
  }
}

/// What counts as space around a value.
enum Blank {
  static func trimmedRange(of bytes: UnsafeRawBufferPointer) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end, let width = widthOfSpace(atStartOf: bytes, start, end) { start += width }
    while start < end, let width = widthOfSpace(atEndOf: bytes, start, end) { end -= width }
    return start..<end
  }

  /// What stands between spaces.
  static func groups(of bytes: UnsafeRawBufferPointer) -> [[UInt8]] {
    var groups: [[UInt8]] = [[]]
    var place = 0
    while place < bytes.count {
      if let width = widthOfSpace(atStartOf: bytes, place, bytes.count) {
        groups.append([])
        place += width
      } else {
        groups[groups.count - 1].append(bytes[place])
        place += 1
      }
    }
    return groups
  }

  private static func widthOfSpace(
    atStartOf bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
  ) -> Int? {
    if isASCIISpace(bytes[start]) { return 1 }
    if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 { return 2 }
    return isNarrow(bytes, start, end) ? 3 : nil
  }

  private static func widthOfSpace(
    atEndOf bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
  ) -> Int? {
    if isASCIISpace(bytes[end - 1]) { return 1 }
    if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return 2 }
    return end - 3 >= start && isNarrow(bytes, end - 3, end) ? 3 : nil
  }

  private static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isNarrow(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    start + 2 < end && bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0xAF
  }
}
