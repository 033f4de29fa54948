/// The two communes that merged into Varenches-Saint-Fiacre on 1 January 2019.
enum FormerCommune {
  /// Both are communes déléguées; the first one keeps the code of the new commune.
  static let varenches = PlanCommune(code: "21953", name: "Varenches", postcode: "21970")
  static let saintFiacre = PlanCommune(
    code: "21955", name: "Saint-Fiacre-la-Combe", postcode: "21970")

  /// - Parameters:
  ///   - point: anywhere; the former limit is a parallel to the equator south of Saint-Fiacre
  /// - Returns: `nil` west of the merged commune, where nothing has merged
  static func of(_ point: Point) -> PlanCommune? {
    let place = TownPlan.offset(point)
    if place.east < 3350 || place.north > 1000 { return nil }
    return place.north > -1400 ? saintFiacre : varenches
  }
}
