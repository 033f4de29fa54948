/// The text that a number of a workbook shows, in the way that a text file would have it.
struct CellText {
  let countsFrom1904: Bool

  private static let months = [
    "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
  ]

  /// - Parameters:
  ///   - written: as the file stores it · decimal point · serial days for dates
  /// - Returns: decimal point, no grouping; days as `2025-12-31`; the same bytes when they are no
  ///   number
  func text(of written: [UInt8], as style: NumberStyle) -> [UInt8] {
    let isShort = written.count <= 15 && written.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
    if style == .plain && isShort { return written }
    guard let value = Double(String(decoding: written, as: UTF8.self)), value.isFinite else {
      return written
    }
    return Array(text(of: value, as: style).utf8)
  }

  private func text(of value: Double, as style: NumberStyle) -> String {
    let isWhole = value == value.rounded() && value.magnitude < 1e15
    switch style {
    case .plain: return isWhole ? String(Int(value)) : "\(value)"
    case .padded(let width):
      guard isWhole, value >= 0 else { return isWhole ? String(Int(value)) : "\(value)" }
      let digits = String(Int(value))
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    case .date, .dayMonth, .monthYear, .time:
      guard value >= 0, value < 2_958_466 else { return "\(value)" }
      return moment(value, as: style)
    }
  }

  private func moment(_ value: Double, as style: NumberStyle) -> String {
    var seconds = Int((value.truncatingRemainder(dividingBy: 1) * 86_400).rounded())
    var days = Int(value)
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    let (year, month, day) = Self.civil(fromEpoch: days + epoch(days))
    switch style {
    case .dayMonth: return "\(Self.padded(day, 2))-\(Self.months[month - 1])"
    case .monthYear: return "\(Self.months[month - 1])-\(Self.padded(year % 100, 2))"
    case .time: return Self.clock(seconds)
    default:
      let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      return seconds == 0 ? date : "\(date) \(Self.clock(seconds))"
    }
  }

  /// Days from 1970 to the workbook's day 0; Excel believes in a 29 February 1900.
  private func epoch(_ days: Int) -> Int {
    if countsFrom1904 { return -24_107 }
    return days < 60 ? -25_568 : -25_569
  }

  private static func clock(_ seconds: Int) -> String {
    "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// - Source: proleptic Gregorian calendar, years that begin in March, eras of 400 years
  private static func civil(fromEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * ofYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * march + 2) / 5 + 1)
  }
}
