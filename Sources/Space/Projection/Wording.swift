internal import Diagnostics
internal import Geometry

/// The sentences of this target.
enum Wording {
  static let noDatabase = Problem(
    "projection.no-database", .stops,
    fact: "la base de PROJ (proj.db) est introuvable ou illisible",
    remedy: "installer les données de PROJ : apt-get install proj-data",
    outcome: .referencesUnfit)

  static func unknownSystem(_ system: ReferenceSystem) -> Problem {
    Problem(
      "projection.unknown-system", .stops,
      fact: "système de référence inconnu de PROJ : \(named(system))",
      remedy: "déclarer « crs » par un code EPSG, par exemple EPSG:2154 pour Lambert-93")
  }

  static func noOperation(_ source: ReferenceSystem, _ target: ReferenceSystem) -> Problem {
    Problem(
      "projection.no-operation", .stops,
      fact: """
        PROJ ne connaît pas de passage exact de \(named(source)) à \(named(target)) \
        (repère géodésique inconnu)
        """,
      remedy: "déclarer « crs » par le code EPSG du système réel du fichier")
  }

  private static func named(_ system: ReferenceSystem) -> Prose {
    switch system {
    case .epsg(let code): "EPSG:\(plain: code)"
    case .crs84: "CRS84"
    case .wellKnownText: "définition en texte (WKT)"
    }
  }
}
