internal import Glibc

/// How long a round distance is on a map.
struct ScaleBar: Sendable {
  let view: MapView

  /// The largest of 1, 2, 5, 10, 20, 50 … metres under a quarter of the map.
  var metres: Int {
    let most = max(1, Double(view.width) / view.scale / 4)
    let power = pow(10, log10(most).rounded(.down))
    let step = [5, 2, 1].first { Double($0) * power <= most } ?? 1
    return Int(Double(step) * power)
  }

  func markup(x: Int, y: Int) -> Markup {
    let length = Int((Double(metres) * view.scale).rounded())
    return """
      <g class="echelle" transform="translate(\(x) \(y))" fill="#555" font-size="62"><path d="M0 \
      -28V0H\(length)V-28" fill="none" stroke="#555" stroke-width="8"/><text x="\(length + 40)" \
      y="10">\(label)</text></g>
      """
  }

  private var label: String {
    metres < 1_000
      ? "\(metres)\(Typography.space)m"
      : "\(Typography.count(metres / 1_000))\(Typography.space)km"
  }
}
