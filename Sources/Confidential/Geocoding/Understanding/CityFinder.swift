/// Finds the postcode and the commune in a line that holds everything.
struct CityFinder {
  let base: AddressBase
  private let lexicon = Lexicon.french

  init(base: AddressBase) { self.base = base }

  /// Moves the commune's tokens out of the street's.
  func separate(_ result: inout Understood) {
    if let place = postcodePlace(result.tokens), place > 0 || result.postcode == 0 {
      result.postcode = UInt32(result.tokens[place].number)
      let after = (place + 1)..<result.tokens.count
      let width = cityWidth(result.tokens, after)
      result.city = Array(result.tokens[after.lowerBound..<(after.lowerBound + width)])
      result.tokens.removeSubrange(place..<(after.lowerBound + width))
      if width == 0 { takeTrailingCity(&result, upTo: place) }
    } else if result.insee == 0 && result.city.isEmpty {
      if !takeTrailingCity(&result, upTo: result.tokens.count) { takeLeadingCity(&result) }
    }
    result.streetRange = 0..<result.tokens.count
  }

  /// The last number of five digits that no « BP » or « CS » claims.
  private func postcodePlace(_ tokens: [Token]) -> Int? {
    tokens.indices.last { index in
      let token = tokens[index]
      guard token.number >= 1000, token.number < 98_900, token.word.count == 5 else { return false }
      return index == 0 || !lexicon.entry(of: tokens[index - 1].word).isNumbered
    }
  }

  /// How many tokens behind the postcode are the commune's: up to a house number, a street type
  /// with a number before it, or the end.
  private func cityWidth(_ tokens: [Token], _ range: Range<Int>) -> Int {
    var best = 0
    var name = CommuneName()
    tokens.withUnsafeBufferPointer { tokens in
      for width in stride(from: min(range.count, 8), to: 0, by: -1) {
        if isCut(tokens, range, width) { continue }
        name.read(tokens, range.lowerBound..<(range.lowerBound + width))
        if !name.words.isEmpty, base.firstCommuneKey(name.key) != nil {
          best = width
          break
        }
      }
    }
    var index = range.lowerBound + best
    if best == 0 {
      while index < range.upperBound {
        let isHouse =
          tokens[index].number > 20 && index > range.lowerBound
          || tokens[index].number >= 0 && index + 1 < range.upperBound
            && lexicon.entry(of: tokens[index + 1].word).isFullType
        if isHouse { break }
        index += 1
      }
    }
    while index < range.upperBound, isRest(tokens[index]) { index += 1 }
    return index - range.lowerBound
  }

  /// Whether a width would end with a number that something else follows: a house number.
  private func isCut(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ width: Int
  ) -> Bool {
    let end = range.lowerBound + width
    return (range.lowerBound..<end).contains { place in
      guard tokens[place].number >= 0, place + 1 < range.upperBound else { return false }
      let next = tokens[place + 1]
      return !isRest(next) && !CommuneName.isOrdinal(next.word)
    }
  }

  /// « CEDEX 9 », « (21) », « 3EME » behind a commune.
  private func isRest(_ token: Token) -> Bool {
    CommuneName.isCedex(token.word) || token.isInParentheses
      || (token.part == .line && token.word == Self.france)
  }

  private static let france = Word("FRANCE")

  @discardableResult
  private func takeTrailingCity(_ result: inout Understood, upTo end: Int) -> Bool {
    let end = min(end, result.tokens.count)
    var end2 = end
    while end2 > 0,
      isRest(result.tokens[end2 - 1])
        || CommuneName.isCedex(result.tokens[max(0, end2 - 2)].word) && end2 > 1
    { end2 -= 1 }
    var name = CommuneName()
    for width in stride(from: min(end2 - 1, 8), to: 0, by: -1) {
      let start = end2 - width
      guard result.tokens[start].number < 0 || width > 1, isStreet(result.tokens, upTo: start)
      else { continue }
      let found = result.tokens.withUnsafeBufferPointer { tokens in
        name.read(tokens, start..<end2)
        return !name.words.isEmpty && base.firstCommuneKey(name.key) != nil
      }
      guard found else { continue }
      result.city = Array(result.tokens[start..<end])
      result.tokens.removeSubrange(start..<end)
      return true
    }
    return false
  }

  /// Whether what stands before a commune can be a street: more than a type, no article at its end.
  private func isStreet(_ tokens: [Token], upTo end: Int) -> Bool {
    guard end > 1 else { return false }
    let last = lexicon.entry(of: tokens[end - 1].word)
    return last.kind != .article && !(last.isFullType && tokens[end - 1].gap != .none)
      && (end == tokens.count || tokens[end].gap != .apostrophe)
      || tokens[end - 1].number >= 0 && end > 2
  }

  private func takeLeadingCity(_ result: inout Understood) {
    var name = CommuneName()
    let limit = min(8, result.tokens.count - 1)
    for width in stride(from: limit, to: 0, by: -1) {
      let next = result.tokens[width]
      guard next.number >= 0 || next.gap == .strong || lexicon.entry(of: next.word).isFullType
      else { continue }
      let found = result.tokens.withUnsafeBufferPointer { tokens in
        if isCut(tokens, 0..<tokens.count, width) { return false }
        name.read(tokens, 0..<width)
        return !name.words.isEmpty && base.firstCommuneKey(name.key) != nil
      }
      guard found else { continue }
      result.city = Array(result.tokens[..<width])
      result.tokens.removeSubrange(..<width)
      return
    }
  }
}

extension AddressBase {
  /// The first name of a commune with a key; `nil` when no commune is called so.
  func firstCommuneKey(_ key: UInt64) -> Int? {
    var (low, high) = (0, communeKeys.count)
    while low < high {
      let middle = (low + high) / 2
      if communeKeys[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < communeKeys.count && communeKeys[low].key == key ? low : nil
  }
}
