internal import Territory

extension Damage {
  /// What a right answer is.
  var truth: Trial.Truth {
    let streetAddresses = town.addressesOfStreet[address.street].map { town.addresses[$0] }
    let twins = town.twins(of: address)
    let right = level == .street ? streetAddresses : twins + alsoRight
    return Trial.Truth(
      level: level, addresses: level == .unmatched ? [] : right, irises: irises(twins),
      commune: street.commune)
  }

  /// Where the person may live: at the address; between two numbers, on either end. Of a street that
  /// is not where it is said to be, nobody knows.
  private func irises(_ twins: [TownAddress]) -> Set<Iris> {
    level == .unmatched || level == .elsewhere ? [] : Set((twins + alsoRight).compactMap(\.iris))
  }

  /// Whether the base has no other street that the typed address could mean as well.
  var isDecidable: Bool {
    switch level {
    case .unmatched, .elsewhere: return true
    case .address, .street: break
    }
    if isNumberAmbiguous || typed.city.isEmpty && !town.hasPostcodes { return false }
    let own = Array(typedLetters.utf8)
    let reach = Spelling.distance(own, street.letters, limit: 12)
    return !rivals.contains { town.streets[$0].couldBeMeant(by: self, own, reach: reach) }
  }

  private var typedLetters: String {
    String(decoding: TownStreet.letters(leftWords), as: UTF8.self)
  }

  /// The other streets of the place that is named, the same name in the other half of a merged
  /// commune included unless the half is named.
  private var rivals: [Int] {
    let isHalfNamed = !street.formerName.isEmpty && typed.city == street.formerName
    let near =
      typed.city.isEmpty
      ? town.streetsOfPostcode[street.postcode] : town.streetsOfCommune[street.commune]
    return (near ?? []).filter { index in
      index != address.street
        && (!isHalfNamed || town.streets[index].formerName == street.formerName)
    }
  }
}

extension TownStreet {
  /// Whether what was typed could stand for this street.
  fileprivate func couldBeMeant(by damage: Damage, _ typed: [UInt8], reach: Int) -> Bool {
    switch damage.likeness {
    case .sameWords: return words == damage.street.words
    case .sameBareWords:
      let isRest = bareWords == TownStreet.bare(damage.leftWords)
      return isRest || bareWords == damage.street.bareWords
    case .containing:
      return type == damage.street.type && contains(TownStreet.bare(damage.leftWords))
    case .asNear: return Spelling.distance(typed, letters, limit: reach) <= reach
    }
  }

  /// Whether these words stand in the name in this order, perhaps shortened.
  private func contains(_ left: [String]) -> Bool {
    var rest = left[...]
    for word in bareWords {
      guard let next = rest.first else { break }
      if word == next || next.count < word.count && next.count <= 4 && word.hasPrefix(next) {
        rest = rest.dropFirst()
      }
    }
    return rest.isEmpty
  }
}
