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
      if isAlone(first) {
        answer.commune = Commune(packedText: base.communeRecords[first.index].code)
      }
      answer.verdicts.commune = first.verdict
    }
    explain("commune", communeText)
  }

  /// Whether the query means this commune and no other: a postcode that several share names none.
  private func isAlone(_ choice: CommuneChoice) -> Bool {
    if shop.choices.count == 1 { return true }
    return !choice.isLastResort && shop.choices.count { !$0.isLastResort } == 1
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
  /// Whether nothing on the next rungs can be better: the same type, and the number if one is asked.
  func isSettled(_ found: Ranking, _ rung: Rung) -> Bool {
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

  /// What makes one hit better than another before its number: the words, the type, the commune.
  func nameMerit(_ hit: StreetHit, _ street: StreetRecord) -> Float {
    let choice = shop.choices[hit.choice]
    var merit = hit.likeness
    switch hit.type {
    case .exact: break
    case .missing: merit -= 0.04
    default: merit -= 0.15
    }
    merit -= Float(base.names[hit.name].kind) * 0.005
    if street.addresses.count == 0 { merit -= 0.01 }
    if choice.oldCode != 0 { merit += street.oldCommune == choice.oldCode ? 0.1 : -0.1 }
    if choice.isLastResort { merit -= 0.15 }
    return merit
  }

  /// What the number adds.
  func numberMerit(_ hit: StreetHit, _ number: NumberHit) -> Float {
    let asksNumber = shop.query.readings[hit.reading].number > 0
    switch number.kind {
    case .exact: return 0.06
    case .otherSuffix, .range: return 0.05
    case .between: return 0.02
    case .nearest: return -0.05
    case .none: return asksNumber ? -0.06 : 0.03
    }
  }
}
