internal import Exports

extension Campaign {
  /// How the classes of maps are made, for the atlas and QGIS alike.
  var classes: ClassChoice {
    let usual: Classification =
      switch outputs.classes {
      case .quantiles: .quantiles
      case .jenks: .fisherJenks
      case .equal: .equalIntervals
      }
    let decided = indicators.compactMap { indicator in
      indicator.bounds.map { (indicator.id, $0) }
    }
    return ClassChoice(
      usual: usual, decided: Dictionary(decided, uniquingKeysWith: { first, _ in first }),
      centred: Set(indicators.filter { $0.scale == .diverging }.map(\.id)))
  }
}
