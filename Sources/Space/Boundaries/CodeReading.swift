internal import Layers
internal import Territory

/// A code as a file has it, and whether leading zeros had to be put back.
///
/// A code stored as a number has lost them; since a département has two characters, only one code of
/// nine has given a number of eight digits.
struct CodeReading {
  let iris: Iris
  let isPadded: Bool

  /// The whole code of one value.
  init?(whole value: Layer.Value) {
    guard let digits = Self.characters(of: value) else { return nil }
    self.init(digits, isNumber: Self.isNumber(value))
  }

  /// The code of a commune and its part after it; the latter may also hold the whole.
  init?(commune: Layer.Value, own: Layer.Value) {
    if let whole = CodeReading(whole: own) {
      self = whole
      return
    }
    guard let first = Self.characters(of: commune), let second = Self.characters(of: own),
      let padded = Self.padded(first, to: 5, isNumber: Self.isNumber(commune), leastDigits: 4),
      let rest = Self.padded(second, to: 4, isNumber: Self.isNumber(own), leastDigits: 1),
      let iris = Iris(padded + rest)
    else { return nil }
    self.iris = iris
    isPadded = padded != first || rest != second
  }

  private init?(_ text: String, isNumber: Bool) {
    guard let padded = Self.padded(text, to: 9, isNumber: isNumber, leastDigits: 8),
      let iris = Iris(padded)
    else { return nil }
    self.iris = iris
    isPadded = padded != text
  }

  /// The commune that a column of its own names; `nil` when it names none.
  static func commune(_ value: Layer.Value) -> Commune? {
    guard let text = characters(of: value) else { return nil }
    return padded(text, to: 5, isNumber: isNumber(value), leastDigits: 4).flatMap { Commune($0) }
  }

  /// Text as it is; a whole number as its digits.
  private static func characters(of value: Layer.Value) -> String? {
    switch value {
    case .text(let text): String(text.drop { $0 == " " }.prefix { $0 != " " })
    case .integer(let number): number >= 0 ? String(number) : nil
    case .real(let number): Int64(exactly: number).flatMap { $0 >= 0 ? String($0) : nil }
    case .null: nil
    }
  }

  private static func isNumber(_ value: Layer.Value) -> Bool {
    if case .text = value { false } else { true }
  }

  /// Zeros in front: of a number, and of a text of digits that lacks a single one.
  private static func padded(
    _ text: String, to width: Int, isNumber: Bool, leastDigits: Int
  ) -> String? {
    let count = text.utf8.count
    if count == width { return text }
    let isShort = count < width && count >= (isNumber ? leastDigits : width - 1)
    guard isShort, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return String(repeating: "0", count: width - count) + text
  }
}

extension IrisType {
  /// The type in the letters or words of a file: `H`, « iris d'habitat ».
  init?(written value: Layer.Value) {
    guard case .text(let text) = value else { return nil }
    let word = text.lowercased()
    if let type = IrisType(rawValue: text.uppercased()) {
      self = type
    } else if word.contains("habitat") {
      self = .habitat
    } else if word.contains("activit") {
      self = .activity
    } else if word.contains("divers") {
      self = .various
    } else if word.contains("commune") {
      self = .commune
    } else {
      return nil
    }
  }
}
