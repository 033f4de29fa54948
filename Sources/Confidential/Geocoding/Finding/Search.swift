internal import Territory

/// One search, from the query to the answer. `answer` is the recipe.
struct Search {
  let base: AddressBase
  let shop: Workshop
  var answer = Answer()
  let numbers: NumberFinder
  let judge: IrisJudge
  let calibration = Calibration.standard

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

  mutating func understand(_ query: AddressQuery) {
    shop.queryReader.read(query, &shop.folded, into: &shop.query)
    ReadingMaker().make(&shop.query)
    if shop.query.hasBox { answer.reasons.insert(.domiciliation) }
    if shop.query.isDomiciliation { answer.reasons.insert(.domiciliation) }
    if shop.query.isHomeless { answer.reasons.insert(.homeless) }
    if shop.query.hasDate { answer.reasons.insert(.spreadsheetDate) }
    explain("lecture", readingText)
  }

  mutating func chooseCommunes() {
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
  mutating func answerWithoutStreet() -> Answer? {
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
  mutating func rank() -> (best: StreetHit, number: NumberHit, isTie: Bool)? {
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
  func isSettled(_ found: (best: StreetHit, number: NumberHit, isTie: Bool), _ rung: Rung)
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
  func isBelievable(_ hit: StreetHit) -> Bool {
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

  func width(_ hit: StreetHit) -> Int {
    shop.query.readings[hit.reading].end - shop.query.readings[hit.reading].start
  }

  func isSamePlace(_ left: StreetHit, _ right: StreetHit) -> Bool {
    base.streets[left.street].point == base.streets[right.street].point
  }

  /// What makes one hit better than another: the words, the type, the number, the commune.
  func merit(_ hit: StreetHit, _ street: StreetRecord, _ number: NumberHit) -> Float {
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
}
