/// What kind of people a style of quarter houses.
struct Profile: Sendable {
  /// In the order of `Household`.
  let households: [Double]
  let foreignShare: Double
  let poorShare: Double
  /// Groups of those at work: farmers, traders, managers, intermediate, employees, workers.
  let work: [Double]

  static func of(_ style: Style) -> Profile {
    switch style {
    case .old:
      Profile(
        households: [15, 32, 13, 13, 8, 12, 7], foreignShare: 0.07, poorShare: 0.115,
        work: [0, 6, 24, 27, 27, 16])
    case .faubourg:
      Profile(
        households: [6, 28, 15, 12, 13, 18, 8], foreignShare: 0.06, poorShare: 0.095,
        work: [0, 5, 16, 27, 30, 22])
    case .mixed:
      Profile(
        households: [2, 20, 17, 9, 21, 25, 6], foreignShare: 0.04, poorShare: 0.062,
        work: [0.3, 6, 18, 29, 28, 18])
    case .estate:
      Profile(
        households: [1, 11, 13, 8, 24, 38, 5], foreignShare: 0.025, poorShare: 0.032,
        work: [0.6, 8, 22, 30, 24, 15])
    case .towers:
      Profile(
        households: [3, 22, 9, 7, 7, 34, 18], foreignShare: 0.21, poorShare: 0.235,
        work: [0, 3, 4, 16, 38, 39])
    case .campus:
      Profile(
        households: [55, 20, 2, 10, 2, 8, 3], foreignShare: 0.14, poorShare: 0.09,
        work: [0, 2, 34, 30, 24, 10])
    case .business, .wild, .rural, .village:
      Profile(
        households: [0, 12, 15, 8, 26, 35, 4], foreignShare: 0.018, poorShare: 0.035,
        work: [5, 9, 13, 26, 27, 20])
    }
  }
}
