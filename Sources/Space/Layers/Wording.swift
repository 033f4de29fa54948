package import Diagnostics

/// The sentences of this target, and those that `GeoPackage` shares with it.
package enum Wording {
  // MARK: Texts

  static func malformedText(_ place: Place, _ expected: Prose) -> Problem {
    Problem(
      "layers.malformed-json", .stops, at: place, fact: "JSON mal formé : \(expected)",
      remedy: "corriger le texte à cette place, ou exporter de nouveau le fichier")
  }

  static func truncatedText(_ place: Place, _ expected: Prose) -> Problem {
    Problem(
      "layers.truncated-json", .stops, at: place,
      fact: "le fichier s’arrête avant la fin : \(expected)",
      remedy: "copier ou télécharger de nouveau le fichier, qui est tronqué")
  }

  static func tooDeep(_ place: Place, _ limit: Int) -> Problem {
    Problem(
      "layers.too-deep", .stops, at: place, fact: "plus de \(limit) niveaux imbriqués",
      remedy: "ne garder que des propriétés simples et des polygones")
  }

  static func notGeoJSON(_ place: Place) -> Problem {
    Problem(
      "layers.not-geojson", .stops, at: place,
      fact: "ni FeatureCollection, ni Feature, ni géométrie GeoJSON",
      remedy: "exporter la couche en GeoJSON (RFC 7946)")
  }

  static func tooManyFields(_ place: Place, _ limit: Int) -> Problem {
    Problem(
      "layers.too-many-fields", .stops, at: place, fact: "plus de \(limit) propriétés différentes",
      remedy: "ne garder que les propriétés utiles, sous les mêmes noms dans tous les objets")
  }

  static func unknownSystem(_ place: Place) -> Problem {
    Problem(
      "layers.unknown-system", .warns, at: place,
      fact: "le membre « crs » ne nomme aucun système de coordonnées connu",
      remedy: "déclarer le système de la couche, par exemple EPSG:2154")
  }

  static func notFeature(_ place: Place) -> Problem {
    Problem(
      "layers.not-a-feature", .dropsRow, at: place, fact: "ce n’est pas un objet GeoJSON",
      remedy: "retirer cet élément de la liste « features »")
  }

  static func notProperties(_ place: Place) -> Problem {
    Problem(
      "layers.not-properties", .warns, at: place, fact: "« properties » n’est pas un objet",
      remedy: "écrire les propriétés entre accolades")
  }

  static func repeatedMember(_ place: Place) -> Problem {
    Problem(
      "layers.repeated-member", .warns, at: place,
      fact: "un membre figure deux fois ; le dernier compte",
      remedy: "n’écrire qu’une fois « features », « geometry », « coordinates », « properties »")
  }

  static func repeatedField(_ place: Place, _ field: String) -> Problem {
    Problem(
      "layers.repeated-field", .warns, at: place,
      fact: "la propriété « \(public: field) » figure deux fois ; la dernière compte",
      remedy: "n’écrire chaque propriété qu’une fois")
  }

  static func nestedValue(_ place: Place, _ field: String) -> Problem {
    Problem(
      "layers.nested-value", .warns, at: place,
      fact: "la propriété « \(public: field) » est une liste ou un objet, laissé de côté",
      remedy: "n’écrire que des textes et des nombres")
  }

  static func infiniteValue(_ place: Place, _ field: String) -> Problem {
    Problem(
      "layers.infinite-value", .warns, at: place,
      fact: "la propriété « \(public: field) » n’est pas un nombre fini, lue comme absente",
      remedy: "écrire null pour une valeur absente")
  }

  static func damagedText(_ place: Place, _ field: String) -> Problem {
    Problem(
      "layers.damaged-text", .warns, at: place,
      fact: "« \(public: field) » contient des octets ou des échappements illisibles, réparés",
      remedy: "exporter de nouveau le fichier en UTF-8")
  }
}

extension Wording {
  // MARK: Geometries

  static func notFinite(_ place: Place) -> Problem {
    Problem(
      "layers.infinite-coordinate", .dropsRow, at: place,
      fact: "coordonnée absente, infinie ou qui n’est pas un nombre",
      remedy: "corriger ce sommet ou retirer l’objet")
  }

  static func shortRing(_ place: Place, _ count: Int) -> Problem {
    Problem(
      "layers.short-ring", .warns, at: place,
      fact: "anneau de \(count) positions, 4 au moins attendues ; anneau écarté",
      remedy: "retirer l’anneau ou le corriger")
  }

  static func unclosedRing(_ place: Place) -> Problem {
    Problem(
      "layers.unclosed-ring", .warns, at: place,
      fact: "anneau ouvert, fermé en répétant sa première position",
      remedy: "terminer chaque anneau par sa première position")
  }

  static func misshapen(_ place: Place) -> Problem {
    Problem(
      "layers.misshapen-geometry", .dropsRow, at: place,
      fact: "le type ou les niveaux de listes de la géométrie ne sont pas ceux d’un polygone",
      remedy: "exporter la couche en polygones ou multipolygones")
  }

  package static func unsupportedGeometry(_ place: Place, _ kind: String) -> Problem {
    Problem(
      "layers.unsupported-geometry", .dropsRow, at: place,
      fact: "géométrie \(public: kind), Polygon ou MultiPolygon attendu",
      remedy: "donner une couche de polygones")
  }
}

extension Wording {
  // MARK: Shapefiles

  static func notShapefile(_ place: Place) -> Problem {
    Problem(
      "layers.not-shapefile", .stops, at: place, fact: "ce n’est pas un fichier .shp",
      remedy: "donner le chemin du .shp, ou d’un .zip qui le contient avec son .dbf et son .prj")
  }

  static func truncatedShapes(_ place: Place) -> Problem {
    Problem(
      "layers.truncated-shapefile", .stops, at: place,
      fact: "le .shp s’arrête avant la fin annoncée",
      remedy: "copier ou télécharger de nouveau le fichier, qui est tronqué")
  }

  static func unfitIndex(_ place: Place) -> Problem {
    Problem(
      "layers.unfit-index", .warns, at: place,
      fact: "l’index .shx ne correspond pas au .shp ; les objets sont lus à la suite",
      remedy: "exporter de nouveau la couche")
  }

  static func damagedRecord(_ place: Place) -> Problem {
    Problem(
      "layers.damaged-record", .dropsRow, at: place,
      fact: "la longueur ou les parties de l’objet sont fausses",
      remedy: "copier ou exporter de nouveau le fichier")
  }

  static func orphanHoles(_ place: Place, _ count: Int) -> Problem {
    Problem(
      "layers.orphan-hole", .warns, at: place,
      fact: "\(count) anneaux tournent comme des trous mais ne sont dans aucun contour",
      remedy: "vérifier l’objet ; ces anneaux sont pris comme contours")
  }

  static func missingTable(_ place: Place) -> Problem {
    Problem(
      "layers.missing-table", .warns, at: place, fact: "pas de .dbf : aucun attribut",
      remedy: "mettre le .dbf du même nom à côté du .shp")
  }

  static func damagedTable(_ place: Place) -> Problem {
    Problem(
      "layers.damaged-table", .stops, at: place, fact: "l’en-tête du .dbf est faux ou tronqué",
      remedy: "copier ou exporter de nouveau le fichier")
  }

  static func unequalCounts(_ place: Place, shapes: Int, records: Int) -> Problem {
    Problem(
      "layers.unequal-counts", .stops, at: place,
      fact: "\(shapes) objets dans le .shp, \(records) lignes entières dans le .dbf",
      remedy: "reprendre les deux fichiers d’une même livraison")
  }

  static func deletedRecord(_ place: Place) -> Problem {
    Problem(
      "layers.deleted-record", .warns, at: place, fact: "ligne marquée comme supprimée, laissée",
      remedy: "exporter de nouveau la couche pour l’en retirer")
  }

  static func unreadableCell(_ place: Place, _ field: String) -> Problem {
    Problem(
      "layers.unreadable-cell", .warns, at: place,
      fact: "la colonne « \(public: field) » n’est pas lisible ici, lue comme absente",
      remedy: "exporter la colonne en texte ou en nombre")
  }

  static func unknownEncoding(_ place: Place) -> Problem {
    Problem(
      "layers.unknown-encoding", .warns, at: place,
      fact: "le .cpg nomme un encodage inconnu ; UTF-8 ou Windows-1252 d’après les octets",
      remedy: "écrire UTF-8, 1252 ou ISO-8859-15 dans le .cpg")
  }
}

extension Wording {
  // MARK: Archives

  static func damagedArchive(_ path: String) -> Problem {
    Problem(
      "layers.damaged-archive", .stops, at: Place(file: path),
      fact: "l’archive est tronquée, abîmée ou chiffrée",
      remedy: "la copier ou télécharger de nouveau, ou l’extraire et donner le fichier")
  }

  static func damagedMember(_ path: String, _ name: String) -> Problem {
    damagedArchive(path).moved(to: Place(file: path, part: name))
  }

  static func excessiveArchive(_ path: String) -> Problem {
    Problem(
      "layers.excessive-archive", .stops, at: Place(file: path),
      fact: "l’archive contient bien plus que sa taille ne le laisse attendre",
      remedy: "l’extraire après contrôle et donner le fichier")
  }

  static func nothingInArchive(_ path: String) -> Problem {
    Problem(
      "layers.nothing-in-archive", .stops, at: Place(file: path),
      fact: "aucune couche du format attendu dans l’archive",
      remedy: "donner l’archive qui contient le .shp ou le .geojson, sans archive imbriquée")
  }

  static func severalInArchive(_ path: String, _ names: [String]) -> Problem {
    Problem(
      "layers.several-in-archive", .stops, at: Place(file: path),
      fact: "\(names.count) couches dans l’archive : \(public: listed(names))",
      remedy: "nommer celle qu’il faut lire")
  }

  static func noSuchMember(_ path: String, _ name: String, _ names: [String]) -> Problem {
    let nearest = Suggestion.nearest(to: name, among: names) ?? listed(names)
    return Problem(
      "layers.no-such-member", .stops, at: Place(file: path),
      fact: "pas de couche « \(public: name) » dans l’archive",
      remedy: "choisir parmi : \(public: nearest)")
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.sorted().prefix(10).joined(separator: ", ")
    return names.count > 10 ? shown + " …" : shown
  }
}
