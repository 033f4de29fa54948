internal import Disclosure
internal import Exports
internal import Glibc

/// Circles whose areas are proportional to counts, the largest drawn first.
struct CircleLayer: Sendable {
  let indicator: IndicatorView
  let view: MapView

  /// Radius of the largest count, for a map of this width.
  static func largestRadius(width: Int) -> Double { Double(width) * 0.05 }

  static func radius(of count: Int, most: Int, width: Int) -> Int {
    Int((largestRadius(width: width) * sqrt(Double(count) / Double(max(1, most)))).rounded())
  }

  var markup: Markup {
    let counts = indicator.cells.compactMap { cell in
      cell.value == nil ? nil : cell.figure.count.map { (cell, $0) }
    }
    let most = counts.map(\.1).max() ?? 1
    return counts.sorted { ($1.1, $0.0.place.code) < ($0.1, $1.0.place.code) }.map { cell, count in
      let anchor = view.anchors[cell.place.index]
      let radius = Self.radius(of: count, most: most, width: view.width)
      return """
        <circle cx="\(anchor.x)" cy="\(anchor.y)" r="\(radius)" fill="\(Tints.circle)" \
        fill-opacity=".8" stroke="#fff" stroke-width="8"/>
        """ as Markup
    }.joined()
  }
}
