internal import Territory

/// The invented inhabitants, sampled and weighted as the census does.
///
/// In the town two dwellings in five are sampled and stand for all; in villages everybody is
/// counted and only the complementary exploitation is a sample of one in four.
struct Population: Sendable {
  /// One list for each area of the plan, in its order.
  let people: [[Person]]

  init(seed: UInt64) {
    let targets = Self.targets(seed: seed)
    people = zip(TownPlan.areas, targets).map { plan, target in
      var chance = Chance(seed: seed, topic: "people \(plan.code)")
      return Self.sample(plan, target: target, &chance)
    }
  }

  /// Weighted inhabitants; whole for a commune, with decimals for its IRIS.
  private static func targets(seed: UInt64) -> [Double] {
    var chance = Chance(seed: seed, topic: "census targets")
    var targets = CensusTarget.inhabitants.map(Double.init)
    let free = TownPlan.areas.indices.filter { !TownPlan.areas[$0].isFixed }
    for (one, other) in zip(free, free.dropFirst()) {
      let shift = chance.between(-3, 3)
      targets[one] += shift
      targets[other] -= shift
    }
    return targets
  }

  private static func sample(
    _ plan: PlanArea, target: Double, _ chance: inout Chance
  ) -> [Person] {
    let profile = Profile.of(plan.style)
    let isCountedWhole = plan.type == .commune
    var people = community(plan, &chance)
    let rest = target - people.reduce(0) { $0 + $1.weight }
    let first = people.count
    var sum = 0.0
    while sum < rest - 0.5 {
      let kind = Household.allCases[chance.index(weights: profile.households)]
      let weight = isCountedWhole ? 1 : chance.between(2.1, 3.1)
      for person in household(kind, profile, weight: weight, &chance) where sum < rest - 0.5 {
        people.append(person)
        sum += weight
      }
    }
    if sum > 0, !isCountedWhole {
      for index in first..<people.count { people[index].weight *= rest / sum }
    }
    complement(&people, isSample: isCountedWhole, &chance)
    return people
  }

  /// The complementary exploitation: the same sample with slightly other weights, or one in four.
  private static func complement(
    _ people: inout [Person], isSample: Bool, _ chance: inout Chance
  ) {
    let drift = chance.between(0.985, 1.015)
    for index in people.indices {
      if isSample {
        let share = chance.between(3.7, 4.3)
        people[index].complementaryWeight = chance.happens(0.25) ? share : 0
      } else {
        people[index].complementaryWeight = people[index].weight * drift
      }
    }
  }
}

extension Population {
  private static func household(
    _ kind: Household, _ profile: Profile, weight: Double, _ chance: inout Chance
  ) -> [Person] {
    let isForeign = chance.happens(profile.foreignShare)
    let firstIsMale = chance.happens(kind.shareOfMenFirst)
    return kind.ages(&chance).enumerated().map { index, age in
      let isCouple = kind == .family || kind == .youngCouple || kind == .elderCouple
      let isMale =
        index == 0 ? firstIsMale : index == 1 && isCouple ? !firstIsMale : chance.happens(0.51)
      return person(
        age: age, isMale: isMale, isForeign: isForeign && (age > 15 || chance.happens(0.4)),
        profile, weight: weight, &chance)
    }
  }

  private static func person(
    age: Int, isMale: Bool, isForeign: Bool, _ profile: Profile, weight: Double,
    _ chance: inout Chance
  ) -> Person {
    Person(
      age: age, isMale: isMale, isForeign: isForeign,
      isImmigrant: isForeign ? age > 6 : age > 20 && chance.happens(profile.foreignShare * 0.55),
      isInCommunity: false, occupation: occupation(age, isMale, profile, &chance),
      weight: weight, complementaryWeight: weight)
  }

  private static func occupation(
    _ age: Int, _ isMale: Bool, _ profile: Profile, _ chance: inout Chance
  ) -> Occupation {
    if age < 19 { return chance.happens(0.94) ? .others : .workers }
    if age > 64 { return chance.happens(0.94) ? .retired : .others }
    if age > 59, chance.happens(0.48) { return .retired }
    let idle = age < 25 ? 0.52 : isMale ? 0.07 : 0.13
    if chance.happens(idle + profile.poorShare * 0.3) { return .others }
    var work = profile.work
    if isMale { work[4] *= 0.45 } else { work[5] *= 0.35 }
    return Occupation.allCases[chance.index(weights: work)]
  }

  /// Homes, wards and halls: counted one by one.
  private static func community(_ plan: PlanArea, _ chance: inout Chance) -> [Person] {
    let (count, ages): (Int, (low: Int, high: Int)) =
      switch plan.own {
      case "0702": (168, (70, 99))
      case "0703": (240, (18, 25))
      case "0103": (74, (72, 98))
      case "0401": (86, (74, 99))
      case "0202": (57, (19, 58))
      default: (0, (0, 0))
      }
    return (0..<count).map { _ in
      let age = ages.low + chance.whole(below: ages.high - ages.low)
      let isMale = chance.happens(age > 65 ? 0.29 : 0.58)
      let isForeign = chance.happens(age > 65 ? 0.02 : 0.16)
      var person = person(
        age: age, isMale: isMale, isForeign: isForeign, Profile.of(.campus), weight: 1, &chance)
      person.isInCommunity = true
      return person
    }
  }
}
