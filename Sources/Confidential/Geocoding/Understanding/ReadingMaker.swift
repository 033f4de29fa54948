/// Proposes ways to read the tokens of a query, the likeliest first.
struct ReadingMaker {
  let lexicon = Lexicon.french
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
      if isBreak(index, reading, result) { long = min(long, index) }
      if index >= long { break }
      if isEnd(index, reading, result) { shorts.append(index) }
    }
    reading.end = long
    if !shorts.contains(where: { result.isComplement[$0] }) { append(reading, &result) }
    for short in shorts.prefix(3) {
      reading.end = short
      reading.isShortened = true
      append(reading, &result)
    }
    addWithoutParentheses(reading, &result)
  }

  /// Whether no street goes on beyond: a strong mark, another house number.
  private func isBreak(_ index: Int, _ reading: Reading, _ result: Understood) -> Bool {
    let token = result.tokens[index]
    if token.gap == .strong && !token.isInParentheses
      && token.part == result.tokens[index - 1].part
    {
      return true
    }
    return token.number >= 0 && !result.isComplement[index] && index > reading.start + 1
      && index + 1 < result.streetRange.upperBound && isTypeStart(index + 1, result)
  }

  /// Whether the street may end before: a dash, a complement.
  private func isEnd(_ index: Int, _ reading: Reading, _ result: Understood) -> Bool {
    let token = result.tokens[index]
    if token.gap == .dash { return true }
    if result.isComplement[index] { return !result.isComplement[index - 1] }
    let before = lexicon.entry(of: result.tokens[index - 1].word)
    let isFree = before.kind != .article && !(before.isFullType && index - 1 == reading.start)
    let isSign = lexicon.entry(of: token.word).isComplement || Self.ends.contains(token.word)
    return isSign && isFree && !result.isComplement[index - 1]
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

  func isTypeStart(_ index: Int, _ result: Understood) -> Bool {
    let token = result.tokens[index]
    guard token.number < 0, index + 1 < result.streetRange.upperBound else { return false }
    if index > 0, lexicon.entry(of: result.tokens[index - 1].word).kind == .article { return false }
    if result.isComplement.count > index, result.isComplement[index] { return false }
    if lexicon.entry(of: token.word).type != 0 { return true }
    return result.tokens.withUnsafeBufferPointer { tokens in
      names.leadingType(tokens, index..<min(index + 3, result.streetRange.upperBound)).width == 2
    }
  }

  private static let ends = ["CEDEX", "ANGLE", "FACE", "LIEUDIT", "LD"].map { Word($0) }
}
