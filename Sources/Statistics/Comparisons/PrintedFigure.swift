internal import Audit

/// One figure as a release prints it, or as it is told on other IRIS.
public struct PrintedFigure: Sendable, Hashable {
  /// Where its number comes from.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// The release itself.
    case published = "publie"
    /// Carried whole from the IRIS of another edition.
    case carried = "porte"
    /// Carried by shares: an estimate.
    case estimated = "porte_estime"
  }

  /// As in the files: empty, c, n, x, m or e.
  public let status: String
  /// Units; `nil` unless shown.
  public let count: Int?
  /// Denominator; `nil` unless shown.
  public let base: Double?
  /// Rate with its bounds at 95 %; `nil` unless shown.
  public let rate: RateBounds?
  /// Where it comes from.
  public let origin: Origin

  init(status: String, count: Int?, base: Double?, rate: RateBounds?, origin: Origin) {
    self.status = status
    self.count = count
    self.base = base
    self.rate = rate
    self.origin = origin
  }

  /// What files print. A number beside a status that withholds it is a fault of the release: it is not
  /// repeated.
  init(_ figure: PublicFigure) {
    let isCounted = ["", "n"].contains(figure.status)
    func number(_ ending: String) -> Double? { figure.printed[ending].flatMap { Double($0) } }
    let bounds = [number("t"), number("bas"), number("haut")].compactMap(\.self)
    self.init(
      status: figure.status, count: isCounted ? figure.count : nil, base: figure.base,
      rate: figure.status.isEmpty && bounds.count == 3
        ? RateBounds(value: bounds[0], lower: bounds[1], upper: bounds[2]) : nil,
      origin: .published)
  }

  /// Whether its count may be carried and compared.
  public var isShown: Bool { count != nil }
}
