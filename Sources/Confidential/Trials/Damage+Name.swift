internal import Territory

extension Damage {
  /// Words of the name dropped, shortened or replaced.
  mutating func rename(_ blemish: Blemish, _ chance: inout Chance) -> Bool {
    switch blemish {
    case .droppedFirstName: return shorten { _ in nil }
    case .initials: return shorten { String($0.prefix(1)) }
    case .numberWords: return spellNumbers()
    default: return retype(blemish == .wrongType, &chance)
    }
  }

  /// `Rue Jean Jaurès`: the first of two or three plain words that bear the name.
  private mutating func shorten(_ form: (String) -> String?) -> Bool {
    let bare = street.bareWords
    guard (2...3).contains(bare.count), let first = bare.first, first.count > 3,
      !first.contains(where: \.isNumber), let last = bare.last, last.count > 3,
      !Self.commonNouns.contains(first), let place = street.words.firstIndex(of: first)
    else { return false }
    let written = typed.street.split { $0 == " " || $0 == "-" }.map(String.init)
    guard written.count == street.words.count else { return false }
    let words = written.enumerated().compactMap {
      $0.offset == place ? form($0.element) : $0.element
    }
    typed.street = words.joined(separator: " ")
    leftWords = Spelling.words(of: typed.street)
    likeness = .containing
    return true
  }

  /// What the first word of two is when it is no first name.
  private static let commonNouns: Set<String> = [
    "SAINT", "SAINTE", "GRAND", "GRANDE", "PETIT", "PETITE", "VIEUX", "VIEILLE", "HAUT", "HAUTE",
    "BAS", "BASSE", "PONT", "MAS", "NOTRE", "PUITS", "CROIX", "PORTE", "MONT", "CHATEAU", "ANCIEN",
    "ANCIENNE", "BON", "BONNE", "BELLE", "BEAU", "CLOS", "PRES", "FONT", "MOULIN", "PIERRE",
  ]

  private mutating func spellNumbers() -> Bool {
    let names = [
      "1": "un", "4": "quatre", "8": "huit", "11": "onze", "14": "quatorze", "18": "dix-huit",
      "1er": "premier", "98": "quatre-vingt-dix-huit", "1789": "mil sept cent quatre-vingt-neuf",
      "1918": "dix-neuf cent dix-huit",
    ]
    let digits = Dictionary(uniqueKeysWithValues: names.map { ($0.value, $0.key) })
    let words = typed.street.split(separator: " ").map(String.init)
    let spelled = words.map { word in names[word] ?? digits[word.lowercased()] ?? word }
    typed.street = spelled.joined(separator: " ")
    return spelled != words
  }

  private mutating func retype(_ isReplaced: Bool, _ chance: inout Chance) -> Bool {
    guard let type = street.type else { return false }
    let rest = typed.street.drop { $0 != " " }.dropFirst()
    let others = ["Rue", "Avenue", "Boulevard", "Chemin", "Allée", "Impasse", "Place"]
    let other = chance.pick(others.filter { Spelling.folded($0) != type })
    typed.street = isReplaced ? other + " " + rest : String(rest)
    likeness = .sameBareWords
    leftWords = Spelling.words(of: String(rest))
    return !rest.isEmpty
  }

  /// A street that is not there.
  mutating func invent(_ blemish: Blemish, _ chance: inout Chance) -> Bool {
    level = .unmatched
    let type = chance.pick(["Rue", "Avenue", "Impasse", "Allée", "Chemin", "Place", "Boulevard"])
    let strange = Self.strangeName(&chance)
    let firstNames = ["Jean", "Pierre", "Marie", "Jacques", "Louis", "Paul", "Charles", "Henri"]
    typed.street =
      blemish == .unknownSurname
      ? "\(type) \(chance.pick(firstNames)) \(strange)"
      : "\(type) \(chance.pick(["", "de la ", "du ", "des "]))\(strange)"
    return town.isStrange(Spelling.folded(strange), in: street.commune)
  }

  private static func strangeName(_ chance: inout Chance) -> String {
    let starts = [
      "Bru", "Cor", "Dal", "Fre", "Gour", "Kel", "Lan", "Mor", "Per", "Quil", "Tre", "Vau",
    ]
    let middles = ["ba", "di", "go", "la", "me", "ni", "ro", "sse", "ta", "vi", ""]
    let ends = ["dec", "gny", "mont", "neau", "rac", "sin", "tier", "val", "ville", "zon"]
    let real = [
      "Phare", "Falaise", "Dunes", "Goélands", "Chalutier", "Menhir", "Glacier", "Corsaires",
      "Brisants", "Estuaire", "Mélèzes", "Gentianes", "Trappeurs", "Baleiniers",
    ]
    if chance.happens(0.3) { return chance.pick(real) }
    return chance.pick(starts) + chance.pick(middles) + chance.pick(ends)
  }
}

extension ReferenceTown {
  /// Whether no street of the commune has a word that could be meant by this one.
  func isStrange(_ word: String, in commune: Commune) -> Bool {
    let letters = Array(word.utf8)
    let limit = max(2, letters.count / 3)
    return (streetsOfCommune[commune] ?? []).allSatisfy { street in
      streets[street].words.allSatisfy { other in
        Spelling.distance(letters, Array(other.utf8), limit: limit) > limit
      }
    }
  }
}
