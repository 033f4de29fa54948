internal import Rates
internal import Territory

extension FamilySystem {
  /// What redrawn IRIS hold together is what the earlier ones of an earlier release hold: some shown, the
  /// rest withheld there and here.
  ///
  /// Ground whose earlier numbers do not fit those of now binds nothing: the houses on its border
  /// changed sides.
  mutating func addGrounds(
    _ rows: [Int], _ values: [Int], _ column: Int, isAmount: Bool, _ index: Int
  ) {
    for ground in sheet.columns[column].grounds {
      let members = Sheet.rows(of: ground.irises, among: sheet.zones)
      let isKnown = members.allSatisfy { sheet.columns[column].values[$0] != nil }
      guard members.count == ground.irises.count, isKnown else { continue }
      let rest = members.reduce(-ground.shown) { $0 + values[$1] }
      let fits = ground.withheld == 0 ? rest == 0 : rest >= ground.withheld * ground.floor
      let isSecret = ground.withheld == 1 && !isAmount && rule.withholds(rest)
      if fits { bind(members.map { rows[$0] }, rest, ground, isSecret, index) }
    }
  }

  private mutating func bind(
    _ members: [Int], _ rest: Int, _ ground: GroundFigures, _ isSecret: Bool, _ index: Int
  ) {
    let shown = add(.init("ground", ground.shown, .frozen), index)
    var parts = [shown]
    if ground.withheld > 0 {
      parts.append(
        add(
          .init(
            "withheld before", rest, .implied, isPrimary: isSecret,
            floor: ground.withheld * ground.floor), index))
    }
    cells.add(CellSystem.Equation(members.map { ($0, 1) } + parts.map { ($0, -1) }))
  }
}
