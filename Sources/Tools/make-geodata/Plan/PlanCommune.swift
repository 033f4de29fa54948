/// A commune of the plan. None exists: see `code`.
struct PlanCommune: Sendable, Equatable {
  /// INSEE code. Côte-d'Or's codes end at 21717 in the Code officiel géographique (checked in
  /// its 2022 edition), so that nothing real is ever called 219xx.
  let code: String
  let name: String
  /// Postcode; Côte-d'Or's delivery postcodes in use end at 21910.
  let postcode: String
  /// Delivery label of the post, which shortens saints.
  var label: String {
    let words = Lettering.afnor(name).split(separator: " ")
    return words.map { $0 == "SAINT" ? "ST" : $0 == "SAINTE" ? "STE" : $0 }.joined(separator: " ")
  }

  static let town = PlanCommune(code: "21951", name: "Aubervelle-sur-Sorlaine", postcode: "21960")
  static let merlancey = PlanCommune(code: "21952", name: "Merlancey", postcode: "21970")
  static let varenches = PlanCommune(
    code: "21953", name: "Varenches-Saint-Fiacre", postcode: "21970")
  static let poncelles = PlanCommune(code: "21954", name: "Poncelles-le-Haut", postcode: "21970")

  static let all = [town, merlancey, varenches, poncelles]
}
