/// Takes a query apart: fields into tokens, the commune's words away from the street's.
struct QueryReader {
  let lexicon = Lexicon.french
  let base: AddressBase

  /// Reads the fields in the order that makes sense, whatever their order in the file.
  func read(_ query: AddressQuery, _ folded: inout [UInt8], into result: inout Understood) {
    result.clear()
    readCodes(query, &folded, &result)
    readNumberField(query, &folded, &result)
    for part in [AddressQuery.Part.type, .street, .line] {
      cut(query, part, &folded, into: &result.tokens)
    }
    result.streetRange = 0..<result.tokens.count
    if !query.pieces.contains(where: { $0.part == .city && $0.end > $0.start }) {
      CityFinder(base: base).separate(&result)
    }
    let complement = result.tokens.count
    cut(query, .complement, &folded, into: &result.tokens)
    result.complementRange = complement..<result.tokens.count
    cut(query, .place, &folded, into: &result.tokens)
    result.placeRange = result.complementRange.upperBound..<result.tokens.count
    noteSigns(&result)
  }

  private func cut(
    _ query: AddressQuery, _ part: AddressQuery.Part, _ folded: inout [UInt8],
    into tokens: inout [Token]
  ) {
    for piece in query.pieces where piece.part == part && piece.end > piece.start {
      folded.removeAll(keepingCapacity: true)
      query.bytes.withUnsafeBufferPointer { bytes in
        Folding.fold(
          UnsafeBufferPointer(rebasing: bytes[piece.start..<piece.end]), into: &folded)
      }
      folded.withUnsafeBufferPointer { Token.cut($0, part: part, into: &tokens) }
    }
  }

  private func readCodes(
    _ query: AddressQuery, _ folded: inout [UInt8], _ result: inout Understood
  ) {
    cut(query, .insee, &folded, into: &result.city)
    result.insee = Self.code(result.city)
    result.city.removeAll(keepingCapacity: true)
    cut(query, .postcode, &folded, into: &result.city)
    cut(query, .city, &folded, into: &result.city)
    takePostcode(&result)
    if result.insee != 0, base.communeIndex(of: result.insee) == nil, result.postcode == 0,
      let value = Word(low: result.insee, high: 0).number,
      base.postcodeIndex(of: UInt32(value)) != nil,
      base.firstCommuneKey(BaseBuilder.codeKey(result.insee)) == nil
    {
      result.postcode = UInt32(value)
      result.insee = 0
    }
  }

  /// `1004` has lost a zero; `2A004` is in two tokens; `21231.0` has one too many.
  private static func code(_ tokens: [Token]) -> UInt64 {
    guard let first = tokens.first else { return 0 }
    if tokens.count >= 3, first.number == 2, tokens[1].word.count == 1, tokens[2].number >= 0 {
      return first.word.joined(tokens[1].word).joined(tokens[2].word).low
    }
    guard first.number >= 0 else { return 0 }
    if first.word.count == 4 { return Word("0").joined(first.word).low }
    return first.word.count == 5 ? first.word.low : 0
  }

  private func takePostcode(_ result: inout Understood) {
    let found = result.city.firstIndex {
      $0.number >= 1000 && $0.number < 100_000 && ($0.part == .postcode || $0.word.count == 5)
    }
    guard let found else { return }
    result.postcode = UInt32(result.city[found].number)
    result.city.remove(at: found)
    if result.city.first?.part == .postcode, result.city.first?.number == 0 {
      result.city.removeFirst()
    }
  }

  /// The number of a field of its own: `12`, `12BIS`, `12-14`, `02-avr`, `45384`.
  private func readNumberField(
    _ query: AddressQuery, _ folded: inout [UInt8], _ result: inout Understood
  ) {
    cut(query, .number, &folded, into: &result.tokens)
    let own = result.tokens.count
    cut(query, .suffix, &folded, into: &result.tokens)
    var isStreet = false
    defer { if !isStreet { result.tokens.removeAll(keepingCapacity: true) } }
    if let first = result.tokens[..<own].firstIndex(where: { $0.number >= 0 }) {
      let hasStreet = result.tokens[(first + 1)..<own].contains {
        $0.word.count > 2 && lexicon.entry(of: $0.word).type != 0
      }
      if hasStreet {
        isStreet = true
        return
      }
      takeNumber(first, own, &result)
    }
    for token in result.tokens[own...] where token.number < 0 {
      result.suffix = lexicon.entry(of: token.word).suffix
      if result.suffix.isEmpty { result.suffix = token.word }
      break
    }
  }

  private func takeNumber(_ first: Int, _ own: Int, _ result: inout Understood) {
    let tokens = result.tokens
    result.number = tokens[first].number
    guard first + 1 < own else {
      if result.number >= 30_000, result.number < 60_000 {
        let (day, month) = SpreadsheetDay.date(Int(result.number))
        result.hasDate = true
        (result.number, result.otherNumber) = (Int32(day), Int32(month))
      }
      return
    }
    let next = tokens[first + 1]
    let entry = lexicon.entry(of: next.word)
    if let (day, month) = Self.day(tokens[first..<own]) {
      result.hasDate = true
      (result.number, result.otherNumber) = (day, month)
    } else if entry.month > 0 {
      result.hasDate = true
      result.otherNumber = Int32(entry.month)
    } else if let other = tokens[(first + 1)..<own].first(where: { $0.number > 0 }) {
      result.hasRange = true
      result.otherNumber = other.number
      if next.number < 0, !entry.suffix.isEmpty { result.suffix = entry.suffix }
    } else if next.number < 0 {
      result.suffix = entry.suffix.isEmpty ? next.word : entry.suffix
    }
  }

  /// « 02/04/2026 », « 2026-04-02 00:00:00 »: 2-4 that a spreadsheet took for a day.
  static func day(_ tokens: ArraySlice<Token>) -> (day: Int32, month: Int32)? {
    let numbers = tokens.lazy.map(\.number).filter { $0 >= 0 }.prefix(3)
    let (first, third) = (numbers.first ?? -1, numbers.dropFirst(2).first ?? -1)
    guard let month = numbers.dropFirst().first, (1...12).contains(month) else { return nil }
    let years: ClosedRange<Int32> = 1900...2100
    if years.contains(third), (1...31).contains(first) { return (first, month) }
    return years.contains(first) && (1...31).contains(third) ? (third, month) : nil
  }

  private func noteSigns(_ result: inout Understood) {
    for token in result.city where CommuneName.isCedex(token.word) { result.isCedex = true }
    let words = result.tokens
    for (index, token) in words.enumerated() {
      if Self.homeless.contains(token.word) { result.isHomeless = true }
      if Self.sans == token.word, index + 1 < words.count, Self.domicile == words[index + 1].word {
        result.isHomeless = true
      }
      if Self.domiciled.contains(token.word) { result.isDomiciliation = true }
      if lexicon.entry(of: token.word).isPostalBox, index + 1 < words.count,
        words[index + 1].number >= 0 || words[index + 1].word.count == 1
      {
        result.hasBox = true
      }
    }
  }

  private static let homeless = ["SDF", "SANSDOMICILE"].map { Word($0) }
  private static let sans = Word("SANS")
  private static let domicile = Word("DOMICILE")
  private static let domiciled = ["CCAS", "DOMICILIATION", "DOMICILIE", "DOMICILIEE"].map {
    Word($0)
  }
}
