/// How many inhabitants each area is to have: whole numbers that add up to the total.
enum CensusTarget {
  static let total = 40_000

  /// One for each area of the plan, in its order.
  static let inhabitants: [Int] = {
    let areas = TownPlan.areas
    let fixed = areas.filter(\.isFixed).reduce(0) { $0 + $1.inhabitants }
    let wished = areas.filter { !$0.isFixed }.reduce(0) { $0 + $1.inhabitants }
    var counts: [Int] = []
    var wishedSoFar = 0
    var given = 0
    for area in areas {
      if area.isFixed {
        counts.append(area.inhabitants)
        continue
      }
      wishedSoFar += area.inhabitants
      let upTo = (total - fixed) * wishedSoFar / wished
      counts.append(upTo - given)
      given = upTo
    }
    return counts
  }()

  static let addressCount = 9_000

  /// Addresses that each area asks for, before rounding; they add up to the total.
  static let addresses: [Double] = {
    let wishes = zip(TownPlan.areas, inhabitants).map { area, people in
      max(Double(people) / area.style.inhabitantsPerAddress, area.leastAddresses)
    }
    let sum = wishes.reduce(0, +)
    return wishes.map { $0 * Double(addressCount) / sum }
  }()
}

extension PlanArea {
  /// Works, warehouses and wards have addresses without inhabitants.
  fileprivate var leastAddresses: Double {
    switch own {
    case "0603": 62
    case "0303": 44
    case "0702": 11
    case "0703": 70
    case "0704": 3
    case "0802": 12
    default: 0
    }
  }
}
