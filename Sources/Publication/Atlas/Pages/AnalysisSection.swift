internal import Analyses
internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// What was computed from the published figures of one indicator: smoothing, groups, neighbourhoods.
///
/// An IRIS without a published figure has no line, as in the table of analyses beside the atlas.
struct AnalysisSection: Sendable {
  let indicator: IndicatorView
  /// Those of this indicator, in the order of the file.
  let lines: [AnalysisTable.Line]
  let notice: Notice
  let stamp: String?

  var markup: Markup {
    if lines.isEmpty { return "" }
    let funnel = FunnelFigure(
      indicator: indicator, lines: lines.filter { $0.method == .funnel }, notice: notice,
      stamp: stamp)
    return """
      <section data-analyse="\(indicator.slug)"><h2>Analyses</h2><p>Calculées des seules valeurs \
      diffusées ; un IRIS sous secret n’y entre pas.</p>\(whole)\(funnel.markup)\(table)\
      <dl>\(notes)</dl></section>
      """
  }

  /// What is said of all IRIS together.
  private var whole: Markup {
    let lines = lines.filter { $0.zone == nil }
    return lines.map { line in
      let chance = line.probability.map { ", \(AnalysisWords.chance($0))" } ?? ""
      return """
        <p class="lecture" data-methode="\(line.method.rawValue)" \
        data-v="\(Self.plain(line))"><strong>\(AnalysisWords.name(line.method))\
        \(Typography.space):</strong> \(AnalysisWords.number(line.value, decimals: 2))\(chance)</p>
        """ as Markup
    }.joined()
  }

  private var methods: [Analysis.Method] {
    var seen: Set<Analysis.Method> = []
    return lines.filter { $0.zone != nil }.map(\.method).filter { seen.insert($0).inserted }
  }

  private var table: Markup {
    let methods = methods
    if methods.isEmpty { return "" }
    var cells: [Zone: [Analysis.Method: AnalysisTable.Line]] = [:]
    for line in lines { if let zone = line.zone { cells[zone, default: [:]][line.method] = line } }
    let heads = methods.map {
      "<th scope=\"col\" class=\"n\">\(AnalysisWords.name($0))</th>" as Markup
    }
    let rows = indicator.cells.compactMap { cell -> Markup? in
      cell.place.iris.flatMap { cells[.iris($0)] }.map { own in
        row(
          "<a href=\"\(cell.place.page)\">\(cell.place.name)</a>", cell.place.code, own, methods)
      }
    }
    let communes = indicator.totals.compactMap { total -> Markup? in
      cells[.commune(total.commune)].map { own in
        row("Commune \(total.commune.code)", "commune \(total.commune.code)", own, methods)
      }
    }
    return """
      <div class="cadre"><table><caption>Analyses, par IRIS</caption><thead><tr>\
      <th scope="col">IRIS</th>\(heads)</tr></thead><tbody>\(rows)\(communes)</tbody></table></div>
      """
  }

  private func row(
    _ head: Markup, _ zone: String, _ own: [Analysis.Method: AnalysisTable.Line],
    _ methods: [Analysis.Method]
  ) -> Markup {
    let cells = methods.map { method -> Markup in
      guard let line = own[method] else { return "<td class=\"n\">–</td>" }
      return """
        <td class="n" data-methode="\(method.rawValue)" data-v="\(Self.plain(line))">\
        \(text(of: line))</td>
        """
    }
    return "<tr data-zone=\"\(zone)\"><th scope=\"row\">\(head)</th>\(cells)</tr>"
  }

  private func text(of line: AnalysisTable.Line) -> Markup {
    let definition = indicator.definition
    switch line.method {
    case .quintiles: return "\(Int(line.value))"
    case .funnel: return "\(line.word ?? "")"
    case .lisa:
      let chance = line.probability.map { AnalysisWords.chance($0) } ?? ""
      return "\(line.word ?? "")<br><small>\(chance)</small>"
    case .indirect:
      return "\(AnalysisWords.number(line.value, decimals: 0))\(interval(line, decimals: 0))"
    case .moran: return "\(AnalysisWords.number(line.value, decimals: 2))"
    case .bayes, .localBayes, .dobson, .fayFeuer:
      return """
        \(Typography.rate(line.value, definition))\
        \(interval(line, decimals: Typography.decimals(definition)))
        """
    }
  }

  private func interval(_ line: AnalysisTable.Line, decimals: Int) -> Markup {
    guard let interval = line.interval else { return "" }
    let number = { (value: Double) in AnalysisWords.number(value, decimals: decimals) }
    return
      "<br><small>[\(number(interval.lower))\(Typography.space); \(number(interval.upper))]</small>"
  }

  private var notes: Markup {
    var seen: Set<Analysis.Method> = []
    return lines.map(\.method).filter { seen.insert($0).inserted }.map { method in
      "<dt>\(AnalysisWords.name(method))</dt><dd>\(AnalysisWords.note(method))</dd>" as Markup
    }.joined()
  }

  /// As the table of analyses has it.
  static func plain(_ line: AnalysisTable.Line) -> String {
    if line.method == .quintiles { return String(Int(line.value)) }
    return FixedPoint(line.value, decimals: 4).map { MapFigure.plain($0) } ?? ""
  }
}
