extension Damage {
  /// The same words in another hand: nothing is lost.
  mutating func write(_ blemish: Blemish, _ chance: inout Chance) -> Bool {
    switch blemish {
    case .capitals: capitalise()
    case .abbreviations: return abbreviate(&chance)
    case .laPoste: return squeeze(&chance)
    case .looseTypography: loosen(&chance)
    default: return encodeTwice()
    }
    return true
  }

  mutating func capitalise() {
    typed.suffix = typed.suffix.uppercased()
    typed.street = Spelling.folded(typed.street)
    typed.city = Spelling.folded(typed.city)
  }

  private mutating func abbreviate(_ chance: inout Chance) -> Bool {
    let words = typed.street.split(separator: " ").map(String.init)
    let short = words.map { word -> String in
      let folded = Spelling.folded(word)
      let form = chance.pick(Spelling.shortForms(of: folded))
      return form == folded ? word : chance.happens(0.5) ? form : form.lowercased()
    }
    typed.street = short.joined(separator: " ")
    return short != words
  }

  /// La Poste's line of at most 32 characters: capitals, short forms, then initials for all but the
  /// last words, then without links.
  ///
  /// - Source: NF Z10-011; ADDRESSES.md, 10
  private mutating func squeeze(_ chance: inout Chance) -> Bool {
    capitalise()
    var words = street.words
    let room = 32 - typed.number.count - typed.suffix.count - 2
    func isTooLong() -> Bool { words.joined(separator: " ").count > room }
    for index in words.indices where index == 0 || isTooLong() {
      words[index] = Spelling.shortForms(of: words[index])[0]
    }
    let bare = street.bareWords
    for index in words.indices.dropFirst().dropLast() where isTooLong() {
      let word = words[index]
      if bare.contains(word), word.count > 3 { words[index] = String(word.prefix(1)) }
    }
    if isTooLong() { words.removeAll { Spelling.isLink($0) } }
    guard !isTooLong(), words != street.words else { return false }
    typed.street = words.joined(separator: " ")
    leftWords = Spelling.words(of: typed.street)
    likeness = .containing
    return true
  }

  private mutating func loosen(_ chance: inout Chance) {
    let space = chance.pick(["  ", "\u{A0}", " "])
    typed.street = typed.street.replacing("'", with: "’").lowercased()
      .replacing(" ", with: space)
    typed.number = " " + typed.number
    typed.city = typed.city.lowercased().replacing("-", with: chance.pick([" ", "-"])) + " "
  }

  /// UTF-8 taken for Latin-1 and written as UTF-8 again.
  private mutating func encodeTwice() -> Bool {
    let twice = String(String.UnicodeScalarView(typed.street.utf8.map { Unicode.Scalar($0) }))
    defer { typed.street = twice }
    return twice != typed.street
  }
}
