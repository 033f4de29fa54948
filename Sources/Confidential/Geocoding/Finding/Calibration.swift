/// The probability that an answer is right, by how it was found.
///
/// A plain table, fitted on trials: the share of right answers of each kind of finding. It is data,
/// not a rule: `maille-bench geocode` prints how well it holds.
///
/// - Source: seeded trials on the invented town and on the addresses of Montpellier (2014)
struct Calibration: Sendable {
  static let standard = Calibration()

  /// Probability by rung, number exact.
  let byRung = [0.9995, 0.998, 0.98, 0.985, 0.94]
  /// Multiplied in when the type is missing or contradicted.
  let typeMissing = 0.995
  let typeContradicted = 0.99
  let tie = 0.65
  let communeContradicted = 0.9
  /// Where the number is not exact, the answer is right as far as it goes.
  let byNumber = (exact: 1.0, otherSuffix: 0.995, between: 0.99, nearest: 0.98, street: 0.99)
  /// Only the commune.
  let commune = 0.4

  func probability(
    _ answer: Answer, _ hit: StreetHit, _ number: NumberHit, isTie: Bool
  ) -> Double {
    var value = byRung[hit.rung.rawValue]
    if hit.rung == .alikeWords { value -= Double(1 - hit.likeness) * 0.15 }
    if hit.type == .missing { value *= typeMissing }
    if hit.type == .contradicted { value *= typeContradicted }
    if isTie { value *= tie }
    if answer.reasons.contains(.communeContradicted) { value *= communeContradicted }
    switch number.kind {
    case .exact, .range: value *= byNumber.exact
    case .otherSuffix: value *= byNumber.otherSuffix
    case .between: value *= byNumber.between
    case .nearest: value *= byNumber.nearest
    case .none: value *= byNumber.street
    }
    return min(1, max(0, value))
  }
}
