/// Seeded damage: what disks, transfers, hands and attackers do to a file.
enum Damage {
  /// Bytes that mean something to one of the readers.
  private static let tokens: [[UInt8]] =
    [
      ";", ",", "\t", "|", "\"", "\"\"", "\r\n", "\n", "\r", "\u{0}", "\u{FEFF}", "Ã©", "€", "<",
      ">",
      "&", "&amp;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<row r=\"1048576\">", "</row>",
      "<c r=\"XFD1\" t=\"s\"><v>", "</c>", "</sheetData>", "r=\"A1\"", "t=\"inlineStr\"",
      "s=\"99999\"",
      "99999999999999999999", "-1", "1e400", "NaN", "2,1231E+04",
      "table:number-rows-repeated=\"1048576\"",
      "table:number-columns-repeated=\"16384\"", "<5", "Total;", "255081416802538",
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0xC3], [0xE2, 0x80], [0x8E], [0x50, 0x4B, 3, 4], [0x1F, 0x8B],
    ]

  static func done(to bytes: [UInt8], by chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &chance) { hurt(&bytes, &chance) }
    return bytes
  }

  private static func hurt(_ bytes: inout [UInt8], _ chance: inout Chance) {
    guard !bytes.isEmpty else { return bytes.append(UInt8.random(in: 0...255, using: &chance)) }
    let place = Int.random(in: 0..<bytes.count, using: &chance)
    let end = min(bytes.count, place + Int.random(in: 1...64, using: &chance))
    switch Int.random(in: 0..<8, using: &chance) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
    case 2, 3: bytes.insert(contentsOf: tokens.randomElement(using: &chance) ?? [], at: place)
    case 4: bytes.removeSubrange(place..<end)
    case 5:
      bytes.insert(
        contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &chance))
    case 6: bytes.replaceSubrange(place..<end, with: tokens.randomElement(using: &chance) ?? [])
    default: if Int.random(in: 0..<4, using: &chance) == 0 { bytes.removeSubrange(place...) }
    }
  }
}
