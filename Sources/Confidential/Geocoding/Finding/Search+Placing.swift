internal import Territory

extension Search {
  mutating func place(_ found: Ranking) -> Answer {
    let hit = found.best
    let street = base.streets[hit.street]
    let reading = shop.query.readings[hit.reading]
    let choice = shop.choices[hit.choice]
    answer.street = hit.street
    answer.commune = Commune(packedText: base.communeRecords[Int(street.commune)].code)
    answer.reasons.formUnion(choice.reasons)
    answer.verdicts.commune = choice.verdict
    answer.verdicts.streetType = hit.type
    if hit.type == .contradicted { answer.reasons.insert(.typeContradicted) }
    judgeName(hit)
    judgeNumber(reading)
    level(found.number, reading, street)
    var distribution = IrisJudge.Distribution()
    let share = 1 / Double(found.ties.count + 1)
    for (hit, number) in [(hit, found.number)] + found.ties {
      distribute(number, shop.query.readings[hit.reading], hit.street, share, &distribution)
    }
    if found.isTie { answer.reasons.insert(.tie) }
    answer.score = calibration.probability(answer, hit, found.number, isTie: found.isTie)
    answer.scoreNext = min(answer.scoreNext, 1)
    answer.iris = judge.verdict(
      distribution, trust: trust(found) * trust(found.number, reading))
    explain("verdict", "\(answer.level.rawValue) · \(base.streetName(hit.street))")
    return answer
  }

  /// How far the IRIS may be trusted, given how the street was found.
  func trust(_ found: Ranking) -> Double {
    let hit = found.best
    if answer.reasons.contains(.communeContradicted) { return 0.9 }
    if hit.rung == .alikeLetters { return 0.93 }
    if hit.rung == .omittedWords { return hit.likeness > 0.86 ? 0.98 : 0.93 }
    if hit.rung == .alikeWords { return Double(min(0.999, 0.9 + (hit.likeness - 0.8) * 0.6)) }
    if found.isByNumber { return 0.98 }
    if hit.type == .contradicted { return 0.997 }
    return 1
  }

  /// A number that the street has not may mean that the street is another.
  func trust(_ number: NumberHit, _ reading: Reading) -> Double {
    switch number.kind {
    case .nearest: 0.985
    case .none: reading.number > 0 && reading.number < 5000 ? 0.985 : 1
    default: 1
    }
  }

  mutating func judgeNumber(_ reading: Reading) {
    answer.number = reading.number > 0 ? Int(reading.number) : nil
    if reading.isDate { answer.reasons.insert(.spreadsheetDate) }
    if reading.otherNumber > 0, !shop.query.hasDate, !reading.isDate {
      answer.reasons.insert(.numberRange)
    }
    if reading.number == 0 || reading.number >= 5000 { answer.reasons.insert(.pseudoNumber) }
  }

  mutating func judgeName(_ hit: StreetHit) {
    let kind = base.names[hit.name].kind
    switch hit.rung {
    case .sameWords:
      answer.verdicts.streetName = hit.likeness == 1 && kind == 0 ? .exact : .equivalent
    case .joinedWords: answer.verdicts.streetName = .equivalent
    case .omittedWords, .alikeWords, .alikeLetters:
      answer.verdicts.streetName = .fuzzy
      answer.reasons.insert(.streetCorrected)
    }
    if kind == 2 { answer.reasons.insert(.formerName) }
  }

  /// Sets level and position.
  mutating func level(_ number: NumberHit, _ reading: Reading, _ street: StreetRecord) {
    answer.verdicts.number = number.number
    answer.verdicts.suffix = number.suffix
    switch number.kind {
    case .exact, .otherSuffix, .range:
      answer.level = .housenumber
      answer.address = number.first
      answer.position = base.position(base.addresses[number.first].point)
      if number.kind == .otherSuffix { answer.reasons.insert(.suffixAbsent) }
    case .between:
      answer.level = .interpolated
      answer.reasons.insert(.numberAbsent)
      answer.position = between(number)
    case .nearest:
      answer.level = .interpolated
      answer.reasons.formUnion([.numberAbsent, .numberNearest])
      answer.position = base.position(base.addresses[number.first].point)
    case .none:
      answer.level = street.isPlace != 0 ? .locality : .street
      answer.reasons.insert(reading.number > 0 ? .numberAbsent : .numberMissing)
      if reading.number > 0 { answer.verdicts.number = .contradicted }
      answer.position = base.position(street.point)
    }
    if answer.position == nil { answer.reasons.insert(.positionMissing) }
  }

  /// Adds the IRIS where a number of a street may be; several positions as good, in several IRIS,
  /// are a tie.
  mutating func distribute(
    _ number: NumberHit, _ reading: Reading, _ street: Int, _ share: Double,
    _ distribution: inout IrisJudge.Distribution
  ) {
    let street = base.streets[street]
    switch number.kind {
    case .exact, .otherSuffix, .range:
      let equals = numbers.equals(of: number, reading, in: street)
      let irises = equals.map { base.addresses[$0].irisIndex }
      if irises.contains(where: { $0 != irises[0] }) { answer.reasons.insert(.tie) }
      for address in equals {
        judge.address(address, in: street, share: share / Double(equals.count), &distribution)
      }
    case .between: judge.between(number, in: street, share: share, &distribution)
    case .nearest:
      judge.address(number.first, in: street, share: 0.8 * share, &distribution)
      judge.addStreet(street, 0.2 * share, &distribution)
    case .none:
      judge.addStreet(street, (reading.number > 0 ? 0.97 : 1) * share, &distribution)
    }
  }

  func between(_ hit: NumberHit) -> Answer.Position? {
    guard let low = base.position(base.addresses[hit.first].point),
      let high = base.position(base.addresses[hit.second].point)
    else { return nil }
    func mix(_ left: Double, _ right: Double) -> Double { left + (right - left) * hit.part }
    return Answer.Position(
      longitude: mix(low.longitude, high.longitude), latitude: mix(low.latitude, high.latitude),
      x: mix(low.x, high.x), y: mix(low.y, high.y))
  }

  /// The street is unknown: the commune, and the three nearest names.
  mutating func giveUp() -> Answer {
    if !shop.query.isHomeless && !shop.query.hasBox { answer.reasons.insert(.streetUnknown) }
    answer.verdicts.streetName = .contradicted
    answer.proposals = shop.finder.nearest.map {
      Proposal(street: $0.street, likeness: Double($0.likeness))
    }
    return municipality()
  }

  mutating func municipality() -> Answer {
    guard let code = answer.commune, let index = base.communeIndex(of: code.packedText) else {
      answer.reasons.insert(.communeUnknown)
      return answer
    }
    answer.level = .municipality
    answer.position = base.position(base.communeRecords[index].point)
    answer.score = calibration.commune
    answer.iris = judge.whole(
      commune: index, isSure: !answer.reasons.contains(.streetUnknown) && answer.isCommuneSaid)
    return answer
  }
}

extension Answer {
  /// Whether the query names the commune, and nothing in it says otherwise.
  fileprivate var isCommuneSaid: Bool {
    [.exact, .equivalent].contains(verdicts.commune) && verdicts.postcode != .contradicted
  }
}
