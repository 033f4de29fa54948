/// Codes for the streets, as the tax register and municipal address bases give them.
struct WayRegister {
  private var ids: [Way: String] = [:]

  init(_ ways: [Way], seed: UInt64) {
    var chance = Chance(seed: seed, topic: "register")
    let distinct = Set(ways).sorted {
      $0.sortingKey.utf8.lexicographicallyPrecedes($1.sortingKey.utf8)
    }
    var codes: [String: Int] = [:]
    for way in distinct {
      let code = (codes[way.commune.code] ?? 5) + 1 + chance.whole(below: 9)
      codes[way.commune.code] = code
      ids[way] = "\(way.commune.code)_\(Self.code(code, way.commune, &chance))"
    }
  }

  /// The addresses with their ways coded, in the order of address bases: way, number, suffix.
  func registered(_ addresses: [Address]) -> [Address] {
    let coded = addresses.map { address in
      var way = address.way
      way.id = ids[way] ?? ""
      return address.on(way)
    }
    return coded.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Four characters of the tax register; villages that name their own streets have six of chance.
  private static func code(
    _ number: Int, _ commune: PlanCommune, _ chance: inout Chance
  ) -> String {
    if commune == .town || commune == .varenches || chance.happens(0.5) {
      return String(number).padded(to: 4)
    }
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    return String((0..<6).map { _ in letters[chance.whole(below: letters.count)] })
  }
}

extension Way {
  fileprivate var sortingKey: String {
    "\(commune.code) \(former?.code ?? "") \(Lettering.afnor(name))"
  }
}

extension Address {
  fileprivate func on(_ way: Way) -> Address {
    Address(
      number: number, suffix: suffix, way: way, position: position, positionKind: positionKind,
      area: area, hamlet: hamlet, isCertified: isCertified, parcels: parcels)
  }
}
