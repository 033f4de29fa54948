extension BaseBuilder {
  /// Streets by commune, then in the order of the files.
  func orderStreets() {
    let order = rawStreets.indices.map { index in
      UInt64(communeIndex[register.current(rawStreets[index].code)] ?? 0) << 32 | UInt64(index)
    }.sorted()
    var placeOfRaw = [UInt32](repeating: 0, count: rawStreets.count)
    streets.reserveCapacity(order.count)
    for key in order {
      let raw = rawStreets[Int(key & 0xFFFF_FFFF)]
      placeOfRaw[Int(key & 0xFFFF_FFFF)] = UInt32(streets.count)
      var street = StreetRecord()
      street.commune = UInt32(key >> 32)
      street.name = raw.texts[0]
      street.id = raw.texts[1]
      street.oldName = raw.texts[3]
      street.oldCommune = raw.oldCode == 0 ? 0 : AddressBase.packed(raw.oldCode)
      street.isPlace = raw.isPlace ? 1 : 0
      street.point = raw.point
      let commune = Int(street.commune)
      if communes[commune].streets.count == 0 {
        communes[commune].streets = Span32(streets.count, streets.count)
      }
      communes[commune].streets.end += 1
      streets.append(street)
    }
    rawStreets = order.map { rawStreets[Int($0 & 0xFFFF_FFFF)] }
    for block in streetOfLocal.indices {
      streetOfLocal[block] = streetOfLocal[block].map { placeOfRaw[Int($0)] }
    }
  }

  /// Addresses by street, then number, suffix and kind of position.
  func scatterAddresses() {
    let pairs = countAddresses()
    writePostcodes(pairs)
    var next = [UInt32](repeating: 0, count: streets.count)
    var total: UInt32 = 0
    for index in streets.indices {
      next[index] = total
      let count = streets[index].addresses.end
      streets[index].addresses = Span32(Int(total), Int(total + count))
      total += count
    }
    let hasExceptions = blocks.contains { !$0.exceptions.isEmpty }
    var sources: [UInt32: Span32] = [:]
    addresses = [AddressRecord](repeating: AddressRecord(), count: Int(total))
    for index in blocks.indices {
      let block = blocks[index]
      blocks[index] = block.emptied
      var ids: [Int: Span32] = [:]
      if hasExceptions { for (record, id) in block.exceptions { ids[record] = id } }
      for (place, var record) in block.records.enumerated() {
        let street = Int(streetOfLocal[index][Int(block.streetOfRecord[place])])
        record.postcode = postcodePlace(record.iris)
        record.iris = 0
        if hasExceptions, let id = ids[place] { sources[next[street]] = id }
        addresses[Int(next[street])] = record
        next[street] += 1
      }
    }
    blocks = []
    sortWithinStreets(&sources)
    idExceptions = sources.sorted { $0.key < $1.key }
      .flatMap { [UInt64($0.key), UInt64($0.value.end) << 32 | UInt64($0.value.start)] }
  }

  /// Counts the addresses of each street in `addresses.end`; gives postcodes with their communes.
  private func countAddresses() -> Set<UInt64> {
    var pairs = Set<UInt64>()
    var last: UInt64 = 0
    for (index, block) in blocks.enumerated() {
      for (place, record) in block.records.enumerated() {
        let street = Int(streetOfLocal[index][Int(block.streetOfRecord[place])])
        streets[street].addresses.end += 1
        let pair = UInt64(record.iris) << 32 | UInt64(streets[street].commune)
        if pair != last, record.iris != 0, record.iris < 100_000 { pairs.insert(pair) }
        last = pair
      }
    }
    return pairs
  }

  private func postcodePlace(_ value: UInt32) -> UInt16 {
    if value == lastPostcode.value { return lastPostcode.place }
    var (low, high) = (0, postcodes.count)
    while low < high {
      let middle = (low + high) / 2
      if postcodes[middle].value < value { low = middle + 1 } else { high = middle }
    }
    let isKnown = low < postcodes.count && postcodes[low].value == value
    lastPostcode = (value, isKnown ? UInt16(clamping: low + 1) : 0)
    return lastPostcode.place
  }

  private func sortWithinStreets(_ sources: inout [UInt32: Span32]) {
    var order: [(rank: UInt64, place: Int)] = []
    var copy: [AddressRecord] = []
    for street in streets {
      let range = street.addresses.range
      let ranks = range.map { rank(addresses[$0]) }
      if zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) { continue }
      order = zip(ranks, range).map { ($0, $1) }
      order.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
      copy = Array(addresses[range])
      let ids = range.map { sources.isEmpty ? nil : sources.removeValue(forKey: UInt32($0)) }
      for (offset, entry) in order.enumerated() {
        addresses[range.lowerBound + offset] = copy[entry.place - range.lowerBound]
        if let id = ids[entry.place - range.lowerBound] {
          sources[UInt32(range.lowerBound + offset)] = id
        }
      }
    }
  }

  private func rank(_ record: AddressRecord) -> UInt64 {
    let position =
      record.position == 0 ? UInt64(PositionType.parcel.rawValue) : UInt64(record.position)
    return UInt64(record.number) << 32 | UInt64(record.suffix) << 8 | position
  }
}

extension AddressRows {
  /// The same without its records, which have been copied.
  var emptied: AddressRows {
    var copy = self
    copy.records = []
    copy.streetOfRecord = []
    return copy
  }
}
