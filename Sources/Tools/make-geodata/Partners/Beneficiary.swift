internal import Geometry

/// One invented row of the health insurance's list.
struct Beneficiary: Sendable {
  let age: Int
  let isMale: Bool
  /// The street line, as the partner's system prints it.
  var line: String
  var postcode: String
  var city: String
  var inseeCode: String
  /// As the partner has it: eastings and northings as text, empty when it has none.
  var x: String
  var y: String
  /// Index of the area where the person lives; `nil` for those who live elsewhere or nowhere.
  let area: Int?
}

/// Who has the complementary health cover (C2S), with what the partner knows of where they live.
struct BeneficiaryList {
  /// In an order that tells nothing.
  private(set) var rows: [Beneficiary] = []
  private var chance: Chance

  /// Beneficiaries whose only address is the one of a social service.
  static let domiciledCount = 150

  init(_ addresses: [Address], seed: UInt64) {
    chance = Chance(seed: seed, topic: "beneficiaries")
    let houses = Dictionary(grouping: addresses, by: \.area)
    for (area, plan) in TownPlan.areas.enumerated() {
      house(Self.count(area, plan, &chance), area, houses[area] ?? [], Profile.of(plan.style))
    }
    domicile(addresses)
    spoil()
    addStrangers()
    rows = chance.shuffled(rows)
  }

  private static func count(_ area: Int, _ plan: PlanArea, _ chance: inout Chance) -> Int {
    let people = Double(CensusTarget.inhabitants[area])
    return Int((people * Profile.of(plan.style).poorShare * chance.between(0.82, 1.18)).rounded())
  }

  /// Fills an area, household by household; some houses have several.
  private mutating func house(
    _ count: Int, _ area: Int, _ houses: [Address], _ profile: Profile
  ) {
    guard !houses.isEmpty else { return }
    var left = count
    while left > 0 {
      let address = chance.pick(houses)
      let weights = zip(Household.allCases, profile.households).map { kind, weight in
        kind == .elderCouple || kind == .singleElder
          ? weight * 0.15 : kind == .loneParent ? weight * 3 : weight
      }
      let kind = Household.allCases[chance.index(weights: weights)]
      let ages = kind.ages(&chance).prefix(left)
      let place = located(address)
      for (index, age) in ages.enumerated() {
        let isMale = chance.happens(index == 0 ? kind.shareOfMenFirst : 0.5)
        rows.append(row(age, isMale, address, place, area))
      }
      left -= ages.count
    }
  }

  /// Where the partner's own geocoder put the address: metres away from the address base.
  private mutating func located(_ address: Address) -> Point {
    let spread = chance.happens(0.12) ? 9.0 : 1.6
    return address.position.moved(chance.bell() * spread, chance.bell() * spread)
  }

  private func row(
    _ age: Int, _ isMale: Bool, _ address: Address, _ place: Point, _ area: Int?
  ) -> Beneficiary {
    Beneficiary(
      age: age, isMale: isMale, line: address.postalLine, postcode: address.way.commune.postcode,
      city: address.way.commune.label, inseeCode: address.way.commune.code,
      x: Text.fixed(place.x, decimals: 2, mark: ","),
      y: Text.fixed(place.y, decimals: 2, mark: ","),
      area: area)
  }
}

extension BeneficiaryList {
  /// The social service of the old town, where people without a home get their mail.
  private mutating func domicile(_ addresses: [Address]) {
    guard let service = addresses.first(where: { $0.way.name == "Grande Rue" && $0.number >= 21 })
    else { preconditionFailure("the town has a Grande Rue") }
    for _ in 0..<Self.domiciledCount {
      let age = 18 + chance.whole(below: 46)
      var row = row(age, chance.happens(0.72), service, service.position, nil)
      row.line = "CCAS DOMICILIATION \(service.postalLine)"
      rows.append(row)
    }
  }

  /// Coordinates that are missing, swapped, in degrees or zero; one row in thirty or so.
  private mutating func spoil() {
    for index in rows.indices.dropLast(Self.domiciledCount) {
      let (x, y) = (rows[index].x, rows[index].y)
      switch chance.index(weights: [965, 29, 3, 1.5, 1.5]) {
      case 1: (rows[index].x, rows[index].y) = ("", "")
      case 2: (rows[index].x, rows[index].y) = (y, x)
      case 3:
        (rows[index].x, rows[index].y) = (
          "4,7\(chance.whole(below: 900) + 100)", "47,70\(chance.whole(below: 90) + 10)"
        )
      case 4: (rows[index].x, rows[index].y) = ("0", "0")
      default: break
      }
    }
  }

  /// People of other communes that the list should not have, and people without an address.
  private mutating func addStrangers() {
    for index in 0..<58 {
      let isFar = index < 41
      let east = chance.between(9_000, 62_000) * (chance.happens(0.5) ? 1 : -1)
      let place = TownPlan.origin.moved(east, chance.between(-48_000, 30_000))
      rows.append(
        Beneficiary(
          age: 1 + chance.whole(below: 64), isMale: chance.happens(0.48),
          line: isFar ? "ADRESSE HORS SECTEUR" : "SANS DOMICILE FIXE",
          postcode: isFar ? "21999" : "", city: isFar ? "AUTRE COMMUNE" : "", inseeCode: "",
          x: isFar ? Text.fixed(place.x, decimals: 2, mark: ",") : "",
          y: isFar ? Text.fixed(place.y, decimals: 2, mark: ",") : "", area: nil))
    }
  }
}

extension Address {
  /// `12 BIS RUE DES LILAS`
  var postalLine: String {
    [String(number), Lettering.afnor(suffix), Lettering.afnor(way.name)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
