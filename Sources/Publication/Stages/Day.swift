/// A day of the calendar, `2026-01-31`.
public struct Day: Sendable, Hashable, Comparable {
  /// Year, month and day.
  public let text: String

  /// - Returns: `nil` unless the text is a day that exists, in ten characters
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(part) : nil
    }
    guard parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1]),
      (1...Self.length(ofMonth: numbers[1], of: numbers[0])).contains(numbers[2])
    else { return nil }
    self.text = text
  }

  /// `31/01/2026`.
  public var french: String { text.split(separator: "-").reversed().joined(separator: "/") }

  /// In the order of time.
  public static func < (left: Day, right: Day) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  private static func length(ofMonth month: Int, of year: Int) -> Int {
    if month == 2 {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

/// Days from one to another, both taken in; open where the agreement names none.
public struct Period: Sendable, Hashable {
  /// The first day; `nil` for no beginning.
  public let from: Day?
  /// The last day; `nil` for no end.
  public let to: Day?

  /// A period from its ends.
  public init(from: Day?, to: Day?) {
    self.from = from
    self.to = to
  }

  /// Whether the day is in it.
  public func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}
