/// From separator to separator through one block.
struct RowWalk {
  let grammar: Grammar
  let width: Int
  let slots: UnsafeBufferPointer<Int>
  let text: UnsafeRawBufferPointer
  let index: RowIndex
  let spans: UnsafeMutablePointer<UInt64>
  let stride: Int
  let separators: SIMD16<UInt8>
  let otherLineEnds: SIMD16<UInt8>

  var setAside: [RowScanner.SetAside] = []
  var rowCount = 0
  var line = 0
  /// Lines inside the quoted fields of the row.
  var innerLines = 0
  var rowStart = 0
  var fieldStart = 0
  var column = 0
  /// Whether a field beyond `width` holds something.
  var hasExcess = false
  /// See `Grammar.quotedField`.
  var hopelessUntil = 0

  init(
    grammar: Grammar, width: Int, slots: UnsafeBufferPointer<Int>, index: RowIndex
  ) {
    self.grammar = grammar
    self.width = width
    self.slots = slots
    text = index.text
    self.index = index
    spans = index.spans
    stride = index.stride
    separators = SIMD16(repeating: grammar.separator)
    otherLineEnds = SIMD16(repeating: grammar.otherLineEnd)
  }

  mutating func run() {
    var base = 0
    while base < text.count {
      var bits = ends(from: base)
      while true {
        if fieldStart < text.count && text[fieldStart] == Grammar.quote {
          passQuoted()
          if fieldStart >= base + 64 { break }
          bits &= ~0 << UInt64(fieldStart - base)
        } else if bits == 0 {
          break
        } else {
          finishField(end: base + bits.trailingZeroBitCount)
          bits &= bits - 1
        }
      }
      base = max(base + 64, fieldStart)
    }
    if fieldStart < text.count || column > 0 { finishField(end: text.count) }
    index.rowCount = rowCount
  }

  /// A bit for each separator and line end among the next 64 bytes.
  @inline(__always)
  private func ends(from base: Int) -> UInt64 {
    guard base + 64 <= text.count else { return lastEnds(from: base) }
    return quarter(base) | quarter(base + 16) << 16 | quarter(base + 32) << 32
      | quarter(base + 48) << 48
  }

  @inline(__always)
  private func quarter(_ offset: Int) -> UInt64 {
    let chunk = text.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    let feeds = SIMD16<UInt8>(repeating: Grammar.lineFeed)
    let found = (chunk .== separators) .| (chunk .== feeds) .| (chunk .== otherLineEnds)
    let bytes = SIMD16<UInt8>.zero.replacing(with: 0xFF, where: found)
    let halves = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return gathered(halves[0]) | gathered(halves[1]) << 8
  }

  /// One bit of each byte, the bytes being 0 or 0xFF.
  @inline(__always)
  private func gathered(_ bytes: UInt64) -> UInt64 {
    ((bytes & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
  }

  private func lastEnds(from base: Int) -> UInt64 {
    var bits: UInt64 = 0
    for offset in base..<text.count {
      let isEnd = text[offset] == grammar.separator || grammar.isLineEnd(text[offset])
      if isEnd { bits |= 1 << UInt64(offset - base) }
    }
    return bits
  }

  /// - Parameters:
  ///   - mark: offset of the separator or line end, or of the end of the text
  @inline(__always)
  private mutating func finishField(end mark: Int) {
    let isLast = mark == text.count || text[mark] != grammar.separator
    var end = mark
    if isLast && end > fieldStart && text[end - 1] == Grammar.carriageReturn { end -= 1 }
    store(UInt64(fieldStart) | UInt64(end) << 32, isEmpty: fieldStart == end)
    fieldStart = mark + 1
    if isLast { finishRow(at: mark) }
  }

  @inline(__always)
  mutating func store(_ span: UInt64, isEmpty: Bool) {
    spans[rowCount * stride + slots[min(column, width)]] = span
    if column >= width && !isEmpty { hasExcess = true }
    column += 1
  }

  @inline(__always)
  mutating func finishRow(at mark: Int) {
    let isFull = column == width && mark - rowStart > width && text[mark - 1] != grammar.separator
    if isFull { acceptRow() } else { judgeRow(at: mark) }
    rowStart = fieldStart
    innerLines = 0
    column = 0
    hasExcess = false
  }

  @inline(__always)
  private mutating func acceptRow() {
    index.lines[rowCount] = UInt32(truncatingIfNeeded: line)
    rowCount += 1
    line += 1 + innerLines
  }

  /// A row that is short, of another width, or whose last field is empty.
  @inline(never)
  private mutating func judgeRow(at mark: Int) {
    var length = mark - rowStart
    if length > 0 && text[mark - 1] == Grammar.carriageReturn { length -= 1 }
    if column == 1 && length == 0 { return passEmptyLine(at: mark) }
    if length == column - 1 { return putAside(.blank) }
    if TableNote.isOne(text[rowStart..<rowStart + length], between: grammar.separator) {
      return putAside(.note)
    }
    let fits = column == width || (column > width && !hasExcess)
    if fits { acceptRow() } else { putAside(.fieldCount(column)) }
  }

  mutating func putAside(_ reason: RowScanner.SetAside.Reason) {
    setAside.append(RowScanner.SetAside(line: line, reason: reason))
    line += 1 + innerLines
  }

  private mutating func passEmptyLine(at mark: Int) {
    let isSecondHalf =
      mark > 0 && mark < text.count && text[mark] == Grammar.lineFeed
      && text[mark - 1] == Grammar.carriageReturn && grammar.acceptsCarriageReturn
    if !isSecondHalf { line += 1 }
  }
}
