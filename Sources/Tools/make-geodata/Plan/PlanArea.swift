internal import Territory

/// One area of the plan: what it is called, who lives there, and where a finger pointed at it.
struct PlanArea: Sendable {
  /// Four characters of the IRIS; `0000` for an undivided commune.
  let own: String
  let name: String
  let type: IrisType
  let commune: PlanCommune
  let style: Style
  /// Wished inhabitants; those of a fixed area are exact, the others are scaled to the total.
  let inhabitants: Int
  let isFixed: Bool
  /// One point in each face of the drawing that belongs to it: two for an area in two parts.
  let seeds: [Point]
  /// Where houses stand; empty when they stand everywhere.
  let patches: [Patch]

  /// A built spot in open land: roughly round. A wild one has houses along its roads only.
  struct Patch: Sendable {
    let centre: Point
    let radius: Double
    let style: Style
  }

  var code: String { commune.code + own }
}

extension PlanArea {
  init(
    _ own: String, _ name: String, _ type: IrisType, _ style: Style, _ inhabitants: Int,
    at seeds: (Double, Double)..., fixed: Bool = false, in commune: PlanCommune = .town,
    patches: [(Double, Double, Double, Style)] = []
  ) {
    self.own = own
    self.name = name
    self.type = type
    self.commune = commune
    self.style = style
    self.inhabitants = inhabitants
    isFixed = fixed
    self.seeds = seeds.map { TownPlan.place($0.0, $0.1) }
    self.patches = patches.map {
      Patch(centre: TownPlan.place($0.0, $0.1), radius: $0.2 * TownPlan.unit, style: $0.3)
    }
  }
}
