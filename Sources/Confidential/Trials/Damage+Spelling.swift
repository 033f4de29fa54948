extension Damage {
  /// Wrong letters: what is left is compared letter by letter.
  mutating func misspell(_ blemish: Blemish, _ chance: inout Chance) -> Bool {
    let before = Spelling.folded(typed.street)
    let isDone: Bool
    switch blemish {
    case .oneTypo: isDone = mistype(1, &chance)
    case .twoTypos: isDone = mistype(2, &chance)
    case .phonetic: isDone = mishear(&chance)
    case .splitWords: isDone = split(&chance)
    default: isDone = join(&chance)
    }
    likeness = .asNear
    leftWords = Spelling.words(of: typed.street)
    return isDone && Spelling.folded(typed.street) != before
  }

  /// Words of the name that may be spoiled: neither the type nor links nor short words.
  private func targets(atLeast length: Int) -> [Int] {
    let words = typed.street.split(separator: " ")
    return words.indices.filter { index in
      let folded = Spelling.folded(String(words[index]))
      let isFree = !Spelling.isLink(folded) && !(index == 0 && Spelling.isType(folded))
      return isFree && folded.count >= length && !folded.contains { $0.isNumber }
    }
  }

  private mutating func change(_ target: Int, _ body: (String) -> String) {
    var words = typed.street.split(separator: " ").map(String.init)
    words[target] = body(words[target])
    typed.street = words.joined(separator: " ")
  }

  private mutating func mistype(_ count: Int, _ chance: inout Chance) -> Bool {
    let long = targets(atLeast: count > 1 ? 7 : 5)
    guard !long.isEmpty else { return false }
    let target = chance.pick(long)
    for _ in 0..<count { change(target) { Self.mistyped($0, &chance) } }
    return true
  }

  /// One letter dropped, doubled, swapped with the next or replaced; never the first.
  static func mistyped(_ word: String, _ chance: inout Chance) -> String {
    var letters = Array(word)
    guard letters.count > 3 else { return word }
    let place = 1 + chance.whole(below: letters.count - 2)
    switch chance.whole(below: 4) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2: letters.swapAt(place, place + 1)
    default: letters[place] = chance.pick(Array("aeiourstnlmdp"))
    }
    return String(letters)
  }

  private static let sounds = [
    ("ph", "f"), ("th", "t"), ("eau", "o"), ("au", "o"), ("ss", "s"), ("ll", "l"), ("nn", "n"),
    ("tt", "t"), ("rr", "r"), ("mm", "m"), ("y", "i"), ("qu", "k"), ("ck", "k"), ("ch", "sh"),
    ("z", "s"), ("ez", "é"), ("ai", "é"), ("en", "an"), ("em", "am"), ("gn", "ni"), ("x", "ks"),
    ("ie", "i"), ("et", "ai"), ("er", "é"), ("c", "k"), ("s", "ss"), ("i", "y"), ("n", "nn"),
  ]

  private mutating func mishear(_ chance: inout Chance) -> Bool {
    let long = targets(atLeast: 5)
    guard !long.isEmpty else { return false }
    let target = chance.pick(long)
    let word = typed.street.split(separator: " ").map(String.init)[target]
    let rest = word.dropFirst()
    let fitting = Self.sounds.filter { rest.lowercased().contains($0.0) }
    guard !fitting.isEmpty else { return false }
    let (from, to) = chance.pick(fitting)
    let heard = String(rest).lowercased().replacing(from, with: to, maxReplacements: 1)
    change(target) { _ in String(word.prefix(1)) + heard }
    return true
  }

  private mutating func split(_ chance: inout Chance) -> Bool {
    let long = targets(atLeast: 7)
    guard !long.isEmpty else { return false }
    change(chance.pick(long)) { word in
      let cut = word.index(word.startIndex, offsetBy: 3 + chance.whole(below: word.count - 5))
      return word[..<cut] + " " + word[cut...]
    }
    return true
  }

  private mutating func join(_ chance: inout Chance) -> Bool {
    let words = typed.street.split(separator: " ").map(String.init)
    let start = street.type == nil ? 0 : 1
    let pairs = words.indices.dropLast().filter { index in
      let first = Spelling.folded(words[index]), second = Spelling.folded(words[index + 1])
      return index >= start && !second.isEmpty && (first + second).count >= 6
        && !Spelling.isType(first) && !second.contains { $0.isNumber }
        && !first.contains { $0.isNumber }
    }
    guard !pairs.isEmpty else { return false }
    let place = chance.pick(pairs)
    typed.street = (words[..<place] + [words[place] + words[place + 1]] + words[(place + 2)...])
      .joined(separator: " ")
    return true
  }
}
