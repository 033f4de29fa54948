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

  /// A whole number with `.0` behind it, or as a power of ten.
  static let inflated = CellKind(rawValue: 1 << 15)
  /// A day of 1982–2064 as a spreadsheet counts them.
  static let serial = CellKind(rawValue: 1 << 16)

  /// Every kind, for counting.
  static let all: [CellKind] = (0...16).map { CellKind(rawValue: 1 << $0) }

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
      if isWhole && bytes.count >= 6 { insert(.inflated) }
      return
    }
    self = digits == bytes.count ? Self.code(cell) : .whole
  }

  init(rawValue: Int) { self.rawValue = rawValue }

  /// Digits only.
  private static func code(_ cell: Field) -> CellKind {
    var kind: CellKind = .whole
    switch cell.bytes.count {
    case 4:
      kind.insert(.length4)
      if let year = cell.integer, (1900...2100).contains(year) { kind.insert(.year) }
    case 5:
      kind.insert(.code5)
      if let day = cell.integer, (30_000...60_000).contains(day) { kind.insert(.serial) }
    case 8: kind.insert(.length8)
    case 9: kind.insert(.iris)
    case 10: if IdentityPattern.isPhone(cell) { kind.insert(.phone) }
    case 13, 15: if IdentityPattern.isNIR(cell) { kind.insert(.nir) }
    default: break
    }
    return kind
  }

  /// Anything with another character than digits and one mark.
  private static func worded(_ cell: Field, digits: Int) -> CellKind {
    let bytes = cell.bytes
    if bytes.count <= 8, MaskProposal(cell) != nil { return .mask }
    if isDate(bytes) { return .date }
    if isExcelDate(bytes) { return .excelDate }
    if bytes.count == 9 && digits >= 1 && isCorsican(bytes) { return .iris }
    if bytes.count == 5 && isCorsican(bytes) { return .code5 }
    if bytes.count >= 13 && bytes.count <= 21 && IdentityPattern.isNIR(cell) { return .nir }
    if bytes.count >= 10 && bytes.count <= 17 && IdentityPattern.isPhone(cell) { return .phone }
    if isPower(bytes) { return .inflated }
    if bytes.contains(0x40) && IdentityPattern.isMail(cell) { return .mail }
    if bytes.count >= 15 && bytes.count <= 42 && IdentityPattern.isIBAN(cell) { return .bank }
    return []
  }

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

  /// `2,1231E+04`: digits, one mark, a power.
  private static func isPower(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard (6...14).contains(bytes.count), bytes[0] &- 0x30 < 10, [0x2C, 0x2E].contains(bytes[1]),
      let mark = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }), mark > 2, mark + 1 < bytes.count
    else { return false }
    let power = bytes[(mark + 1)...].drop { $0 == 0x2B }
    return bytes[2..<mark].allSatisfy { $0 &- 0x30 < 10 } && !power.isEmpty
      && power.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// `2A004` and the like, digits elsewhere.
  private static func isCorsican(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes[0] == UInt8(ascii: "2"), [UInt8(ascii: "A"), UInt8(ascii: "B")].contains(bytes[1])
    else { return false }
    return bytes[2...].allSatisfy { $0 &- 0x30 < 10 }
  }
}
