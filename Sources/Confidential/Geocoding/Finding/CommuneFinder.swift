/// A commune where the address may be, and how it agrees with what the query says.
struct CommuneChoice {
  var index: Int
  var verdict = Verdict.missing
  var reasons: Reasons = []
  /// The commune before a merger that the query names; 0 for none.
  var oldCode: UInt32 = 0
  /// Whether only an exact street will do: the query names another commune.
  var isLastResort = false
}

/// Finds the communes that a query may mean: code, else name and postcode, else one of them.
struct CommuneFinder {
  let base: AddressBase
  /// Beyond so many homonyms nothing is tried.
  static let most = 24

  /// Fills `choices`, the likeliest first.
  func find(_ query: Understood, into choices: inout [CommuneChoice], _ answer: inout Answer) {
    choices.removeAll(keepingCapacity: true)
    let postal = base.postcodeIndex(of: query.postcode).map { postcodeCommunes($0) } ?? []
    var name = CommuneName()
    query.city.withUnsafeBufferPointer { name.read($0, 0..<query.city.count) }
    if name.isCedex || query.isCedex { answer.reasons.insert(.cedex) }
    if query.insee != 0 { addCode(query.insee, postal, &choices) }
    if choices.isEmpty && !name.words.isEmpty { addNamed(name, query, postal, &choices) }
    if choices.isEmpty && !name.words.isEmpty { addAlike(name, postal, &choices) }
    if choices.isEmpty { addUnnamed(postal, hasName: !name.words.isEmpty, &choices) }
    let isUnsaid = name.words.isEmpty && query.insee == 0
    if choices.isEmpty, isUnsaid, query.postcode == 0 || base.postcodes.count == 0 {
      addAll(query.postcode, &choices)
    }
    judgePostcode(query, postal, &choices, &answer)
    addLastResorts(query, postal, name, &choices)
  }

  private func postcodeCommunes(_ index: Int) -> [Int] {
    base.postcodeCommunes.clamped(base.postcodes[index].communes).map {
      Int(base.postcodeCommunes[$0])
    }
  }

  private func addCode(_ code: UInt64, _ postal: [Int], _ choices: inout [CommuneChoice]) {
    if let index = base.communeIndex(of: code) {
      choices.append(CommuneChoice(index: index, verdict: .exact))
      if base.communeRecords[index].streets.count > 0 { return }
    }
    let found = keys(BaseBuilder.codeKey(code)).map { base.communeKeys[$0] }
    let isSplit = found.contains { $0.kind == 3 }
    if !found.isEmpty { choices.removeAll() }
    for record in found where !isSplit || postal.isEmpty || postal.contains(Int(record.commune)) {
      var choice = CommuneChoice(index: Int(record.commune), verdict: .equivalent)
      if record.kind == 1 {
        choice.reasons.insert(.communeMerged)
        choice.oldCode = AddressBase.packed(record.oldCode)
      }
      if choices.count < Self.most { choices.append(choice) }
    }
  }

  private func keys(_ key: UInt64) -> Range<Int> {
    guard let first = base.firstCommuneKey(key) else { return 0..<0 }
    var end = first
    while end < base.communeKeys.count, base.communeKeys[end].key == key { end += 1 }
    return first..<end
  }

  private func addNamed(
    _ name: CommuneName, _ query: Understood, _ postal: [Int], _ choices: inout [CommuneChoice]
  ) {
    var found = keys(name.key).map { base.communeKeys[$0] }
    if name.district > 0, found.count > 1 {
      let district = found.filter {
        Int(base.communeRecords[Int($0.commune)].code >> 24 & 15) * 10
          + Int(base.communeRecords[Int($0.commune)].code >> 32 & 15) == name.district
      }
      if !district.isEmpty { found = district }
    }
    if found.count > 1, query.postcode > 0 {
      let inside = found.filter { postal.contains(Int($0.commune)) }
      found =
        inside.isEmpty
        ? found.filter {
          Self.department(base.communeRecords[Int($0.commune)].code, query.postcode)
        }
        : inside
    }
    for record in found where choices.count < Self.most {
      if let known = choices.firstIndex(where: { $0.index == Int(record.commune) }) {
        if choices[known].reasons.contains(.communeMerged), record.oldCode != 0 {
          choices[known] = choice(record)
        }
        continue
      }
      choices.append(choice(record))
    }
  }

  private func choice(_ record: CommuneKeyRecord) -> CommuneChoice {
    var choice = CommuneChoice(
      index: Int(record.commune), verdict: record.kind == 0 ? .exact : .equivalent)
    if record.kind == 1 {
      choice.reasons.insert(.communeMerged)
      if record.oldCode != 0 { choice.oldCode = AddressBase.packed(record.oldCode) }
    }
    return choice
  }

  /// Whether a commune's code and a postcode begin with the same département.
  private static func department(_ code: UInt64, _ postcode: UInt32) -> Bool {
    let digits = UInt32(code & 15) * 10 + UInt32(code >> 8 & 15)
    return digits == postcode / 1000 || code >> 8 & 0xFF >= 0x41 && postcode / 1000 == 20
  }

  /// A commune of the postcode whose name is alike: a typo, or the beginning of it.
  private func addAlike(
    _ name: CommuneName, _ postal: [Int], _ choices: inout [CommuneChoice]
  ) {
    let scope =
      postal.isEmpty && base.communeRecords.count <= 2000
      ? Array(0..<base.communeRecords.count) : postal
    var best = 0.0
    for index in scope {
      let own = CommuneName(base.texts.text(base.communeRecords[index].name))
      let likeness = Self.likeness(name.words, own.words)
      guard likeness >= 0.75, likeness >= best else { continue }
      if likeness > best { choices.removeAll() }
      best = likeness
      choices.append(CommuneChoice(index: index, verdict: .fuzzy, reasons: .communeCorrected))
    }
  }

  static func likeness(_ asked: [Word], _ own: [Word]) -> Double {
    if own.isEmpty || asked.isEmpty { return 0 }
    if zip(asked, own).allSatisfy({ $0 == $1 }) && asked[0].count > 3 { return 0.9 }
    if asked.allSatisfy({ own.contains($0) && $0.count > 4 }) { return 0.8 }
    guard asked.count == own.count else { return 0 }
    var (edits, letters) = (0, 0)
    for (left, right) in zip(asked, own) {
      edits += EditDistance.between(left, right, atMost: 3)
      letters += right.count
    }
    return edits <= max(1, letters / 4) && edits <= 3 ? 1 - Double(edits) / Double(letters) : 0
  }

  private func addUnnamed(_ postal: [Int], hasName: Bool, _ choices: inout [CommuneChoice]) {
    for index in postal.prefix(Self.most * 2) {
      var choice = CommuneChoice(index: index, verdict: hasName ? .contradicted : .missing)
      if hasName {
        choice.isLastResort = true
        choice.reasons.insert(.communeContradicted)
      }
      choices.append(choice)
    }
  }

  /// Nothing is said: in a small base every commune may be meant.
  private func addAll(_ postcode: UInt32, _ choices: inout [CommuneChoice]) {
    let inhabited = (0..<min(base.communeRecords.count, 2000)).filter {
      base.communeRecords[$0].streets.count > 0
        && (postcode == 0 || Self.department(base.communeRecords[$0].code, postcode))
    }
    guard inhabited.count <= 64, base.communeRecords.count <= 2000 else { return }
    choices = inhabited.map { CommuneChoice(index: $0, isLastResort: inhabited.count > 1) }
  }

  private func judgePostcode(
    _ query: Understood, _ postal: [Int], _ choices: inout [CommuneChoice], _ answer: inout Answer
  ) {
    guard query.postcode > 0 else { return }
    guard let first = choices.first else { return }
    let hasPostcodes = base.communeRecords[first.index].postcodes.count > 0
    if choices.contains(where: { postal.contains($0.index) }) {
      answer.verdicts.postcode = .exact
      if choices.count > 1 {
        let inside = choices.filter { postal.contains($0.index) }
        choices = inside
      }
    } else if hasPostcodes {
      answer.verdicts.postcode = answer.reasons.contains(.cedex) ? .equivalent : .contradicted
      if !answer.reasons.contains(.cedex) { answer.reasons.insert(.postcodeContradicted) }
    }
  }

  /// The postcode names other communes than the name does: they are tried last, exactly.
  private func addLastResorts(
    _ query: Understood, _ postal: [Int], _ name: CommuneName, _ choices: inout [CommuneChoice]
  ) {
    guard query.insee == 0, !name.words.isEmpty, !choices.isEmpty else { return }
    for index in postal where !choices.contains(where: { $0.index == index }) {
      guard choices.count < Self.most else { return }
      choices.append(
        CommuneChoice(
          index: index, verdict: .contradicted, reasons: .communeContradicted, isLastResort: true))
    }
  }
}
