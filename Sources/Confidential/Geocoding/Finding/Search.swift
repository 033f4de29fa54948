internal import Territory

/// One search, from the query to the answer. `answer` is the recipe.
struct Search {
  let base: AddressBase
  let shop: Workshop
  var answer = Answer()
  private let numbers: NumberFinder
  private let judge: IrisJudge
  private let calibration = Calibration.standard

  init(_ base: AddressBase, _ shop: Workshop) {
    self.base = base
    self.shop = shop
    numbers = NumberFinder(base)
    judge = IrisJudge(base: base)
  }

  mutating func answer(_ query: AddressQuery) -> Answer {
    understand(query)
    chooseCommunes()
    if let nothing = answerWithoutStreet() { return nothing }
    // a number before a street type says where the street is: other readings come after
    for readings in strongReadingsFirst {
      for rung in Rung.allCases {
        shop.finder.find(shop.query, readings, shop.choices, rung)
        if let best = rank(), isSettled(best, rung) { return place(best) }
        explain(rung)
      }
      if let best = rank() { return place(best) }
    }
    return giveUp()
  }

  private var strongReadingsFirst: [[Int]] {
    let all = Array(shop.query.readings.indices)
    let strong = all.filter { shop.query.readings[$0].isStrong }
    return strong.isEmpty || strong.count == all.count
      ? [all] : [strong, all.filter { !shop.query.readings[$0].isStrong }]
  }

  private mutating func understand(_ query: AddressQuery) {
    shop.queryReader.read(query, &shop.folded, into: &shop.query)
    ReadingMaker().make(&shop.query)
    if shop.query.hasBox { answer.reasons.insert(.domiciliation) }
    if shop.query.isDomiciliation { answer.reasons.insert(.domiciliation) }
    if shop.query.isHomeless { answer.reasons.insert(.homeless) }
    if shop.query.hasDate { answer.reasons.insert(.spreadsheetDate) }
    explain("lecture", readingText)
  }

  private mutating func chooseCommunes() {
    CommuneFinder(base: base).find(shop.query, into: &shop.choices, &answer)
    if let first = shop.choices.first {
      let record = base.communeRecords[first.index]
      if !first.isLastResort || shop.choices.count == 1 {
        answer.commune = Commune(packedText: record.code)
      }
      answer.verdicts.commune = first.verdict
    }
    explain("commune", communeText)
  }

  /// Nothing to look for, or nowhere to look.
  private mutating func answerWithoutStreet() -> Answer? {
    if shop.query.tokens.isEmpty && shop.query.city.isEmpty && shop.query.postcode == 0
      && shop.query.insee == 0
    {
      answer.reasons.insert(.empty)
      return answer
    }
    if shop.choices.isEmpty {
      answer.reasons.insert(.communeUnknown)
      if shop.query.readings.isEmpty { answer.reasons.insert(.streetMissing) }
      return answer
    }
    let isCovered = shop.choices.contains { base.communeRecords[$0.index].isCovered != 0 }
    let hasStreets = shop.choices.contains { base.communeRecords[$0.index].streets.count > 0 }
    if !isCovered && !shop.choices.contains(where: \.isLastResort) || !isCovered && !hasStreets {
      answer.reasons.insert(.outsideTerritory)
    }
    if shop.query.isHomeless {
      return giveUp()
    }
    if shop.query.readings.isEmpty {
      answer.reasons.insert(.streetMissing)
      return municipality()
    }
    return nil
  }
}

extension Search {
  /// The best hit and how far ahead of the next street it is; `nil` when there is none.
  private mutating func rank() -> (best: StreetHit, number: NumberHit, isTie: Bool)? {
    var best: (hit: StreetHit, number: NumberHit)?
    var second: Float = 0
    var isTie = false
    let longest = shop.finder.hits.map { width($0) }.max() ?? 0
    for var hit in shop.finder.hits where isBelievable(hit) {
      let street = base.streets[hit.street]
      let number = numbers.find(shop.query.readings[hit.reading], in: street)
      hit.merit = merit(hit, street, number) - Float(longest - width(hit)) * 0.03
      guard let (known, _) = best else {
        best = (hit, number)
        continue
      }
      if hit.street == known.street {
        if hit.merit > known.merit { best = (hit, number) }
      } else if hit.merit > known.merit + 1e-4 {
        second = known.merit
        isTie = false
        best = (hit, number)
      } else {
        if abs(hit.merit - known.merit) <= 1e-4, !isSamePlace(hit, known) { isTie = true }
        second = max(second, hit.merit)
      }
    }
    guard let best else { return nil }
    answer.scoreNext = Double(max(0, second))
    return (best.hit, best.number, isTie)
  }

  /// Whether nothing on the next rungs can be better: the same type, and the number if one is asked.
  private func isSettled(_ found: (best: StreetHit, number: NumberHit, isTie: Bool), _ rung: Rung)
    -> Bool
  {
    if rung.rawValue >= Rung.omittedWords.rawValue { return true }
    if found.best.type == .contradicted { return false }
    let isNumberFound =
      shop.query.readings[found.best.reading].number <= 0
      || found.number.kind != .none && found.number.kind != .nearest
    return found.best.likeness == 1 || isNumberFound
  }

  /// A name that is only alike must have its type, or be very much alike.
  private func isBelievable(_ hit: StreetHit) -> Bool {
    let reading = shop.query.readings[hit.reading]
    if hit.type == .contradicted && reading.isAside { return false }
    switch hit.rung {
    case .alikeLetters: return numbers.find(reading, in: base.streets[hit.street]).kind == .exact
    case .alikeWords where hit.type == .contradicted: return hit.likeness >= 0.9
    case .alikeWords where hit.likeness < StreetFinder.acceptable:
      let number = numbers.find(reading, in: base.streets[hit.street])
      return number.kind == .exact && hit.type == .exact
    default: return true
    }
  }

  private func width(_ hit: StreetHit) -> Int {
    shop.query.readings[hit.reading].end - shop.query.readings[hit.reading].start
  }

  private func isSamePlace(_ left: StreetHit, _ right: StreetHit) -> Bool {
    base.streets[left.street].point == base.streets[right.street].point
  }

  /// What makes one hit better than another: the words, the type, the number, the commune.
  private func merit(_ hit: StreetHit, _ street: StreetRecord, _ number: NumberHit) -> Float {
    let choice = shop.choices[hit.choice]
    var merit = hit.likeness
    switch hit.type {
    case .exact: break
    case .missing: merit -= 0.04
    default: merit -= 0.15
    }
    let asksNumber = shop.query.readings[hit.reading].number > 0
    switch number.kind {
    case .exact: merit += 0.06
    case .otherSuffix, .range: merit += 0.05
    case .between: merit += 0.02
    case .nearest: merit -= 0.05
    case .none: merit += asksNumber ? -0.06 : 0.03
    }
    merit -= Float(base.names[hit.name].kind) * 0.005
    if street.addresses.count == 0 { merit -= 0.01 }
    if choice.oldCode != 0 { merit += street.oldCommune == choice.oldCode ? 0.05 : -0.05 }
    if choice.isLastResort { merit -= 0.15 }
    return merit
  }

  private mutating func place(_ found: (best: StreetHit, number: NumberHit, isTie: Bool)) -> Answer
  {
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
    if found.isTie { answer.reasons.insert(.tie) }
    answer.number = reading.number > 0 ? Int(reading.number) : nil
    if reading.isDate { answer.reasons.insert(.spreadsheetDate) }
    if reading.otherNumber > 0, !shop.query.hasDate, !reading.isDate {
      answer.reasons.insert(.numberRange)
    }
    if reading.number == 0 || reading.number >= 5000 { answer.reasons.insert(.pseudoNumber) }
    let distribution = locate(found.number, reading, street)
    answer.score = calibration.probability(answer, hit, found.number, isTie: found.isTie)
    answer.scoreNext = min(answer.scoreNext, 1)
    let trust = trust(hit, isTie: found.isTie) * trust(found.number, reading)
    answer.iris = judge.verdict(distribution, trust: trust)
    explain("verdict", "\(answer.level.rawValue) · \(base.streetName(hit.street))")
    return answer
  }

  /// How far the IRIS may be trusted, given how the street was found.
  private func trust(_ hit: StreetHit, isTie: Bool) -> Double {
    if isTie { return 0.5 }
    if answer.reasons.contains(.communeContradicted) { return 0.9 }
    if hit.rung == .alikeLetters { return 0.93 }
    if hit.rung == .omittedWords { return hit.likeness > 0.86 ? 0.98 : 0.93 }
    if hit.rung == .alikeWords { return Double(min(0.999, 0.9 + (hit.likeness - 0.8) * 0.6)) }
    if hit.type == .contradicted { return 0.997 }
    return 1
  }

  /// A number that the street has not may mean that the street is another.
  private func trust(_ number: NumberHit, _ reading: Reading) -> Double {
    switch number.kind {
    case .nearest: 0.985
    case .none: reading.number > 0 && reading.number < 5000 ? 0.985 : 1
    default: 1
    }
  }

  private mutating func judgeName(_ hit: StreetHit) {
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

  /// Sets level and position; gives the distribution over IRIS.
  private mutating func locate(
    _ number: NumberHit, _ reading: Reading, _ street: StreetRecord
  ) -> IrisJudge.Distribution {
    var distribution = IrisJudge.Distribution()
    answer.verdicts.number = number.number
    answer.verdicts.suffix = number.suffix
    switch number.kind {
    case .exact, .otherSuffix, .range:
      answer.level = .housenumber
      answer.address = number.first
      answer.position = base.position(base.addresses[number.first].point)
      if number.kind == .otherSuffix { answer.reasons.insert(.suffixAbsent) }
      judge.address(number.first, in: street, share: 1, &distribution)
    case .between:
      answer.level = .interpolated
      answer.reasons.insert(.numberAbsent)
      answer.position = between(number)
      judge.between(number, in: street, share: 1, &distribution)
    case .nearest:
      answer.level = .interpolated
      answer.reasons.formUnion([.numberAbsent, .numberNearest])
      answer.position = base.position(base.addresses[number.first].point)
      judge.address(number.first, in: street, share: 0.8, &distribution)
      judge.addStreet(street, 0.2, &distribution)
    case .none:
      answer.level = street.isPlace != 0 ? .locality : .street
      answer.reasons.insert(reading.number > 0 ? .numberAbsent : .numberMissing)
      if reading.number > 0 { answer.verdicts.number = .contradicted }
      answer.position = base.position(street.point)
      judge.addStreet(street, reading.number > 0 ? 0.97 : 1, &distribution)
    }
    if answer.position == nil { answer.reasons.insert(.positionMissing) }
    return distribution
  }

  private func between(_ hit: NumberHit) -> Answer.Position? {
    guard let low = base.position(base.addresses[hit.first].point),
      let high = base.position(base.addresses[hit.second].point)
    else { return nil }
    func mix(_ left: Double, _ right: Double) -> Double { left + (right - left) * hit.part }
    return Answer.Position(
      longitude: mix(low.longitude, high.longitude), latitude: mix(low.latitude, high.latitude),
      x: mix(low.x, high.x), y: mix(low.y, high.y))
  }

  /// The street is unknown: the commune, and the three nearest names.
  private mutating func giveUp() -> Answer {
    if !shop.query.isHomeless && !shop.query.hasBox { answer.reasons.insert(.streetUnknown) }
    answer.verdicts.streetName = .contradicted
    answer.proposals = shop.finder.nearest.map {
      Proposal(street: $0.street, likeness: Double($0.likeness))
    }
    return municipality()
  }

  private mutating func municipality() -> Answer {
    guard let code = answer.commune, let index = base.communeIndex(of: code.packedText) else {
      return answer
    }
    answer.level = .municipality
    answer.position = base.position(base.communeRecords[index].point)
    answer.score = calibration.commune
    let irises = base.shares.clamped(base.communeRecords[index].irises)
    if irises.count == 1, let iris = base.iris(Int(base.shares[irises.lowerBound].iris)) {
      answer.iris.iris = iris
      answer.iris.certainty = .certain
      answer.iris.probability = 1
      answer.iris.shares = [IrisShare(iris: iris, weight: 1)]
    }
    return answer
  }
}
