extension RowWalk {
  /// Takes the quoted field at `fieldStart`, its separator or line end included; a field that never
  /// closes takes its whole line with it.
  @inline(never)
  mutating func passQuoted() {
    let open = fieldStart
    let quoted = grammar.quotedField(
      in: text, from: open, isComplete: true, hopelessUntil: &hopelessUntil)
    guard case .closed(let close, let hasQuotesInside) = quoted else { return passUnclosed() }
    let content = UnsafeRawBufferPointer(rebasing: text[open + 1..<close])
    innerLines += grammar.lineCount(content)
    let span = hasQuotesInside ? unescaped(content) : UInt64(open + 1) | UInt64(close) << 32
    store(span, isEmpty: content.isEmpty)
    let mark = fieldEnd(after: close)
    fieldStart = mark + 1
    if mark == text.count || text[mark] != grammar.separator { finishRow(at: mark) }
  }

  private mutating func passUnclosed() {
    let lineEnd = grammar.lineEnd(in: text, from: fieldStart)
    putAside(.unclosedQuote(column: column + 1))
    fieldStart = lineEnd.map { grammar.afterLineEnd($0, in: text) } ?? text.count
    rowStart = fieldStart
    innerLines = 0
    column = 0
    hasExcess = false
  }

  /// The separator or line end after a closing quote and spaces.
  private func fieldEnd(after close: Int) -> Int {
    var mark = close + 1
    while mark < text.count && text[mark] == 0x20 { mark += 1 }
    let isHalf =
      mark + 1 < text.count && text[mark] == Grammar.carriageReturn
      && text[mark + 1] == Grammar.lineFeed && !grammar.acceptsCarriageReturn
    return isHalf ? mark + 1 : mark
  }

  private func unescaped(_ content: UnsafeRawBufferPointer) -> UInt64 {
    let start = index.unescaped.count
    var position = 0
    while position < content.count {
      index.unescaped.append(content[position])
      let isPair =
        content[position] == Grammar.quote && position + 1 < content.count
        && content[position + 1] == Grammar.quote
      position += isPair ? 2 : 1
    }
    let end = index.unescaped.count
    return UInt64(RowIndex.unescapedFlag | UInt32(start)) | UInt64(end) << 32
  }
}
