internal import Disclosure
internal import Exports
internal import Rates

/// The legend inside a figure: classes with how many IRIS or areas each has, the commune, the statuses.
struct MapLegend: Sendable {
  let indicator: IndicatorView
  let figure: String
  /// Width of the map, to which circles are in proportion.
  let width: Int

  private static let step = 150

  var markup: Markup {
    let classes = indicator.isRate ? classEntries : circleEntries
    let top = classes.height
    var rows: Markup = ""
    var y = top + 60
    for status in Symbols.unpublished where indicator.count(of: status) > 0 {
      rows += entry(
        at: y, fill: Symbols.fill(status, in: figure), border: true,
        "\(IndicatorWords.meaning(of: status))", indicator.count(of: status))
      y += Self.step
    }
    return classes.markup + rows
      + """
      <text x="0" y="\(y + 90)" font-size="62" fill="#555">\(note)</text>
      """
  }

  private var note: String {
    if !indicator.isRate { return "Aire du cercle proportionnelle au nombre" }
    return switch indicator.kind {
    case .iris: "Classes : \(indicator.classification.name)"
    case .area: "Classes de la carte par IRIS"
    }
  }

  private func entry(
    at y: Int, fill: String, border: Bool, _ label: String, _ count: Int
  ) -> Markup {
    """
    <rect x="0" y="\(y)" width="190" height="112" fill="\(fill)"\
    \(border ? " stroke=\"#8a8a8a\" stroke-width=\"6\"" : "" as Markup)/>\
    <text x="240" y="\(y + 84)">\(label)<tspan fill="#666" font-size="72"> (\(count))</tspan></text>
    """
  }

  /// Highest class first, as the eye reads a scale; the commune's value beside its class.
  private var classEntries: (markup: Markup, height: Int) {
    let count = indicator.bounds.count + 1
    let values = indicator.cells.compactMap(\.value)
    if values.isEmpty { return ("", 0) }
    let commune = indicator.communeValue
    var markup: Markup = ""
    for (line, index) in (0..<count).reversed().enumerated() {
      markup += entry(
        at: line * 112, fill: indicator.tints[index], border: false,
        IndicatorWords.range(index, of: indicator.bounds, per: indicator.definition.per),
        values.count { indicator.classIndex(of: $0) == index })
    }
    let bottom = count * 112
    guard let commune else { return (markup, bottom) }
    markup += """
      \(mark(of: commune, among: values))<path d="M20 \(bottom + 130)l-60 -36v72z" fill="#a3192e"/><text x="60" \
      y="\(bottom + 160)">Commune : \(Typography.rate(commune, indicator.definition))</text>
      """
    return (markup, bottom + 210)
  }

  /// Where the commune stands on the scale: within its class as far as it is between the bounds.
  private func mark(of commune: Double, among values: [FixedPoint]) -> Markup {
    guard let least = values.min()?.value, let most = values.max()?.value else { return "" }
    let ends = [min(least, commune)] + indicator.bounds.map(\.value) + [max(most, commune)]
    let index = indicator.bounds.prefix { $0.value <= commune }.count
    let share = (commune - ends[index]) / max(ends[index + 1] - ends[index], 1e-9)
    let y = (Double(indicator.bounds.count + 1 - index) - min(1, max(0, share))) * 112
    return "<path d=\"M-10 \(Int(y.rounded()))l-60 -36v72z\" fill=\"#a3192e\"/>"
  }

  /// Three circles, one in the other, for round numbers.
  private var circleEntries: (markup: Markup, height: Int) {
    let counts = indicator.cells.compactMap { $0.value == nil ? nil : $0.figure.count }
    guard let most = counts.max(), most > 0 else { return ("", 0) }
    let largest = Int(CircleLayer.largestRadius(width: width).rounded(.up))
    let rounds = Self.roundNumbers(upTo: most)
    let circles = rounds.enumerated().map { index, number in
      let radius = CircleLayer.radius(of: number, most: most, width: width)
      let y = 2 * largest - 2 * radius
      return """
        <circle cx="\(largest)" cy="\(y + radius)" r="\(radius)" fill="none" stroke="\(Tints.circle)" \
        stroke-width="10"/><path d="M\(largest) \(y)H\(2 * largest + 80)" stroke="#999" \
        stroke-width="5"/><text x="\(2 * largest + 110)" y="\(y + 28)">\
        \(Typography.count(number))</text>
        """ as Markup
    }
    let total: Markup = """
      <text x="0" y="\(2 * largest + 130)">\(Typography.counted(counts.count, indicator.kind)) avec un nombre</text>
      """
    return (circles.joined() + total, 2 * largest + 190)
  }

  /// At most three of 1, 2, 5, 10, 20, 50 …, far enough apart to be read.
  static func roundNumbers(upTo most: Int) -> [Int] {
    var all: [Int] = []
    var power = 1
    while power <= most {
      all += [power, 2 * power, 5 * power].filter { $0 <= most }
      power *= 10
    }
    let wanted = [all.count - 1, all.count - 3, all.count - 5].filter { $0 >= 0 }
    return wanted.map { all[$0] }
  }
}
