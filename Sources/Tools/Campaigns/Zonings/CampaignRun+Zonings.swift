internal import Boundaries
internal import Diagnostics
internal import Geometry
internal import Intake
internal import Projection
internal import Rates
internal import Territory

/// The zonings of a campaign, over its contours.
struct CampaignZonings {
  /// In the order of the campaign.
  private(set) var all: [Zoning] = []
  /// Those that are drawn without regard to IRIS.
  private(set) var drawn: [DrawnZoning] = []
  private(set) var problems = ProblemLog()

  /// - Throws: what a file lacks; `campaign.zoning-empty`, `campaign.zones-overlap`,
  ///   `campaign.does-not-nest`
  init(
    _ references: [Campaign.ZoningReference], over contours: Contours
  ) throws(Problem) {
    for reference in references { try read(reference, contours) }
    for (reference, zoning) in zip(references, all) {
      guard let outer = reference.outer else { continue }
      let nesting = ZoningNesting(
        of: zoning, in: all.first { $0.id == outer }, irises: contours.areas.map(\.iris))
      guard let area = nesting.firstCrossing else { continue }
      throw Wording.doesNotNest(reference.id, area, outer, file: reference.file)
    }
  }

  /// Counts of the pieces of cut IRIS; `nil` where none is cut or the source knows no positions.
  func pieces(
    of tally: Tally, where isCounted: (Tally.Category) -> Bool
  ) -> [IndicatorTable.Piece: Count]? {
    let cutting = all.filter(\.cutsIrises).map { SourceLayout.dimension(ofZoning: $0.id) }
    return IndicatorTable.pieces(of: tally, by: cutting, where: isCounted)
  }

  private mutating func read(
    _ reference: Campaign.ZoningReference, _ contours: Contours
  ) throws(Problem) {
    var table = ZoningTable(reference, contours)
    switch reference.form {
    case .irises(let columns, let declaration):
      add(try table.irises(columns, declaration))
    case .communes(let column, let declaration):
      add(try table.communes(column, declaration))
    case .contours:
      let areas = try reference.drawnAreas(in: contours.system) ?? []
      let zoning = try DrawnZoning(
        id: reference.id, title: reference.title, areas: areas, over: contours)
      if zoning.zoning.areas.isEmpty {
        throw Wording.zoningEmpty(reference.id, file: reference.file)
      }
      drawn.append(zoning)
      add((zoning.zoning, ProblemLog(Self.beyond(zoning, reference))))
    }
  }

  private mutating func add(_ found: (Zoning, ProblemLog)) {
    all.append(found.0)
    problems.append(found.1)
  }

  private static func beyond(
    _ zoning: DrawnZoning, _ reference: Campaign.ZoningReference
  ) -> [Problem] {
    zoning.beyond.isEmpty
      ? []
      : [Wording.zonesPartial(reference.id, count: zoning.beyond.count, file: reference.file)]
  }
}

extension IndicatorTable.Base {
  /// Counts of the pieces of a source that is a denominator.
  func pieces(by zonings: CampaignZonings) -> [IndicatorTable.Piece: Count]? {
    guard case .tally(let tally, _, let isCounted) = self else { return nil }
    return zonings.pieces(of: tally, where: isCounted)
  }
}
