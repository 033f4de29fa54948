internal import Analyses
internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// Rates by population, between the limits that chance draws around the commune's.
///
/// Only published figures are drawn: each point is a row of the ranking table.
struct FunnelFigure: Sendable {
  let indicator: IndicatorView
  /// Of the funnel, one for each published IRIS.
  let lines: [AnalysisTable.Line]
  let notice: Notice
  /// Said in the figure until the shared analysis is done; `nil` once published.
  let stamp: String?

  /// One IRIS.
  private struct Point {
    let name: String
    let population: Double
    let line: AnalysisTable.Line
    let code: String

    /// What `maille verify` finds in the table of analyses.
    var tag: Markup {
      " data-zone=\"\(code)\" data-methode=\"\(line.method.rawValue)\" data-v=\"\(AnalysisSection.plain(line))\""
    }
  }

  private var points: [Point] {
    let populations = Dictionary(
      indicator.cells.compactMap { cell in cell.place.iris.map { (Zone.iris($0), cell) } },
      uniquingKeysWith: { first, _ in first })
    return lines.compactMap { line in
      guard let zone = line.zone, let cell = populations[zone],
        let population = cell.figure.denominator
      else { return nil }
      return Point(name: cell.place.name, population: population, line: line, code: cell.place.code)
    }.sorted { ($0.population, $0.name) < ($1.population, $1.name) }
  }

  var markup: Markup {
    let points = points
    guard points.count > 2, let most = points.last?.population, most > 0 else { return "" }
    let tops = points.map { max($0.line.value, $0.line.interval?.upper ?? 0) }
    let sheet = Sheet(most: most, highest: max(tops.max() ?? 1, 1e-9) * 1.05)
    return """
      <figure><div class="cadre"><svg class="figure entonnoir" viewBox="0 0 \(Sheet.width) \(height)" role="img" \
      aria-label="Entonnoir : \(indicator.definition.title), \(outside(points)). Le tableau suit." \
      font-size="14" fill="#1d2433">\(axes(on: sheet))\
      \(limit(of: points, on: sheet) { $0.lower })\(limit(of: points, on: sheet) { $0.upper })\
      \(centre(on: sheet))\(points.map { dot($0, on: sheet) })\(words)</svg></div><figcaption>Chaque point est un \
      IRIS ; trait rouge : la commune ; tirets : limites du hasard à 95\(Typography.space)%.\
      </figcaption></figure>
      """
  }

  /// Where populations and rates stand.
  private struct Sheet {
    static let (width, height) = (900, 424)
    static let (left, right, top, bottom) = (64, 880, 56, 380)
    let most: Double
    let highest: Double

    func x(_ population: Double) -> Int {
      Self.left + Int((population / most * Double(Self.right - Self.left)).rounded())
    }

    func y(_ rate: Double) -> Int {
      Self.bottom - Int((max(0, rate) / highest * Double(Self.bottom - Self.top)).rounded())
    }
  }

  /// The mention whole, on as many lines as it needs.
  private var mention: [String] {
    let words = notice.mention.split(separator: " ").map(String.init)
    return Typography.lines(of: words, joinedBy: " ", upTo: 120)
  }

  private var height: Int { Sheet.height + 16 * mention.count }

  /// The title above, the mention below, and the stamp between the title and the points.
  private var words: Markup {
    let stamped: Markup =
      stamp.map {
        """
        <text x="0" y="42" fill="#a3192e" font-size="13" font-weight="700">DOCUMENT DE TRAVAIL — \($0)</text>
        """
      } ?? ""
    let lines = mention.enumerated().map { index, line in
      """
      <text x="\(Sheet.left)" y="\(Sheet.height + 12 + 16 * index)" font-size="12" fill="#555">\
      \(line)</text>
      """ as Markup
    }
    let title = Typography.shortened(IndicatorWords.title(indicator.definition), to: 90)
    return """
      <text x="0" y="20" font-size="18" font-weight="600" \
      font-family="Georgia, 'Times New Roman', serif">\(title)</text>\(stamped)\(lines)
      """
  }

  private func dot(_ point: Point, on sheet: Sheet) -> Markup {
    let isInside = point.line.word == FunnelLimits.Position.inside.rawValue
    return """
      <circle\(point.tag) cx="\(sheet.x(point.population))" cy="\(sheet.y(point.line.value))" \
      r="\(isInside ? 4 : 6)" fill="\(isInside ? "#8a93a6" : "#253494")"><title>\(point.name) : \
      \(Typography.rate(point.line.value, indicator.definition)), \(point.line.word ?? "")</title>\
      </circle>
      """
  }

  private func limit(
    of points: [Point], on sheet: Sheet, _ bound: (Rate.Interval) -> Double
  ) -> Markup {
    let corners = points.compactMap { point in
      point.line.interval.map { "\(sheet.x(point.population)) \(sheet.y(bound($0)))" }
    }
    return """
      <path d="M\(Markup(trusted: corners.joined(separator: "L")))" fill="none" stroke="#6b7280" \
      stroke-dasharray="5 4"/>
      """
  }

  private func centre(on sheet: Sheet) -> Markup {
    guard let value = indicator.communeValue else { return "" }
    return """
      <path d="M\(Sheet.left) \(sheet.y(value))H\(Sheet.right)" stroke="#a3192e" \
      stroke-width="1.5"/>
      """
  }

  private func outside(_ points: [Point]) -> String {
    let count = points.count { $0.line.word != FunnelLimits.Position.inside.rawValue }
    return "\(Typography.irises(count)) hors des limites sur \(points.count)"
  }

  /// Round numbers on both sides.
  private func axes(on sheet: Sheet) -> Markup {
    let across = Self.rounds(upTo: sheet.most).map { number in
      """
      <text x="\(sheet.x(number))" y="\(Sheet.bottom + 20)" text-anchor="middle">\
      \(Typography.count(Int(number.rounded())))</text>
      """ as Markup
    }
    let up = Self.rounds(upTo: sheet.highest).map { number in
      """
      <text x="\(Sheet.left - 8)" y="\(sheet.y(number) + 5)" text-anchor="end">\
      \(Typography.number(number, indicator.definition))</text>
      """ as Markup
    }
    return """
      <path d="M\(Sheet.left) \(Sheet.top)V\(Sheet.bottom)H\(Sheet.right)" fill="none" stroke="#8a8a8a"/>\
      \(across)\(up)<text x="\(Sheet.right)" y="\(Sheet.bottom + 38)" text-anchor="end">\
      \(indicator.definition.denominatorLabel)</text>
      """
  }

  /// Three to eight multiples of 1, 2 or 5 times a power of ten.
  static func rounds(upTo most: Double) -> [Double] {
    var step = 1e-6
    var turn = 0
    while most / step > 7 {
      step *= [2, 2.5, 2][turn % 3]
      turn += 1
    }
    return Array(stride(from: 0, through: most, by: step))
  }
}
