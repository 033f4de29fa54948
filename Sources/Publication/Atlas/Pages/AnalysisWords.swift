internal import Analyses
internal import Diagnostics

/// How the atlas speaks of analyses.
enum AnalysisWords {
  static func name(_ method: Analysis.Method) -> String {
    switch method {
    case .bayes: "Taux lissé"
    case .localBayes: "Taux lissé par le voisinage"
    case .moran: "Indice de Moran"
    case .lisa: "Voisinage (LISA)"
    case .quintiles: "Cinquième"
    case .funnel: "Entonnoir"
    case .dobson: "Taux standardisé (Dobson)"
    case .fayFeuer: "Taux standardisé (Fay-Feuer)"
    case .indirect: "Indice, base 100"
    }
  }

  static func note(_ method: Analysis.Method) -> String {
    switch method {
    case .bayes:
      "Le taux ramené vers la moyenne des IRIS, d’autant plus que la population est petite (Marshall)."
    case .localBayes: "Le même, vers la moyenne de l’IRIS et de ses voisins."
    case .moran:
      "Si les IRIS voisins se ressemblent : 0 quand le hasard les a placés, 1 quand ils se ressemblent tous."
    case .lisa:
      "Haut-haut : taux élevé parmi des voisins élevés ; haut-bas : élevé parmi des voisins bas ; et ainsi de suite. La probabilité est celle que le hasard fasse autant."
    case .quintiles:
      "1 : le cinquième des IRIS d’habitat aux taux les plus bas ; 5 : aux plus élevés."
    case .funnel:
      "Dans l’entonnoir : l’écart à la commune s’explique par le hasard d’une petite population."
    case .dobson, .fayFeuer:
      "Le taux qu’aurait l’IRIS avec les âges de la population de référence."
    case .indirect:
      "Ce qui est observé sur ce que donneraient les taux de référence aux âges de l’IRIS ; 100 : autant."
    }
  }

  /// « p = 0,012 ».
  static func chance(_ probability: Double) -> String {
    "p\(Typography.space)=\(Typography.space)\(number(probability, decimals: 3))"
  }

  static func number(_ value: Double, decimals: Int) -> String {
    FrenchNumber.decimal(value, decimals: decimals)
  }
}
