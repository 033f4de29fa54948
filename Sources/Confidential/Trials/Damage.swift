internal import Territory

/// One address on its way to being spoiled.
///
/// Each `Blemish` is a short list of strokes; a stroke that has nothing to bite on gives the address
/// up, and another is taken.
struct Damage {
  let town: ReferenceTown
  let address: TownAddress
  let street: TownStreet
  var typed = TypedAddress()
  /// The rule by which other streets are compared with what is left of the name.
  var likeness = Likeness.sameWords
  /// The words of the street that are left, folded.
  var leftWords: [String]
  /// How far the address can be known.
  var level = Trial.Truth.Level.address
  /// Right answers other than the address and its twins.
  var alsoRight: [TownAddress] = []
  /// What makes the number undecidable.
  var isNumberAmbiguous = false

  init(_ address: TownAddress, in town: ReferenceTown) {
    self.town = town
    self.address = address
    street = town.street(of: address)
    leftWords = street.words
    typed.number = String(address.number)
    typed.suffix = address.suffix
    typed.street = street.name
    typed.postcode = street.postcode
    typed.city = street.communeName
  }

  /// How another street could be meant as well.
  enum Likeness {
    /// Its name has the same words.
    case sameWords
    /// Its name has the same words but for type and links.
    case sameBareWords
    /// Its name has all the words that are left, in order, perhaps as initials.
    case containing
    /// Its letters are as near to what is typed.
    case asNear
  }

  /// - Returns: `false` when the address has nothing that this blemish could spoil
  mutating func strike(_ blemish: Blemish, _ chance: inout Chance) -> Bool {
    switch blemish {
    case .clean: return true
    case .capitals, .abbreviations, .laPoste, .looseTypography, .doubleEncoded:
      return write(blemish, &chance)
    case .oneTypo, .twoTypos, .phonetic, .splitWords, .joinedWords:
      return misspell(blemish, &chance)
    case .droppedFirstName, .initials, .numberWords, .withoutType, .wrongType:
      return rename(blemish, &chance)
    case .unknownStreet, .unknownSurname: return invent(blemish, &chance)
    case .suffixVariant, .suffixOmitted, .range, .gluedNumber, .missingNumber, .absentNumber,
      .spreadsheetDate:
      return renumber(blemish, &chance)
    case .complementBefore, .floorBefore, .complementAfter, .postalBox:
      return surround(blemish, &chance)
    case .cedex, .wrongPostcode, .neighbourCommune, .cityFirst, .withoutCity, .shortCity,
      .mergedCommune, .hamlet:
      return move(blemish, &chance)
    case .combined: return combine(&chance)
    case .noAddress: return lose(&chance)
    }
  }

  private mutating func combine(_ chance: inout Chance) -> Bool {
    let around: [Blemish] = [.complementBefore, .complementAfter, .cedex, .gluedNumber]
    let written: [Blemish] = [.capitals, .abbreviations]
    return strike(.oneTypo, &chance) && strike(chance.pick(written), &chance)
      && strike(chance.pick(around), &chance)
  }

  private mutating func lose(_ chance: inout Chance) -> Bool {
    level = .unmatched
    typed.number = ""
    typed.suffix = ""
    typed.street = chance.pick([
      "SANS DOMICILE FIXE", "SDF", "POSTE RESTANTE", "BP \(100 + chance.whole(below: 800))",
      "DOMICILIATION CCAS", "INCONNUE", "CS \(10_000 + chance.whole(below: 80_000))",
    ])
    return true
  }
}
