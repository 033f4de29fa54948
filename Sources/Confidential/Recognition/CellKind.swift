internal import Tables

/// What one cell looks like; a cell may be several things.
struct CellKind: OptionSet {
  let rawValue: Int

  static let whole = CellKind(rawValue: 1)
  static let decimal = CellKind(rawValue: 1 << 1)
  static let comma = CellKind(rawValue: 1 << 2)
  static let date = CellKind(rawValue: 1 << 3)
  static let iris = CellKind(rawValue: 1 << 4)
  static let code5 = CellKind(rawValue: 1 << 5)
  static let nir = CellKind(rawValue: 1 << 6)
  static let phone = CellKind(rawValue: 1 << 7)
  static let mail = CellKind(rawValue: 1 << 8)
  static let bank = CellKind(rawValue: 1 << 9)
  static let mask = CellKind(rawValue: 1 << 10)
  static let excelDate = CellKind(rawValue: 1 << 11)
  static let year = CellKind(rawValue: 1 << 12)
  static let length4 = CellKind(rawValue: 1 << 13)
  static let length8 = CellKind(rawValue: 1 << 14)

  /// A whole number with `.0` behind it, or as a power of ten that shows all its digits.
  static let inflated = CellKind(rawValue: 1 << 15)
  /// A day of 1982–2064 as a spreadsheet counts them.
  static let serial = CellKind(rawValue: 1 << 16)
  /// A whole number below zero.
  static let negative = CellKind(rawValue: 1 << 17)
  /// The code of a commune that is its own IRIS.
  static let wholeCommune = CellKind(rawValue: 1 << 18)
  /// A power of ten whose last digits are lost.
  static let lost = CellKind(rawValue: 1 << 19)
  /// A social security number with its right key.
  static let keyedNIR = CellKind(rawValue: 1 << 20)
  /// What a spreadsheet makes of a social security number: `1,85058E+14`.
  static let damagedNIR = CellKind(rawValue: 1 << 21)
  /// Perhaps a telephone number that lost its 0.
  static let barePhone = CellKind(rawValue: 1 << 22)
  /// « M DUPONT », « Mme Durand ».
  static let civility = CellKind(rawValue: 1 << 23)
  /// Text that holds a digit.
  static let numbered = CellKind(rawValue: 1 << 24)
  /// Any other text.
  static let text = CellKind(rawValue: 1 << 25)

  /// A whole number of one to three digits.
  static let small = CellKind(rawValue: 1 << 26)

  /// A whole number in groups: `1 234`.
  static let grouped = CellKind(rawValue: 1 << 27)
  /// A whole number with decimals that are zeros: `12,0`.
  static let round = CellKind(rawValue: 1 << 28)

  /// What can be counted, or is known to stand for a count.
  static let countable: CellKind = [.whole, .mask, .grouped, .round]

  /// Every kind, for counting.
  static let all: [CellKind] = (0...28).map { CellKind(rawValue: 1 << $0) }

  /// - Parameters:
  ///   - cell: without the spaces around it, not blank
  init(_ cell: Field) {
    let bytes = cell.bytes
    var digits = 0
    var marks = 0
    var hasComma = false
    for (index, byte) in bytes.enumerated() {
      if byte &- 0x30 < 10 {
        digits += 1
      } else if byte == 0x2C || byte == 0x2E {
        marks += 1
        hasComma = byte == 0x2C
      } else if !(index == 0 && (byte == 0x2D || byte == 0x2B)) {
        self = Self.worded(cell, digits: digits)
        return
      }
    }
    if marks > 1 || digits == 0 {
      self = Self.worded(cell, digits: digits)
      return
    }
    if marks == 1 {
      self = hasComma ? [.decimal, .comma] : .decimal
      let isWhole = bytes[bytes.count - 1] == 0x30 && [0x2C, 0x2E].contains(bytes[bytes.count - 2])
      if isWhole { insert(bytes.count >= 6 ? [.round, .inflated] : .round) }
      return
    }
    self =
      digits == bytes.count ? Self.code(cell) : [.whole, bytes[0] == 0x2D ? .negative : .whole]
  }

  init(rawValue: Int) { self.rawValue = rawValue }

  /// Digits only.
  private static func code(_ cell: Field) -> CellKind {
    var kind: CellKind = .whole
    switch cell.bytes.count {
    case 1...3: kind.insert(.small)
    case 4:
      kind.insert(.length4)
      if let year = cell.integer, (1900...2100).contains(year) { kind.insert(.year) }
    case 5:
      kind.insert(.code5)
      if let day = cell.integer, (30_000...60_000).contains(day) { kind.insert(.serial) }
    case 8: kind.insert(.length8)
    case 9: kind.formUnion(nine(cell.bytes))
    case 10: if IdentityPattern.isPhone(cell) { kind.insert(.phone) }
    case 13: if IdentityPattern.isNIR(cell) { kind.insert(.nir) }
    case 15: if IdentityPattern.isNIR(cell) { kind.formUnion([.nir, .keyedNIR]) }
    default: break
    }
    return kind
  }

  /// Nine digits: an IRIS, the telephone of somebody, or the number of a company.
  private static func nine(_ bytes: UnsafeRawBufferPointer) -> CellKind {
    var kind: CellKind = [0x36, 0x37].contains(bytes[0]) ? .barePhone : []
    if FrenchCode.isIris(bytes) {
      kind.insert(.iris)
      if bytes[5...].allSatisfy({ $0 == 0x30 }) { kind.insert(.wholeCommune) }
    }
    return kind
  }

  /// Anything with another character than digits and one mark.
  private static func worded(_ cell: Field, digits: Int) -> CellKind {
    let bytes = cell.bytes
    if isGrouped(cell) { return .grouped }
    if MaskProposal.mayBe(bytes), MaskProposal(cell) != nil { return .mask }
    if isDate(bytes) { return .date }
    if isExcelDate(bytes) { return .excelDate }
    if FrenchCode.isIris(bytes) { return .iris }
    if FrenchCode.isCommune(bytes) { return .code5 }
    if bytes.count >= 13 && bytes.count <= 21 && IdentityPattern.isNIR(cell) {
      return IdentityPattern.isKeyed(cell) ? [.nir, .keyedNIR] : .nir
    }
    if bytes.count >= 10 && bytes.count <= 17 && IdentityPattern.isPhone(cell) { return .phone }
    if let power = power(bytes) { return power }
    if bytes.contains(0x40) && IdentityPattern.isMail(cell) { return .mail }
    if bytes.count >= 15 && bytes.count <= 42 && IdentityPattern.isIBAN(cell) { return .bank }
    let text: CellKind =
      digits > 0 || bytes.contains { $0 &- 0x30 < 10 } ? [.text, .numbered] : .text
    return IdentityPattern.hasCivility(bytes) ? [text, .civility] : text
  }

  /// `1 234`, with any space between groups of three.
  private static func isGrouped(_ cell: Field) -> Bool {
    let bytes = cell.bytes
    guard bytes[0] &- 0x30 < 10, bytes.count >= 5,
      bytes.allSatisfy({ $0 &- 0x30 < 10 || spaces.contains($0) })
    else { return false }
    return cell.count != nil
  }

  /// The bytes of a space, a no-break space and a narrow one.
  private static let spaces: [UInt8] = [0x20, 0xC2, 0xA0, 0xE2, 0x80, 0xAF]

  /// `31/12/1980`, `1980-12-31`, with or without an hour.
  private static func isDate(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 10 else { return false }
    let separators: [UInt8] = [0x2F, 0x2D, 0x2E]
    let isDigit = { (index: Int) in bytes[index] &- 0x30 < 10 }
    if separators.contains(bytes[2]), bytes[5] == bytes[2] {
      return [0, 1, 3, 4, 6, 7, 8, 9].allSatisfy(isDigit)
    }
    return separators.contains(bytes[4]) && bytes[7] == bytes[4]
      && [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy(isDigit)
  }

  /// `02-avr`, `avr-45`: what Excel makes of `2-4`.
  private static func isExcelDate(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard (5...9).contains(bytes.count), let dash = bytes.firstIndex(of: 0x2D) else { return false }
    let left = bytes[..<dash]
    let right = bytes[(dash + 1)...]
    let months = [
      "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
    ]
    let isMonth = { (part: Slice<UnsafeRawBufferPointer>) in
      months.contains { part.elementsEqual($0.utf8) }
    }
    let isNumber = { (part: Slice<UnsafeRawBufferPointer>) in
      !part.isEmpty && part.count <= 2 && part.allSatisfy { $0 &- 0x30 < 10 }
    }
    return isNumber(left) && isMonth(right) || isMonth(left) && isNumber(right)
  }

  /// `2,1231E+04`: digits, one mark, a power; `nil` for anything else.
  private static func power(_ bytes: UnsafeRawBufferPointer) -> CellKind? {
    guard (6...14).contains(bytes.count), bytes[0] &- 0x30 < 10, [0x2C, 0x2E].contains(bytes[1]),
      let mark = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }), mark > 2, mark + 1 < bytes.count
    else { return nil }
    let power = bytes[(mark + 1)...].drop { $0 == 0x2B }
    guard bytes[2..<mark].allSatisfy({ $0 &- 0x30 < 10 }), (1...2).contains(power.count),
      power.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    let exponent = power.reduce(0) { $0 * 10 + Int($1 & 15) }
    let isPerson = [12, 14].contains(exponent) && [0x31, 0x32].contains(bytes[0])
    var kind: CellKind = exponent > mark - 2 ? .lost : .inflated
    if isPerson { kind.insert(.damagedNIR) }
    return kind
  }
}
