/// Cuts bytes into blocks that end where a row ends.
///
/// It looks only at quotes and at the line ends near the place of the cut, so that one thread can
/// cut for many.
struct RowCutter {
  let grammar: Grammar
  /// See `Grammar.quotedField`; counted from the start of the text of the next cut.
  private(set) var hopelessCount: Int

  init(_ grammar: Grammar, hopelessCount: Int = 0) {
    self.grammar = grammar
    self.hopelessCount = hopelessCount
  }

  /// Where a block ends.
  enum Cut: Equatable {
    /// Before this offset.
    case at(Int)
    /// Past the bytes at hand.
    case beyond
    /// A record exceeds `Grammar.recordLimit`.
    case tooLong
  }

  /// Finds the last row end at or before `target`, else the first one after it.
  ///
  /// - Parameters:
  ///   - text: begins with a row
  ///   - isComplete: nothing follows the text
  mutating func cut(_ text: UnsafeRawBufferPointer, target: Int, isComplete: Bool) -> Cut {
    if text.count <= target { return isComplete ? .at(text.count) : .beyond }
    var walk = Walk(grammar: grammar, text: text, isComplete: isComplete)
    walk.hopelessUntil = hopelessCount
    let cut = walk.cut(target: target)
    if case .at(let end) = cut { hopelessCount = max(0, walk.hopelessUntil - end) }
    return cut
  }
}

extension RowCutter {
  /// One search, from quote to quote.
  private struct Walk {
    let grammar: Grammar
    let text: UnsafeRawBufferPointer
    let isComplete: Bool
    var hopelessUntil = 0
    /// Outside quotes; everything before is understood.
    private var position = 0
    /// After the last row end found at or before the target; 0 while there is none.
    private var boundary = 0

    init(grammar: Grammar, text: UnsafeRawBufferPointer, isComplete: Bool) {
      self.grammar = grammar
      self.text = text
      self.isComplete = isComplete
    }

    mutating func cut(target: Int) -> Cut {
      while position < target {
        guard let quote = nextOpening(to: target) else {
          noteRowEnd(before: target, from: position)
          break
        }
        noteRowEnd(before: quote, from: position)
        if let end = passQuoted(from: quote, target: target) {
          return boundary > 0 ? .at(boundary) : end
        }
      }
      return boundary > 0 ? .at(boundary) : firstRowEnd()
    }

    /// - Returns: how the search ends, when it does
    private mutating func passQuoted(from quote: Int, target: Int) -> Cut? {
      switch quoted(at: quote) {
      case .beyond: return .beyond
      case .closed(let close, _): position = close + 1
      case .unclosed:
        guard let end = rowEnd(from: quote) else { return isComplete ? .at(text.count) : .beyond }
        position = end
        if end <= target { boundary = end }
        if end > target && boundary == 0 { return .at(end) }
      }
      return nil
    }

    /// The end of a row that is longer than a block.
    private mutating func firstRowEnd() -> Cut {
      while position <= Grammar.recordLimit {
        let lineEnd = grammar.lineEnd(in: text, from: position)
        guard let quote = nextOpening(to: lineEnd ?? text.count) else {
          return end(atLine: lineEnd)
        }
        switch quoted(at: quote) {
        case .beyond: return quote > Grammar.recordLimit ? .tooLong : .beyond
        case .closed(let close, _): position = close + 1
        case .unclosed: return end(atLine: grammar.lineEnd(in: text, from: quote))
        }
      }
      return .tooLong
    }

    private func end(atLine lineEnd: Int?) -> Cut {
      let end = lineEnd.flatMap(completeEnd)
      if (end ?? text.count) > Grammar.recordLimit { return .tooLong }
      if let end { return .at(end) }
      return isComplete ? .at(text.count) : .beyond
    }

    private mutating func quoted(at open: Int) -> Grammar.Quoted {
      grammar.quotedField(
        in: text, from: open, isComplete: isComplete, hopelessUntil: &hopelessUntil)
    }

    private func nextOpening(to end: Int) -> Int? {
      var start = position
      while let quote = Bytes.first(Grammar.quote, in: text, from: start, to: end) {
        if quote == 0 || text[quote - 1] == grammar.separator || grammar.isLineEnd(text[quote - 1])
        {
          return quote
        }
        start = quote + 1
      }
      return nil
    }

    private func rowEnd(from start: Int) -> Int? {
      grammar.lineEnd(in: text, from: start).flatMap(completeEnd)
    }

    /// After the line end; `nil` when it is a carriage return whose line feed may still come.
    private func completeEnd(_ lineEnd: Int) -> Int? {
      let mayBeHalf = text[lineEnd] == Grammar.carriageReturn && lineEnd + 1 == text.count
      return mayBeHalf && !isComplete ? nil : grammar.afterLineEnd(lineEnd, in: text)
    }

    private mutating func noteRowEnd(before end: Int, from start: Int) {
      var index = end - 1
      while index >= start {
        if grammar.isLineEnd(text[index]) {
          let after = grammar.afterLineEnd(index, in: text)
          if after <= end {
            boundary = after
            return
          }
        }
        index -= 1
      }
    }
  }
}
