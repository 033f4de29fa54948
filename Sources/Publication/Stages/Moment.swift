/// A second of universal time: what steps and manifests are dated with. It is always an argument.
public struct Moment: Sendable, Hashable, Comparable {
  /// Since 1 January 1970.
  public let seconds: Int

  /// - Parameters:
  ///   - seconds: since 1 January 1970 · held within the years 1970 to 9999
  public init(seconds: Int) { self.seconds = min(max(seconds, 0), 253_402_300_799) }

  /// - Returns: `nil` unless the text is `2026-01-31T23:59:59Z`
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = Day(String(text.prefix(10)))
    else { return nil }
    let parts = [11, 14, 17].map { Self.number(bytes[$0...$0 + 1]) }
    guard let hour = parts[0], let minute = parts[1], let second = parts[2], hour < 24,
      minute < 60, second < 60
    else { return nil }
    let numbers = day.text.split(separator: "-").compactMap { Int($0) }
    let days = Self.days(to: numbers[0], numbers[1], numbers[2])
    guard days >= 0 else { return nil }
    seconds = days * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// `2026-01-31T23:59:59Z`.
  public var text: String {
    let rest = seconds % 86_400
    let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map(Self.twoDigits)
    return "\(dayText)T\(clock.joined(separator: ":"))Z"
  }

  /// The day, in universal time.
  public var day: Day {
    guard let day = Day(dayText) else { preconditionFailure("a moment has a day") }
    return day
  }

  /// The earlier first.
  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  /// - Source: Howard Hinnant, « chrono-Compatible Low-Level Date Algorithms », civil_from_days
  private var dayText: String {
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-"
      + Self.twoDigits(month) + "-" + Self.twoDigits(day)
  }

  /// - Source: the same, days_from_civil
  private static func days(to year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let ofEra = shifted % 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear
    return shifted / 400 * 146_097 + days - 719_468
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
