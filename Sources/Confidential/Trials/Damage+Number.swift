extension Damage {
  /// The number damaged, or gone.
  mutating func renumber(_ blemish: Blemish, _ chance: inout Chance) -> Bool {
    switch blemish {
    case .suffixVariant: return varySuffix(&chance)
    case .suffixOmitted: return omitSuffix()
    case .range: return extend(&chance)
    case .gluedNumber: glue(&chance)
    case .missingNumber: dropNumber(&chance)
    case .absentNumber: return misnumber(&chance)
    default: return becomeDate()
    }
    return true
  }

  private mutating func varySuffix(_ chance: inout Chance) -> Bool {
    guard !address.suffix.isEmpty else { return false }
    let forms: [String: [String]] = [
      "bis": ["BIS", "B", "b", "bis"], "ter": ["TER", "T", "ter"],
      "quater": ["QUATER", "Q", "quater"], "qua": ["QUATER", "QUA"],
    ]
    let form = chance.pick(forms[address.suffix] ?? [address.suffix.uppercased(), address.suffix])
    let same = town.addresses(of: address.street, number: address.number)
    isNumberAmbiguous = same.contains {
      $0.suffix != address.suffix && $0.suffix == form.lowercased()
    }
    (typed.number, typed.suffix) =
      chance.happens(0.5) ? ("\(address.number)\(form)", "") : ("\(address.number)", form)
    return true
  }

  /// `66` where only `66 A` exists.
  private mutating func omitSuffix() -> Bool {
    let same = town.addresses(of: address.street, number: address.number)
    guard !address.suffix.isEmpty, !same.contains(where: \.suffix.isEmpty) else { return false }
    typed.suffix = ""
    alsoRight = same
    return true
  }

  private mutating func extend(_ chance: inout Chance) -> Bool {
    guard address.suffix.isEmpty else { return false }
    let width = chance.pick([2, 2, 4])
    typed.number += chance.pick(["-", "/", " à ", " A ", " - "]) + "\(address.number + width)"
    for number in address.number...(address.number + width) {
      alsoRight += town.addresses(of: address.street, number: number)
    }
    return true
  }

  private mutating func glue(_ chance: inout Chance) {
    typed.street = typed.number + typed.suffix + chance.pick(["", ","]) + typed.street
    typed.number = ""
    typed.suffix = ""
  }

  private mutating func dropNumber(_ chance: inout Chance) {
    typed.number = chance.pick(["", "", "0", "S/N"])
    typed.suffix = ""
    level = .street
  }

  /// A number between two neighbours of one side that the base does not have, or one beyond the last.
  private mutating func misnumber(_ chance: inout Chance) -> Bool {
    let numbers = town.addressesOfStreet[address.street].map { town.addresses[$0].number }
    let known = Set(numbers)
    let isBeyond = chance.happens(0.3)
    let number =
      isBeyond ? (numbers.max() ?? 0) + 2 * (1 + chance.whole(below: 20)) : address.number + 2
    guard !known.contains(number) else { return false }
    typed.number = String(number)
    typed.suffix = ""
    level = .street
    let after = numbers.filter { $0 > number && $0 % 2 == number % 2 }.min()
    alsoRight = after.map { town.addresses(of: address.street, number: $0) } ?? []
    // Beyond the last number nobody knows where the house is: any IRIS of the street may be right.
    if after == nil {
      alsoRight = town.addressesOfStreet[address.street].map { town.addresses[$0] }
    }
    return true
  }

  /// `2-4` turned into `02-avr`; a spreadsheet takes it for a date of the year.
  private mutating func becomeDate() -> Bool {
    let months = [
      "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
    ]
    let second = address.number + 2
    guard address.suffix.isEmpty, address.number <= 31, second <= 12 else { return false }
    let day = address.number < 10 ? "0\(address.number)" : "\(address.number)"
    typed.number = "\(day)-\(months[second - 1])"
    alsoRight = town.addresses(of: address.street, number: second)
    alsoRight += town.addresses(of: address.street, number: address.number + 1)
    return true
  }
}
