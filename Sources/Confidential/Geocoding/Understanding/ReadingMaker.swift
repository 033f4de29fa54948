/// Proposes ways to read the tokens of a query, the likeliest first.
struct ReadingMaker {
  private let lexicon = Lexicon.french
  private let names = NameReader()
  static let most = 8

  init() {}

  /// Fills `readings`.
  func make(_ result: inout Understood) {
    markComplements(&result)
    if result.number >= 0 {
      addAfterField(&result)
    } else {
      addNumbered(&result)
    }
    if result.readings.count < Self.most { addUnnumbered(&result) }
    for range in [result.complementRange, result.placeRange] where !range.isEmpty {
      addWhole(range, &result)
    }
  }

  /// Marks the numbers and letters that belong to a building, a floor, a box.
  private func markComplements(_ result: inout Understood) {
    let tokens = result.tokens
    result.isComplement.append(contentsOf: repeatElement(false, count: tokens.count))
    for index in tokens.indices {
      markBox(index, &result)
      let entry = lexicon.entry(of: tokens[index].word)
      if entry.isNumbered, index + 1 < tokens.count {
        let next = tokens[index + 1]
        let isAfterArticle =
          index > 0 && lexicon.entry(of: tokens[index - 1].word).kind == .article
        if next.number >= 0 || next.word.count == 1 && next.gap != .apostrophe, !isAfterArticle {
          result.isComplement[index] = true
          result.isComplement[index + 1] = true
          if index + 2 < tokens.count, tokens[index + 2].gap == .none,
            tokens[index + 2].word.count == 1
          {
            result.isComplement[index + 2] = true
          }
        }
      }
      let isFloor = Self.floors.contains(tokens[index].word)
      if isFloor, index > 1, tokens[index - 1].number < 0, tokens[index - 2].number >= 0 {
        for place in (index - 2)...index { result.isComplement[place] = true }
      } else if isFloor, index > 0, tokens[index - 1].number >= 0 {
        result.isComplement[index - 1] = true
        result.isComplement[index] = true
      }
    }
    for index in result.complementRange { result.isComplement[index] = true }
  }

  /// « B.P. N° 276 », « C.S. 40055 » in letters apart.
  private func markBox(_ index: Int, _ result: inout Understood) {
    let tokens = result.tokens
    guard index + 2 < tokens.count, tokens[index].word.count == 1,
      tokens[index + 1].word.count == 1,
      Self.boxes.contains(tokens[index].word.joined(tokens[index + 1].word))
    else { return }
    let isNumbered = tokens[index + 2].number >= 0
    let last = isNumbered ? index + 2 : index + 3
    guard last < tokens.count, tokens[last].number >= 0 else { return }
    for place in index...last { result.isComplement[place] = true }
    result.hasBox = true
  }

  private static let boxes = ["BP", "CS"].map { Word($0) }

  /// The number came in its own field: the street is what follows.
  private func addAfterField(_ result: inout Understood) {
    var reading = Reading()
    reading.number = result.number
    reading.otherNumber = result.otherNumber
    reading.suffix = result.suffix
    reading.start = result.streetRange.lowerBound
    reading.hasType = !result.streetRange.isEmpty && isTypeStart(reading.start, result)
    if reading.start < result.streetRange.upperBound,
      result.tokens[reading.start].number == result.number, result.streetRange.count > 1
    {
      reading.start += 1
    }
    addEnds(reading, &result)
    for index in result.streetRange where index > reading.start {
      guard isTypeStart(index, result), result.readings.count < Self.most else { continue }
      reading.start = index
      reading.hasType = true
      addEnds(reading, &result)
    }
  }

  private func addNumbered(_ result: inout Understood) {
    // a number right before a type first, then the others
    for wantsType in [true, false] {
      for index in result.streetRange where result.tokens[index].number >= 0 {
        guard result.readings.count < Self.most, !result.isComplement[index],
          result.tokens[index].number < 100_000, !result.tokens[index].isInParentheses,
          let reading = reading(at: index, result), reading.hasType == wantsType
        else { continue }
        if !wantsType, index > result.streetRange.lowerBound {
          let isFirst = result.tokens[index].gap == .strong
          let isInside = result.streetRange.contains { $0 < index && isTypeStart($0, result) }
          if isInside && !isFirst { continue }
        }
        addEnds(reading, &result)
      }
    }
  }

  /// A house number with its suffix or range, and where the street begins behind it.
  private func reading(at index: Int, _ result: Understood) -> Reading? {
    let tokens = result.tokens
    let end = result.streetRange.upperBound
    if index > 0, tokens[index - 1].gap != .strong, rangeStart(before: index, tokens) != nil {
      return nil
    }
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
  private func takeSuffix(
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

  /// Without a number: from a type, else from the start.
  private func addUnnumbered(_ result: inout Understood) {
    var reading = Reading()
    reading.number = result.number
    reading.otherNumber = result.otherNumber
    reading.suffix = result.suffix
    var found = false
    for index in result.streetRange where isTypeStart(index, result) {
      guard result.readings.count < Self.most, !result.isComplement[index] else { continue }
      let follows =
        index > 0 && result.tokens[index - 1].number >= 0 && !result.isComplement[index - 1]
      if follows && reading.number < 0 { continue }
      found = true
      reading.start = index
      reading.hasType = true
      addEnds(reading, &result)
    }
    let start = result.streetRange.first { !result.isComplement[$0] }
    guard let start, !found || result.tokens[start].number < 0 else { return }
    reading.start = start
    reading.hasType = false
    if result.readings.count < Self.most { addEnds(reading, &result) }
  }

  private func addWhole(_ range: Range<Int>, _ result: inout Understood) {
    let tokens = result.tokens
    let number = range.first { tokens[$0].number >= 0 && $0 == range.lowerBound }
    var reading = Reading()
    reading.number = result.number
    reading.suffix = result.suffix
    reading.start = range.lowerBound
    reading.end = range.upperBound
    if let number, number + 1 < range.upperBound {
      if reading.number < 0 { reading.number = tokens[number].number }
      reading.start = number + 1
    }
    reading.isShortened = true
    reading.isAside = true
    result.readings.append(reading)
  }

  /// Adds the reading with each end that makes sense: the next strong mark, and before a complement.
  private func addEnds(_ reading: Reading, _ result: inout Understood) {
    var reading = reading
    var shorts: [Int] = []
    var long = result.streetRange.upperBound
    for index in result.streetRange where index > reading.start {
      let token = result.tokens[index]
      if token.gap == .strong && !token.isInParentheses
        && token.part == result.tokens[index - 1].part
      {
        long = min(long, index)
      }
      if token.number >= 0, !result.isComplement[index], index + 1 < result.streetRange.upperBound,
        isTypeStart(index + 1, result), index > reading.start + 1
      {
        long = min(long, index)
      }
      if index >= long { break }
      let entry = lexicon.entry(of: token.word)
      let before = lexicon.entry(of: result.tokens[index - 1].word)
      let isFree = before.kind != .article && !(before.isFullType && index - 1 == reading.start)
      let isEnd =
        result.isComplement[index]
        || (entry.isComplement || Self.ends.contains(token.word)) && isFree
      if token.gap == .dash { shorts.append(index) }
      if isEnd && token.gap != .dash && !result.isComplement[index - 1] { shorts.append(index) }
    }
    reading.end = long
    if shorts.first(where: { $0 < long && result.isComplement[$0] }) == nil {
      append(reading, &result)
    }
    for short in shorts.prefix(3) where short < long {
      reading.end = short
      reading.isShortened = true
      append(reading, &result)
    }
    addWithoutParentheses(reading, &result)
  }

  private func addWithoutParentheses(_ reading: Reading, _ result: inout Understood) {
    var reading = reading
    let open = (reading.start..<reading.end).first { result.tokens[$0].isInParentheses }
    guard let open, open > reading.start else { return }
    reading.end = open
    reading.isShortened = true
    append(reading, &result)
  }

  private func append(_ reading: Reading, _ result: inout Understood) {
    guard result.readings.count < Self.most, !reading.isEmpty else { return }
    let isKnown = result.readings.contains {
      $0.start == reading.start && $0.end == reading.end && $0.number == reading.number
    }
    if !isKnown { result.readings.append(reading) }
  }

  private func isTypeStart(_ index: Int, _ result: Understood) -> Bool {
    let token = result.tokens[index]
    guard token.number < 0, index + 1 < result.streetRange.upperBound else { return false }
    if index > 0, lexicon.entry(of: result.tokens[index - 1].word).kind == .article { return false }
    if result.isComplement.count > index, result.isComplement[index] { return false }
    if lexicon.entry(of: token.word).type != 0 { return true }
    return result.tokens.withUnsafeBufferPointer { tokens in
      names.leadingType(tokens, index..<min(index + 3, result.streetRange.upperBound)).width == 2
    }
  }

  private static let floors = ["ETAGE", "ETG", "ETGE"].map { Word($0) }
  private static let joins = ["A", "ET", "AU"].map { Word($0) }
  private static let ends = ["CEDEX", "ANGLE", "FACE", "LIEUDIT", "LD"].map { Word($0) }
  private static let letterL = Word("L")
  private static let letterD = Word("D")
  private static let letterR = Word("R")
}
