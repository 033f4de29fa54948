/// How a number of a workbook is shown, as far as that changes what it says.
///
/// - Source: ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (codes)
enum NumberStyle: Sendable, Hashable {
  /// As it is.
  case plain
  /// With zeros in front, so many digits: a code.
  case padded(Int)
  /// A day, with its hour when it has one.
  case date
  /// A day without its year: often a number of a street that Excel took for a date.
  case dayMonth
  /// A month and its year.
  case monthYear
  /// An hour.
  case time

  /// - Parameters:
  ///   - code: of a custom format; `nil` for a built-in one
  init(id: Int, code: String?) {
    if let code {
      self = Self.parsed(code)
      return
    }
    switch id {
    case 14, 15, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 16: self = .dayMonth
    case 17: self = .monthYear
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .plain
    }
  }

  private static func parsed(_ code: String) -> NumberStyle {
    let letters = Self.letters(of: code)
    if letters.count >= 2 && letters.count <= 20 && letters.allSatisfy({ $0 == "0" }) {
      return .padded(letters.count)
    }
    let has = { (letter: Character) in letters.contains(letter) }
    if has("d") || has("j") {
      return has("y") || has("a") || has("h") || !has("m") ? .date : .dayMonth
    }
    if has("y") { return has("m") ? .monthYear : .date }
    return has("h") || has("s") && has("m") ? .time : .plain
  }

  /// The first section without quoted texts, colours and escaped characters, lower case.
  private static func letters(of code: String) -> [Character] {
    var result: [Character] = []
    var closing: Character?
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if let mark = closing {
        if character == mark { closing = nil }
      } else if character == ";" {
        break
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "\"" || character == "[" {
        closing = character == "[" ? "]" : "\""
      } else {
        result.append(character)
      }
    }
    return result
  }
}

/// The formats of `xl/styles.xml`, by the number that cells carry.
final class NumberStyles: XMLListener {
  private(set) var styles: [NumberStyle] = []
  private var codes: [Int: String] = [:]
  private var isInCells = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }) {
      codes[id] = attributes["formatCode"]
    } else if name == "cellXfs" {
      isInCells = true
    } else if isInCells && name == "xf" {
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      styles.append(NumberStyle(id: id, code: codes[id]))
    }
  }

  func end(_ name: XMLName) { if name == "cellXfs" { isInCells = false } }

  func text(_ bytes: UnsafeRawBufferPointer) {}
}
