/// Whether bytes can be an official code of a place in France.
///
/// - Source: INSEE, code officiel géographique; INPUTS.md §3.3, `^(?:[0-9]{2}|2[AB])[0-9]{7}$`
enum FrenchCode {
  /// Five characters: a real département, three digits.
  static func isCommune(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 5 && startsWithDepartement(bytes) && bytes.dropFirst(2).allSatisfy(isDigit)
  }

  /// Nine characters: a commune, and 0000 or a quarter and a small number within it. A number of nine
  /// digits taken at random passes once in four.
  static func isIris(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count == 9, isCommune(bytes.prefix(5)) else { return false }
    let part = Array(bytes.dropFirst(5))
    guard part.allSatisfy(isDigit) else { return false }
    let isWhole = part.allSatisfy { $0 == zero }
    let isQuarter = part[0] != zero || part[1] != zero
    return isWhole || isQuarter && part[2] <= zero + 2 && (part[2] != zero || part[3] != zero)
  }

  private static let zero = UInt8(ascii: "0")

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

  /// 01 to 95 without 20, 2A, 2B, 971 to 978, 986 to 988.
  private static func startsWithDepartement(_ bytes: some Collection<UInt8>) -> Bool {
    let head = Array(bytes.prefix(3))
    if head[0] == UInt8(ascii: "2"), [UInt8(ascii: "A"), UInt8(ascii: "B")].contains(head[1]) {
      return true
    }
    guard head.allSatisfy(isDigit) else { return false }
    let number = Int(head[0] - zero) * 10 + Int(head[1] - zero)
    switch number {
    case 97: return (1...8).contains(head[2] - zero)
    case 98: return (6...8).contains(head[2] - zero)
    default: return (1...95).contains(number) && number != 20
    }
  }
}
