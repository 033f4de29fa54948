internal import Disclosure
internal import Rates

/// Something that an IRIS can be compared with on its portrait: for each indicator, a figure.
struct Comparator: Sendable {
  /// What its radio button and its cells are called; one of `keys`.
  let key: String
  /// « la commune ».
  let name: String
  /// In the order of the indicators.
  let references: [Reference]
  /// How it was chosen, under the table; `nil` where the name says it.
  var remark: Markup?

  /// Every key that the style sheet knows: commune, median, alike, earlier, areas.
  static let keys = ["c", "m", "s", "a"] + (0..<areaCount).map { "z\($0)" }
  /// How many areas of other zonings a portrait offers; pages of zonings have all.
  static let areaCount = 8

  /// One figure to compare with.
  enum Reference: Sendable {
    /// A figure with its own interval, and where `maille verify` finds it; `nil` for what is not in
    /// the folder's tables.
    case figure(Release.Figure, origin: String?)
    /// A number without one.
    case number(Double)
    /// There is none.
    case none
  }

  /// Where a figure stands against the reference, judged by intervals alone; `nil` without one.
  static func word(
    _ figure: Release.Figure, against reference: Reference
  ) -> Release.Comparison? {
    guard let own = figure.rate?.interval95, figure.status == .released else { return nil }
    let bounds: (lower: Double, upper: Double)
    switch reference {
    case .number(let number): bounds = (number, number)
    case .figure(let other, _):
      guard other.status == .released, let rate = other.rate else { return nil }
      bounds = (rate.interval95.lower, rate.interval95.upper)
    case .none: return nil
    }
    return own.lower > bounds.upper ? .higher : own.upper < bounds.lower ? .lower : .similar
  }
}

extension Comparator.Reference {
  /// What is marked on the line of all IRIS; `nil` where nothing may be.
  func value(isRate: Bool) -> Double? {
    switch self {
    case .number(let number): number
    case .figure(let figure, _):
      figure.status != .released
        ? nil : isRate ? figure.rate?.value : figure.count.map(Double.init)
    case .none: nil
    }
  }
}
