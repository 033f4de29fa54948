internal import Territory

extension Damage {
  /// What people write around the street.
  mutating func surround(_ blemish: Blemish, _ chance: inout Chance) -> Bool {
    let building = chance.pick(["A", "B", "C", "4", "12"])
    switch blemish {
    case .complementBefore:
      typed.complement = chance.pick([
        "RESIDENCE LES QUATRE VENTS BAT \(building)", "CHEZ MME DURAND", "APPT \(building)",
        "EHPAD LES BRUYERES BLANCHES", "Bâtiment \(building)", "LOGT \(building) ESC 2",
      ])
    case .floorBefore:
      typed.complement = chance.pick([
        "ETAGE \(1 + chance.whole(below: 9)) PORTE \(1 + chance.whole(below: 40))",
        "\(1 + chance.whole(below: 9))E ETAGE PORTE \(1 + chance.whole(below: 40))",
        "APT \(1 + chance.whole(below: 200)) ESC \(1 + chance.whole(below: 9))",
      ])
    case .complementAfter:
      typed.trailer = chance.pick([
        "APPT \(building)", "BAT \(building)", "Porte:00\(100 + chance.whole(below: 900))",
        "ESC 2 HLM", "2EME ETAGE", "LOGEMENT \(1 + chance.whole(below: 300))",
      ])
    default:
      typed.trailer = chance.pick([
        "BP \(10 + chance.whole(below: 900))", "CS \(10_000 + chance.whole(below: 80_000))",
        "B.P. N \(10 + chance.whole(below: 900))",
      ])
    }
    return true
  }

  /// The commune damaged, or another one.
  mutating func move(_ blemish: Blemish, _ chance: inout Chance) -> Bool {
    switch blemish {
    case .cedex: deliver(&chance)
    case .wrongPostcode: return mistakePostcode(&chance)
    case .neighbourCommune: return mistakeCommune(&chance)
    case .cityFirst: typed.isCityFirst = true
    case .withoutCity: typed.city = ""
    case .shortCity: return shortenCity(&chance)
    case .mergedCommune: return rememberFormer()
    default: return settle(&chance)
    }
    return blemish != .withoutCity || !typed.postcode.isEmpty
  }

  private mutating func deliver(_ chance: inout Chance) {
    typed.postcode = String(street.postcode.prefix(3)) + "6\(chance.whole(below: 10))"
    typed.city = Spelling.folded(typed.city) + chance.pick([" CEDEX", " CEDEX 2", " CEDEX 09"])
  }

  private mutating func mistakePostcode(_ chance: inout Chance) -> Bool {
    let others = Set(town.streets.map(\.postcode)).subtracting([street.postcode]).sorted()
    guard !street.postcode.isEmpty else { return false }
    typed.postcode =
      others.isEmpty ? String(street.postcode.prefix(2)) + "200" : chance.pick(others)
    return true
  }

  /// The street said to be in a commune that has none of that name.
  private mutating func mistakeCommune(_ chance: inout Chance) -> Bool {
    level = .elsewhere
    let others = town.communes.filter { $0.commune != street.commune }
    guard !others.isEmpty else {
      (typed.postcode, typed.city) = chance.pick([
        ("34170", "Castelnau-le-Lez"), ("34970", "Lattes"), ("34920", "Le Crès"),
      ])
      return true
    }
    let other = chance.pick(others)
    (typed.postcode, typed.city) = (other.postcode, other.communeName)
    let names = (town.streetsOfCommune[other.commune] ?? []).map { town.streets[$0] }
    return names.allSatisfy { name in
      Set(name.bareWords).isDisjoint(with: street.bareWords)
        && Spelling.distance(name.letters, street.letters, limit: 6) > 6
    }
  }

  private mutating func shortenCity(_ chance: inout Chance) -> Bool {
    let folded = Spelling.folded(typed.city)
    let words = folded.split(separator: " ").map(String.init)
    var forms = [folded + " (\(street.commune.department))"]
    forms.append("\(folded) \(street.commune.department)")
    if words.contains("SUR") { forms.append(folded.replacing(" SUR ", with: " S/ ")) }
    if words.contains("SUR") { forms.append(folded.replacing(" SUR ", with: " S/")) }
    if words.contains("SAINT") { forms.append(folded.replacing("SAINT ", with: "ST ")) }
    if words.contains("SUR"), let first = words.first { forms.append(first) }
    typed.city = chance.pick(forms)
    return true
  }

  private mutating func rememberFormer() -> Bool {
    guard !street.formerName.isEmpty else { return false }
    typed.city = street.formerName
    return true
  }

  /// A hamlet: its name is all there is.
  private mutating func settle(_ chance: inout Chance) -> Bool {
    guard street.type == nil, let first = street.words.first, first != "GRANDE", first != "GRAND",
      Spelling.distance(Array(first.utf8), Array("RUE".utf8), limit: 1) > 1
    else { return false }
    typed.street =
      chance.pick(["LIEU DIT ", "Lieu-dit ", "LD ", "", "LIEUDIT "]) + typed.street
    return true
  }
}
