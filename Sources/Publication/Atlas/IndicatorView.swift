internal import Boundaries
internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// One indicator as a page shows it: what each IRIS has, its class and its rank; or each area of
/// another zoning, on the scale of the IRIS.
struct IndicatorView: Sendable {
  let definition: IndicatorDefinition
  /// Its place in the release.
  let index: Int
  /// What its columns begin with in the files beside the atlas.
  let stem: String
  /// In the order of the release.
  let cells: [Cell]
  /// What a cell is about.
  let kind: PlaceName.Kind
  /// The rates or counts of the communes, by commune.
  let totals: [(commune: Commune, figure: Release.Figure)]
  /// What the communes could not bring to an IRIS.
  let unlocated: [(commune: Commune, figure: Release.Figure)]
  let bounds: [FixedPoint]
  /// One for each class, the lowest first.
  let tints: [String]
  let classification: Classification

  /// One IRIS, or one area.
  struct Cell: Sendable {
    let place: PlaceName
    let figure: Release.Figure
    /// The number that is drawn; `nil` unless it is published.
    let value: FixedPoint?
  }

  init(_ release: Release, _ index: Int, places: [PlaceName], by classes: ClassChoice) {
    definition = release.indicators[index]
    self.index = index
    stem = IndicatorWords.stems(of: release.indicators)[index]
    let isRate = definition.method != nil
    let names = Dictionary(places.map { ($0.code, $0) }) { first, _ in first }
    kind = .iris
    cells = release.rows.compactMap { row in
      guard case .iris(let iris) = row.zone, let place = names[iris.code] else { return nil }
      return Cell(place, row.figures[index], definition: release.indicators[index])
    }
    totals = release.rows.compactMap { row in
      guard case .commune(let commune) = row.zone else { return nil }
      return (commune, row.figures[index])
    }
    unlocated = release.rows.compactMap { row in
      guard case .unlocated(let commune) = row.zone else { return nil }
      return (commune, row.figures[index])
    }
    classification = classes.classification(
      of: definition.id, around: isRate ? release.wholeRate(of: index) : nil)
    let inhabited = cells.filter { $0.place.type.isInhabited }.compactMap(\.value)
    bounds = isRate ? classification.bounds(of: inhabited) : []
    tints = isRate ? classification.tints(of: inhabited) : []
  }

  /// The same indicator for the areas of another zoning, with the classes of its IRIS: one tint is one
  /// rate on both maps.
  ///
  /// - Parameters:
  ///   - figures: of this indicator, one for each place
  init(_ irises: IndicatorView, of places: [PlaceName], figures: [Release.Figure]) {
    definition = irises.definition
    index = irises.index
    stem = irises.stem
    kind = .area
    cells = zip(places, figures).map { Cell($0, $1, definition: irises.definition) }
    (totals, unlocated) = (irises.totals, irises.unlocated)
    (bounds, tints) = (irises.bounds, irises.tints)
    classification = irises.classification
  }

  /// Whether it is a rate, which is tinted, or a count, which is drawn as circles.
  var isRate: Bool { definition.method != nil }

  /// Identifier in addresses: ASCII, as campaigns write identifiers.
  var slug: String { definition.id }

  func classIndex(of value: FixedPoint) -> Int { bounds.prefix { $0 <= value }.count }

  func tint(of value: FixedPoint) -> String {
    tints[min(classIndex(of: value), tints.count - 1)]
  }

  /// The commune's own value where there is one commune and it is published.
  var communeValue: Double? {
    guard totals.count == 1, totals[0].figure.status == .released else { return nil }
    return isRate ? totals[0].figure.rate?.value : totals[0].figure.count.map(Double.init)
  }

  func count(of status: Release.Status) -> Int { cells.count { $0.figure.status == status } }

  /// « 12,3 % », or the word that says why there is none.
  func text(of figure: Release.Figure) -> String {
    guard figure.status == .released else { return Typography.word(for: figure.status) }
    if let rate = figure.rate, isRate { return Typography.rate(rate.value, definition) }
    if !isRate, let count = figure.count { return Typography.count(count) }
    return "–"
  }

  /// A number of this indicator that stands alone.
  func text(ofNumber number: Double) -> String {
    isRate ? Typography.rate(number, definition) : Typography.count(Int(number))
  }

  /// What a program reads of a published figure, as an attribute; nothing of another.
  func tag(of figure: Release.Figure) -> Markup {
    let number = isRate ? figure.rate?.value : figure.count.map(Double.init)
    let decimals = isRate ? IndicatorWords.decimals(per: definition.per) : 0
    guard figure.status == .released,
      let shown = number.flatMap({ FixedPoint($0, decimals: decimals) })
    else { return "" }
    return " data-v=\"\(MapFigure.plain(shown))\""
  }

  /// The middle one of the published values.
  var median: Double? {
    let values = cells.compactMap { $0.value?.value }.sorted()
    return values.isEmpty ? nil : values[values.count / 2]
  }

  /// From the highest to the lowest; equal values share their rank; what is not shown comes last.
  var ranking: [(rank: Int?, cell: Cell)] {
    let shown = cells.filter { $0.value != nil }.sorted { left, right in
      guard let a = left.value, let b = right.value else { return false }
      return a == b ? left.place.code < right.place.code : b < a
    }
    var ranked: [(rank: Int?, cell: Cell)] = []
    for (index, cell) in shown.enumerated() {
      let isTied = index > 0 && shown[index - 1].value == cell.value
      ranked.append((isTied ? ranked[index - 1].rank : index + 1, cell))
    }
    return ranked + cells.filter { $0.value == nil }.map { (nil, $0) }
  }
}

extension IndicatorView.Cell {
  /// - Parameters:
  ///   - definition: of the indicator that the figure is of
  fileprivate init(_ place: PlaceName, _ figure: Release.Figure, definition: IndicatorDefinition) {
    let isRate = definition.method != nil
    let number = isRate ? figure.rate?.value : figure.count.map(Double.init)
    let decimals = isRate ? IndicatorWords.decimals(per: definition.per) : 0
    let shown = figure.status == .released ? number : nil
    self.init(
      place: place, figure: figure, value: shown.flatMap { FixedPoint($0, decimals: decimals) })
  }
}
