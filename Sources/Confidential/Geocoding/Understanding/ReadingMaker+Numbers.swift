extension ReadingMaker {
  /// A house number with its suffix or range, and where the street begins behind it.
  func reading(at index: Int, _ result: Understood) -> Reading? {
    let tokens = result.tokens
    let end = result.streetRange.upperBound
    if index > 0, tokens[index - 1].gap != .strong, rangeStart(before: index, tokens) != nil {
      return nil
    }
    if let day = spreadsheetDay(at: index, end, result) { return day }
    if isInsideDay(index, end, result) { return nil }
    var reading = Reading()
    reading.number = tokens[index].number
    var next = takeSuffix(index + 1, end, tokens, &reading)
    if next < end, tokens[next].gap == .hyphen, reading.suffix.isEmpty {
      let month = lexicon.entry(of: tokens[next].word).month
      if month > 0 {
        reading.otherNumber = Int32(month)
        reading.isDate = true
        next += 1
      }
    }
    while next < end, let other = rangeEnd(at: next, end, tokens) {
      if reading.otherNumber < 0 { reading.otherNumber = tokens[other].number }
      var ignored = Reading()
      next = takeSuffix(other + 1, end, tokens, &ignored)
    }
    while next < end, tokens[next].isInParentheses { next += 1 }
    guard next < end else { return nil }
    reading.start = next
    reading.hasType = isTypeStart(next, result)
    return reading
  }

  /// « 2025-04-02 rue Neuve », « 45749 rue Neuve »: 2-4 that a spreadsheet took for a day, joined to its
  /// street afterwards. The first of a month is 1-4 as well as 4-25: there is no number then.
  private func spreadsheetDay(at index: Int, _ end: Int, _ result: Understood) -> Reading? {
    let tokens = result.tokens
    var next = index + 1
    let found: (day: Int32, month: Int32)
    if next + 1 < end, [.hyphen, .slash].contains(tokens[next].gap),
      tokens[next + 1].gap == tokens[next].gap, let day = QueryReader.day(tokens[index..<next + 2])
    {
      found = day
      next += 2
    } else if tokens[index].word.count == 5, (30_000..<60_000).contains(tokens[index].number),
      isTypeStart(next, result)
    {
      let (day, month) = SpreadsheetDay.date(Int(tokens[index].number))
      found = (Int32(day), Int32(month))
    } else {
      return nil
    }
    while next < end, tokens[next].number == 0 { next += 1 }
    guard next < end, tokens[next].number < 0 else { return nil }
    var reading = Reading()
    reading.isDate = true
    if found.day > 1 { (reading.number, reading.otherNumber) = found }
    reading.start = next
    reading.hasType = isTypeStart(next, result)
    return reading
  }

  /// Whether a number is the month or the last part of a day.
  private func isInsideDay(_ index: Int, _ end: Int, _ result: Understood) -> Bool {
    guard [.hyphen, .slash].contains(result.tokens[index].gap) else { return false }
    return (max(0, index - 2)..<index).contains { start in
      spreadsheetDay(at: start, end, result).map { $0.start > index } ?? false
    }
  }

  private func rangeStart(before index: Int, _ tokens: [Token]) -> Int? {
    let last = tokens[index - 1]
    if last.number >= 0, tokens[index].gap == .hyphen || tokens[index].gap == .slash {
      return index - 1
    }
    guard index > 1, Self.joins.contains(last.word), tokens[index - 2].number >= 0 else {
      return nil
    }
    return index - 2
  }

  private func rangeEnd(at index: Int, _ end: Int, _ tokens: [Token]) -> Int? {
    let token = tokens[index]
    if token.number > 0, token.number < 10_000,
      token.gap == .hyphen || token.gap == .slash || token.gap == .dash || token.gap == .strong
    {
      return index
    }
    guard Self.joins.contains(token.word), index + 1 < end, tokens[index + 1].number > 0 else {
      return nil
    }
    return index + 1
  }

  /// « BIS », « B », « BIS A »; a letter before a street type, glued or alone before a word.
  func takeSuffix(
    _ start: Int, _ end: Int, _ tokens: [Token], _ reading: inout Reading
  ) -> Int {
    guard start < end, tokens[start].number < 0 else { return start }
    let token = tokens[start]
    let known = lexicon.entry(of: token.word).suffix
    if !known.isEmpty {
      reading.suffix = known
      let isLetter =
        start + 1 < end && tokens[start + 1].word.count == 1 && tokens[start + 1].number < 0
        && start + 2 < end && lexicon.entry(of: tokens[start + 2].word).type != 0
      if isLetter { reading.suffix = known.joined(tokens[start + 1].word) }
      return isLetter ? start + 2 : start + 1
    }
    guard token.word.count == 1, start + 1 < end else { return start }
    let next = tokens[start + 1]
    if Self.joins.contains(token.word), next.number >= 0 { return start }
    let isArticle =
      (token.word == Self.letterL || token.word == Self.letterD)
      && (next.gap == .apostrophe || lexicon.entry(of: next.word).type == 0)
    let isTypeR = token.word == Self.letterR && token.gap != .none
    if isArticle && token.gap != .none || isTypeR { return start }
    reading.suffix = token.word
    return start + 1
  }

  private static let joins = ["A", "ET", "AU"].map { Word($0) }
  private static let letterL = Word("L")
  private static let letterD = Word("D")
  private static let letterR = Word("R")
}
