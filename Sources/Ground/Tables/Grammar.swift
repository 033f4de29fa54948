internal import Glibc

/// Where fields and rows end.
///
/// RFC 4180, and what real files add to it: a quote that does not open its field is a character like
/// any other; in a quoted field only a quote before a separator or a line end closes. A quoted field
/// may hold line ends, but once it does, a quote in the middle of text betrays that its opening
/// quote was never closed.
struct Grammar: Sendable, Hashable {
  /// The ASCII byte between fields.
  let separator: UInt8
  /// Whether a carriage return alone ends a line.
  let acceptsCarriageReturn: Bool

  /// Longest record that is read, in bytes.
  static let recordLimit = 64 << 20

  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  /// The other byte that ends a line; a line feed again when there is no other.
  var otherLineEnd: UInt8 { acceptsCarriageReturn ? Self.carriageReturn : Self.lineFeed }

  @inline(__always)
  func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == otherLineEnd }

  /// How a quoted field ends.
  enum Quoted: Equatable {
    /// At this quote.
    case closed(at: Int, hasQuotesInside: Bool)
    /// Nowhere: the record ends with its first line.
    case unclosed
    /// Past the bytes at hand.
    case beyond
  }

  /// Finds the quote that closes a field.
  ///
  /// - Parameters:
  ///   - open: offset of the opening quote
  ///   - isComplete: nothing follows the text
  ///   - hopelessUntil: no quote before this offset closes anything; moved when that is learnt, so
  ///     that many unclosed quotes cost one search
  func quotedField(
    in text: UnsafeRawBufferPointer, from open: Int, isComplete: Bool, hopelessUntil: inout Int
  ) -> Quoted {
    let limit = open < hopelessUntil ? lineEnd(in: text, from: open) ?? text.count : text.count
    let end = min(limit, open + Self.recordLimit)
    var position = open + 1
    var hasQuotesInside = false
    while let quote = Bytes.first(Self.quote, in: text, from: position, to: end) {
      if quote + 1 < text.count && text[quote + 1] == Self.quote {
        hasQuotesInside = true
        position = quote + 2
        continue
      }
      switch closes(quote, in: text, isComplete: isComplete) {
      case nil: return .beyond
      case true?: return .closed(at: quote, hasQuotesInside: hasQuotesInside)
      case false?: break
      }
      if hasLineEnd(text, open, quote) { return .unclosed }
      hasQuotesInside = true
      position = quote + 1
    }
    if end == text.count && !isComplete { return .beyond }
    hopelessUntil = max(hopelessUntil, end)
    return .unclosed
  }

  /// The first byte that ends a line.
  func lineEnd(in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let feed = Bytes.first(Self.lineFeed, in: text, from: start, to: text.count)
    guard acceptsCarriageReturn else { return feed }
    let limit = feed ?? text.count
    return Bytes.first(Self.carriageReturn, in: text, from: start, to: limit) ?? feed
  }

  /// The offset after the line end at `position`, both bytes of CR LF taken together.
  func afterLineEnd(_ position: Int, in text: UnsafeRawBufferPointer) -> Int {
    let isPair =
      text[position] == Self.carriageReturn && position + 1 < text.count
      && text[position + 1] == Self.lineFeed
    return position + (isPair ? 2 : 1)
  }

  /// How many lines end in the text.
  func lineCount(_ text: UnsafeRawBufferPointer) -> Int {
    let feeds = Bytes.count(Self.lineFeed, in: text)
    guard acceptsCarriageReturn else { return feeds }
    var pairs = 0
    for index in text.indices.dropFirst()
    where text[index] == Self.lineFeed && text[index - 1] == Self.carriageReturn { pairs += 1 }
    return feeds + Bytes.count(Self.carriageReturn, in: text) - pairs
  }

  private func hasLineEnd(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    if Bytes.first(Self.lineFeed, in: text, from: start, to: end) != nil { return true }
    return acceptsCarriageReturn
      && Bytes.first(Self.carriageReturn, in: text, from: start, to: end) != nil
  }

  /// - Returns: whether nothing but spaces stands between the quote and the end of the field; `nil`
  ///   when the bytes at hand do not tell
  private func closes(
    _ quote: Int, in text: UnsafeRawBufferPointer, isComplete: Bool
  ) -> Bool? {
    var next = quote + 1
    while next < text.count && text[next] == 0x20 { next += 1 }
    if next == text.count { return isComplete ? true : nil }
    if text[next] == separator || isLineEnd(text[next]) { return true }
    if text[next] != Self.carriageReturn { return false }
    if next + 1 == text.count { return isComplete ? true : nil }
    return text[next + 1] == Self.lineFeed
  }
}
