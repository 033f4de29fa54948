internal import Disclosure
internal import Exports
internal import Rates

/// All published values of one indicator on a line, drawn once for all portraits.
struct Ruler: Sendable {
  let indicator: IndicatorView
  private let ticks: String
  private let low: Double
  private let high: Double

  private static let width = 260

  init(_ indicator: IndicatorView) {
    self.indicator = indicator
    let values = indicator.cells.compactMap { $0.value?.value }
    let all = values + (indicator.isRate ? [indicator.communeValue].compactMap(\.self) : [])
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    (self.low, self.high) = (low, high)
    var ticks = ""
    var last = 0
    for place in Set(values.map { Self.place(of: $0, low, high) }).sorted() {
      ticks += ticks.isEmpty ? "M\(place) 13h1" : "m\(place - last - 1) 0h1"
      last = place
    }
    self.ticks = ticks
  }

  /// The line with one figure on it, and the marks of what it may be compared with.
  ///
  /// - Parameters:
  ///   - index: of the indicator
  func markup(
    of figure: Release.Figure, beside comparators: [Comparator], _ index: Int
  ) -> Markup {
    let value = indicator.isRate ? figure.rate?.value : figure.count.map(Double.init)
    let point: Markup =
      value.map { "<circle cx=\"\(x($0))\" cy=\"13\" r=\"5\" fill=\"#253494\"/>" } ?? ""
    let marks = comparators.map { mark($0.references[index], $0.key) }
    return """
      <svg class="ruban" width="\(Self.width)" height="26" viewBox="0 0 \(Self.width) 26" \
      aria-hidden="true"><path d="\(Markup(trusted: ticks))" stroke="#b5b9c2" \
      stroke-width="14"/>\(interval(of: figure))\(point)\(marks)</svg>
      """
  }

  private func interval(of figure: Release.Figure) -> Markup {
    guard let interval = figure.rate?.interval95 else { return "" }
    return """
      <path d="M\(max(0, x(interval.lower))) 13H\(min(Self.width, x(interval.upper)))" \
      stroke="#253494" stroke-width="5" stroke-opacity=".55"/>
      """
  }

  /// A total of many IRIS is off the line of single ones.
  private func mark(_ reference: Comparator.Reference, _ key: String) -> Markup {
    guard let value = reference.value(isRate: indicator.isRate) else { return "" }
    let place = x(value)
    guard (0...Self.width).contains(place) else { return "" }
    return "<path class=\"r-\(key)\" d=\"M\(place) 0V26\" stroke=\"#a3192e\" stroke-width=\"2\"/>"
  }

  private func x(_ value: Double) -> Int { Self.place(of: value, low, high) }

  private static func place(of value: Double, _ low: Double, _ high: Double) -> Int {
    let scale = Double(width - 12) / max(high - low, 1e-9)
    return 6 + Int(min(1e6, max(-1e6, (value - low) * scale)).rounded())
  }
}
