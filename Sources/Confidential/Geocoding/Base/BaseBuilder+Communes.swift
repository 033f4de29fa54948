internal import Boundaries
internal import Territory

extension BaseBuilder {
  /// Numbers all communes in the order of their codes and writes their names and postcodes.
  func registerCommunes(_ territory: IrisTerritory?) {
    for index in rawStreets.indices { bringUpToDate(index) }
    for street in rawStreets where street.oldCode != 0 {
      register.add(oldName: text(street.texts[3]), oldCode: street.oldCode, of: street.code)
    }
    absorbed = register.absorbed
    for code in (territory?.communes ?? []).map(\.packedText) where register.current(code) == code {
      register.add(code, name: "")
    }
    let codes = register.names.keys.sorted { $0.byteSwapped < $1.byteSwapped }
    for (index, code) in codes.enumerated() {
      communeIndex[code] = index
      var record = CommuneRecord()
      record.code = code
      record.name = keep(register.names[code] ?? "")
      record.parent = register.parents[code] ?? 0
      record.isCovered = territory.map { isCovered(code, by: $0) } ?? true ? 1 : 0
      communes.append(record)
    }
    writeCommuneKeys(codes)
  }

  /// Whether the contours have the commune, or one that it was made of.
  private func isCovered(_ code: UInt64, by territory: IrisTerritory) -> Bool {
    ([code] + absorbed[code, default: []]).compactMap { Commune(packedText: $0) }
      .contains { territory.ordinals(of: $0) != nil }
  }

  /// A street of a commune that was merged since: it is the merged commune's.
  private func bringUpToDate(_ index: Int) {
    let code = register.current(rawStreets[index].code)
    let name = rawStreets[index].texts[2]
    if code != rawStreets[index].code && rawStreets[index].oldCode == 0 {
      rawStreets[index].oldCode = rawStreets[index].code
      rawStreets[index].texts[3] = name
    }
    register.add(code, name: text(name))
  }

  private func writeCommuneKeys(_ codes: [UInt64]) {
    for (index, code) in codes.enumerated() {
      addKey(CommuneName(register.names[code] ?? "").key, index, kind: 0, oldCode: 0)
    }
    for other in register.otherNames {
      guard let index = communeIndex[register.current(other.commune)] else { continue }
      addKey(CommuneName(other.name).key, index, kind: other.kind, oldCode: other.oldCode)
      if other.oldCode != 0 {
        addKey(Self.codeKey(other.oldCode), index, kind: 1, oldCode: other.oldCode)
      }
    }
    for (child, parent) in register.parents {
      guard let index = communeIndex[child] else { continue }
      addKey(Self.codeKey(parent), index, kind: 3, oldCode: 0)
    }
    communeKeys.sort {
      ($0.key, $0.commune, $0.kind, $0.oldCode) < ($1.key, $1.commune, $1.kind, $1.oldCode)
    }
  }

  /// The key under which a code that is no commune of its own is found.
  static func codeKey(_ code: UInt64) -> UInt64 { Mixing.mix(5, code) }

  private func addKey(_ key: UInt64, _ index: Int, kind: UInt32, oldCode: UInt64) {
    communeKeys.append(
      CommuneKeyRecord(key: key, commune: UInt32(index), kind: kind, oldCode: oldCode))
  }

  /// Postcodes of the addresses and of La Poste, both ways.
  func writePostcodes(_ found: Set<UInt64>) {
    var pairs = found
    for pair in register.postcodes {
      guard let index = communeIndex[register.current(pair[1])] else { continue }
      pairs.insert(pair[0] << 32 | UInt64(index))
    }
    let sorted = pairs.sorted()
    for pair in sorted {
      let value = UInt32(pair >> 32)
      if postcodes.last?.value != value {
        var record = PostcodeRecord()
        record.value = value
        record.communes = Span32(postcodeCommunes.count, postcodeCommunes.count)
        postcodes.append(record)
      }
      postcodeCommunes.append(UInt32(pair & 0xFFFF_FFFF))
      postcodes[postcodes.count - 1].communes.end += 1
    }
    let byCommune = sorted.map { ($0 & 0xFFFF_FFFF) << 32 | $0 >> 32 }.sorted()
    for pair in byCommune {
      let index = Int(pair >> 32)
      if communes[index].postcodes.count == 0 {
        communes[index].postcodes = Span32(communePostcodes.count, communePostcodes.count)
      }
      communePostcodes.append(UInt32(pair & 0xFFFF_FFFF))
      communes[index].postcodes.end += 1
    }
  }
}
