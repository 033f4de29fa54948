extension TypedAddress {
  /// The same address in another hand.
  mutating func rewrite(as form: AddressForm, _ address: Address, _ chance: inout Chance) {
    switch form {
    case .exact: return
    case .capitals: capitalise()
    case .abbreviated:
      capitalise()
      street = Self.abbreviated(street)
    case .gluedSuffix:
      number += suffix == "bis" && chance.happens(0.6) ? "B" : suffix.uppercased()
      suffix = ""
    case .singleColumn: gather()
    case .withoutType: street = Self.withoutType(street)
    case .wrongType:
      street = chance.pick(["Rue", "Avenue", "Chemin"]) + " " + Self.withoutType(street)
    case .typingError: street = Self.mistyped(street, &chance)
    case .complementBefore, .floorBefore, .complementAfter: complement(form, &chance)
    case .cedex, .wrongPostcode, .shortCity, .formerCommune: move(form, address, &chance)
    case .range: number = "\(address.number)\(chance.pick(["-", "/", " à "]))\(address.number + 2)"
    case .spreadsheetDate: number = "\(String(1 + address.number % 28).padded(to: 2))-avr"
    case .initials: street = Self.initials(Lettering.afnor(street))
    case .looseSpaces:
      street = "  " + street.lowercased().replaced(" ", chance.happens(0.5) ? "  " : "\u{A0}") + " "
    case .dateInWords: street = Self.inWords(street)
    case .withoutNumber:
      number = chance.pick(["", "0", "S/N"])
      suffix = ""
    case .numberTooHigh: number = String(address.number + 800 + chance.whole(below: 400))
    case .unknownStreet: street = chance.pick(Self.unknownStreets)
    case .noFixedAbode, .postalBox: lose(form, &chance)
    }
  }

  private mutating func capitalise() {
    suffix = suffix.uppercased()
    street = Lettering.afnor(street)
    city = Lettering.afnor(city)
  }

  private mutating func gather() {
    street = [number, suffix, street].filter { !$0.isEmpty }.joined(separator: " ")
    number = ""
    suffix = ""
  }

  private mutating func complement(_ form: AddressForm, _ chance: inout Chance) {
    capitalise()
    let building = chance.pick(["A", "B", "C", "4", "12"])
    if form == .complementAfter {
      street += chance.pick([
        " APPT \(building)", " BAT \(building)", " PORTE:00\(chance.whole(below: 900) + 100)",
      ])
      return
    }
    gather()
    street =
      form == .floorBefore
      ? "ETAGE \(1 + chance.whole(below: 5)) PORTE \(1 + chance.whole(below: 30)) \(street)"
      : chance.pick(["RES LES TILLEULS BAT \(building) ", "CHEZ M HERON ", "FOYER DES ALOUETTES "])
        + street
  }

  private mutating func move(_ form: AddressForm, _ address: Address, _ chance: inout Chance) {
    let isTown = address.way.commune == .town
    switch form {
    case .cedex:
      postcode = isTown ? "21963" : postcode
      city = Lettering.afnor(city) + " CEDEX"
    case .wrongPostcode: postcode = isTown ? "21970" : "21960"
    case .formerCommune: city = address.way.former?.name ?? Lettering.afnor(city)
    default:
      city =
        isTown
        ? chance.pick([
          "AUBERVELLE", "Aubervelle s/ Sorlaine", "AUBERVELLE S/SORLAINE", "AUBERVELLE (21)",
        ])
        : address.way.commune.label
    }
  }

  private mutating func lose(_ form: AddressForm, _ chance: inout Chance) {
    number = ""
    suffix = ""
    street =
      form == .postalBox
      ? "BP \(100 + chance.whole(below: 800))"
      : chance.pick(["SANS DOMICILE FIXE", "CCAS DOMICILIATION", "POSTE RESTANTE", "SDF"])
    if street == "SDF" { (postcode, city) = ("", "") }
  }

  private static let unknownStreets = [
    "Rue du Phare", "Avenue de la Plage", "Impasse des Dunes", "Rue de la Falaise",
    "Quai des Brumes",
  ]
}
