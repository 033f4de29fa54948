public import Territory

extension AddressBase {
  /// One reference address.
  public func address(_ ordinal: Int) -> ReferenceAddress {
    precondition(ordinal >= 0 && ordinal < addressCount, "an address of the base")
    let record = addresses[ordinal]
    let street = streetOrdinal(ofAddress: ordinal)
    let home = streets[street]
    var address = ReferenceAddress()
    address.id = id(ofAddress: ordinal, in: home)
    address.number = Int(record.number)
    address.suffix = suffixText(record)
    address.street = texts.text(home.name)
    address.streetOrdinal = street
    address.postcode = postcodeText(record.postcode)
    address.city = texts.text(communeRecords[Int(home.commune)].name)
    address.commune = Commune(packedText: communeRecords[Int(home.commune)].code)
    address.oldCommune = oldCommune(home)
    address.position = position(record.point)
    address.iris = iris(record.irisIndex)
    address.metresToBoundary =
      record.metresToBoundary == 255 ? nil : Double(record.metresToBoundary)
    return address
  }

  /// The displayed name of a street or place.
  public func streetName(_ ordinal: Int) -> String { texts.text(streets[ordinal].name) }

  /// The commune of a street or place.
  public func commune(ofStreet ordinal: Int) -> Commune? {
    Commune(packedText: communeRecords[Int(streets[ordinal].commune)].code)
  }

  /// The words of an answer.
  public func text(of answer: Answer) -> AnswerText {
    var text = AnswerText()
    if let commune = answer.commune, let index = communeIndex(of: commune.packedText) {
      text.city = texts.text(communeRecords[index].name)
      text.citycode = commune.code
    }
    guard let street = answer.street else {
      text.name = text.city
      text.label = text.city
      text.id = text.citycode
      return text
    }
    let home = streets[street]
    text.street = texts.text(home.name)
    text.name = text.street
    text.id = texts.text(home.id)
    text.oldcitycode = oldCommune(home)?.code ?? ""
    text.oldcity = texts.text(home.oldName)
    text.postcode = postcodeText(home.postcode)
    if let address = answer.address {
      let record = addresses[address]
      let suffix = suffixText(record)
      text.housenumber = suffix.isEmpty ? "\(record.number)" : "\(record.number) \(suffix)"
      text.id = id(ofAddress: address, in: home)
      if record.postcode != 0 { text.postcode = postcodeText(record.postcode) }
    } else if answer.level == .interpolated, let number = answer.number {
      text.housenumber = "\(number)"
    }
    if !text.housenumber.isEmpty { text.name = "\(text.housenumber) \(text.street)" }
    text.label = [text.name, text.postcode, text.city].filter { !$0.isEmpty }
      .joined(separator: " ")
    return text
  }

  func position(_ point: PointRecord) -> Answer.Position? {
    guard point.isKnown else { return nil }
    return Answer.Position(
      longitude: Double(point.longitude) / 1e7, latitude: Double(point.latitude) / 1e7,
      x: Double(point.x) / 100, y: Double(point.y) / 100)
  }

  func iris(_ index: Int) -> Iris? {
    guard index > 0, index <= irises.count else { return nil }
    let packed = irises[index - 1]
    let own = String((packed >> 40) + 10_000).dropFirst()
    let code = (0..<5).map { UInt8(packed >> ($0 * 8) & 255) }
    return Iris(String(decoding: code, as: UTF8.self) + own)
  }

  func oldCommune(_ street: StreetRecord) -> Commune? {
    street.oldCommune == 0 ? nil : Commune(packedText: Self.unpacked(street.oldCommune))
  }

  /// A code in 32 bits: the département's two characters, then a number.
  static func packed(_ code: UInt64) -> UInt32 {
    let digits = (2..<5).reduce(UInt32(0)) { $0 * 10 + UInt32(code >> ($1 * 8) & 15) }
    return UInt32(code & 0xFFFF) << 16 | digits
  }

  static func unpacked(_ packed: UInt32) -> UInt64 {
    var word = Word()
    word.append(UInt8(packed >> 16 & 255))
    word.append(UInt8(packed >> 24))
    for digit in String(packed & 0xFFFF, radix: 10).leftPadded(3).utf8 { word.append(digit) }
    return word.low
  }

  func postcodeText(_ index: UInt16) -> String {
    index == 0 ? "" : String(postcodes[Int(index) - 1].value).leftPadded(5)
  }

  func suffixText(_ record: AddressRecord) -> String {
    record.suffix == 0 ? "" : suffixes[Int(record.suffix)].text.lowercased()
  }

  /// The street that holds an address.
  func streetOrdinal(ofAddress ordinal: Int) -> Int {
    var (low, high) = (0, streets.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(streets[middle].addresses.end) <= ordinal { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func id(ofAddress ordinal: Int, in street: StreetRecord) -> String {
    if addresses[ordinal].flags & 1 != 0, let text = exceptionalID(ordinal) { return text }
    let record = addresses[ordinal]
    let base = texts.text(street.id) + "_" + String(record.number).leftPadded(5)
    return record.suffix == 0 ? base : base + "_" + suffixText(record)
  }

  /// Ids that do not follow from street, number and suffix: pairs of ordinal and text, sorted.
  private func exceptionalID(_ ordinal: Int) -> String? {
    var (low, high) = (0, idExceptions.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if idExceptions[2 * middle] < UInt64(ordinal) { low = middle + 1 } else { high = middle }
    }
    guard low < idExceptions.count / 2, idExceptions[2 * low] == UInt64(ordinal) else { return nil }
    let span = idExceptions[2 * low + 1]
    return texts.text(Span32(Int(span & 0xFFFF_FFFF), Int(span >> 32)))
  }

  /// The index of a commune by its code; `nil` when the base does not know it.
  func communeIndex(of code: UInt64) -> Int? {
    let wanted = code.byteSwapped
    var (low, high) = (0, communeRecords.count)
    while low < high {
      let middle = (low + high) / 2
      if communeRecords[middle].code.byteSwapped < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < communeRecords.count && communeRecords[low].code == code ? low : nil
  }

  /// The index of a postcode; `nil` when the base does not know it.
  func postcodeIndex(of value: UInt32) -> Int? {
    var (low, high) = (0, postcodes.count)
    while low < high {
      let middle = (low + high) / 2
      if postcodes[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low < postcodes.count && postcodes[low].value == value ? low : nil
  }

  /// The number of a word among the base's words; `nil` when no name holds it.
  @inline(__always) func token(of word: Word) -> Int? {
    guard tokenSlots.count > 0 else { return nil }
    var slot = Int(truncatingIfNeeded: word.hashed) & (tokenSlots.count - 1)
    for _ in 0..<tokenSlots.count {
      let index = Int(tokenSlots[slot])
      if index == 0 { return nil }
      if tokens[index - 1].word == word { return index - 1 }
      slot = (slot + 1) & (tokenSlots.count - 1)
    }
    return nil
  }

  /// The first of some keys that is not lower.
  @inline(__always) func firstKey(_ key: UInt64, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension String {
  func leftPadded(_ width: Int) -> String {
    utf8.count >= width ? self : String(repeating: "0", count: width - utf8.count) + self
  }
}
