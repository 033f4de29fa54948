internal import CSQLite
internal import Diagnostics

/// The sentences of this target.
enum Wording {
  static func notGeoPackage(_ path: String) -> Problem {
    Problem(
      "geopackage.not-geopackage", .stops, at: Place(file: path),
      fact: "ce n’est pas un GeoPackage",
      remedy: "donner un fichier .gpkg, ou exporter la couche dans ce format")
  }

  static func truncated(_ path: String) -> Problem {
    Problem(
      "geopackage.truncated", .stops, at: Place(file: path),
      fact: "le fichier est plus court que son en-tête ne l’annonce",
      remedy: "copier ou télécharger de nouveau le fichier, qui est tronqué")
  }

  /// A result code of SQLite; its own message is left out, since it may quote the data.
  static func sqlite(_ path: String, _ code: Int32) -> Problem {
    let isDamage = code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR
    if isDamage { return damaged(path, code) }
    return Problem(
      "geopackage.sqlite", .stops, at: Place(file: path.isEmpty ? nil : path),
      fact: "SQLite s’arrête : \(public: String(cString: sqlite3_errstr(code)))",
      remedy: "vérifier la mémoire et le disque, puis recommencer", outcome: .unexpected)
  }

  private static func damaged(_ path: String, _ code: Int32) -> Problem {
    Problem(
      "geopackage.damaged", .stops, at: Place(file: path.isEmpty ? nil : path),
      fact: "la base est abîmée (\(public: String(cString: sqlite3_errstr(code))))",
      remedy: "copier ou télécharger de nouveau le fichier")
  }

  static func pendingJournal(_ path: String) -> Problem {
    Problem(
      "geopackage.pending-journal", .warns, at: Place(file: path),
      fact: "un journal « -wal » accompagne le fichier ; ce qu’il contient n’est pas lu",
      remedy: "fermer le projet QGIS qui tient le fichier ouvert, puis recommencer")
  }

  static func noSuchLayer(_ path: String, _ name: String, _ names: [String]) -> Problem {
    let all = names.prefix(10).joined(separator: ", ")
    let nearest = Suggestion.nearest(to: name, among: names) ?? all
    return Problem(
      "geopackage.no-such-layer", .stops, at: Place(file: path),
      fact: "pas de couche « \(public: name) »", remedy: "choisir parmi : \(public: nearest)")
  }

  static func noGeometryColumn(_ place: Place) -> Problem {
    Problem(
      "geopackage.no-geometry-column", .stops, at: place,
      fact: "la couche ne déclare pas de colonne de géométrie, ou ne l’a pas",
      remedy: "exporter de nouveau la couche")
  }

  static func unknownSystem(_ place: Place) -> Problem {
    Problem(
      "geopackage.unknown-system", .warns, at: place,
      fact: "le système de coordonnées de la couche n’est pas défini dans le fichier",
      remedy: "déclarer le système de la couche, par exemple EPSG:2154")
  }

  static func bytesAsValue(_ place: Place, _ column: String) -> Problem {
    Problem(
      "geopackage.bytes-as-value", .warns, at: place,
      fact: "la colonne « \(public: column) » contient des octets, laissés de côté",
      remedy: "n’exporter que des textes et des nombres")
  }

  static func damagedGeometry(_ place: Place) -> Problem {
    Problem(
      "geopackage.damaged-geometry", .dropsRow, at: place,
      fact: "la géométrie est tronquée ou n’est pas codée comme le veut GeoPackage",
      remedy: "exporter de nouveau la couche")
  }
}
