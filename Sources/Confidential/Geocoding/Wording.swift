internal import Diagnostics

/// The sentences about address bases. None of them can hold a cell.
enum Wording {
  static func notAddresses(_ place: Place) -> Problem {
    Problem(
      "geocoding.not-addresses", .stops, at: place,
      fact: "colonnes de voie et de commune introuvables : ce n’est ni une BAN ni une BAL",
      remedy: "donner un fichier adresses-XX.csv de la BAN, un fichier BAL ou des lieux-dits",
      outcome: .referencesUnfit)
  }

  static func notCommunes(_ place: Place) -> Problem {
    Problem(
      "geocoding.not-communes", .stops, at: place,
      fact: "ce n’est ni un fichier du COG ni la base des codes postaux",
      remedy: "donner v_commune, v_mvtcommune (INSEE) ou laposte_hexasmal (La Poste)",
      outcome: .referencesUnfit)
  }

  static func rowsWithoutCommune(_ place: Place, _ count: Int) -> Problem {
    Problem(
      "geocoding.row-without-commune", .dropsRow, at: place,
      fact:
        "laissé de côté, faute de code de commune ou de nom de voie : \(count, "ligne", "lignes")",
      remedy: "télécharger à nouveau le fichier d’adresses, sans doute tronqué")
  }

  static func rowsWithoutPosition(_ place: Place, _ count: Int) -> Problem {
    Problem(
      "geocoding.row-without-position", .warns, at: place,
      fact:
        "\(count, "adresse sans coordonnées : trouvée", "adresses sans coordonnées : trouvées"), mais sans IRIS propre",
      remedy: "prendre une édition plus récente du fichier d’adresses")
  }

  static func rowsInOtherSystem(_ place: Place, _ count: Int) -> Problem {
    Problem(
      "geocoding.other-system", .warns, at: place,
      fact:
        "\(count, "adresse", "adresses") dont x et y ne sont pas du Lambert-93 : longitude et latitude seules comptent",
      remedy: "prendre le fichier de la BAN, ou une BAL dont x et y sont en Lambert-93")
  }

  static func repeatedAddresses(_ place: Place, _ count: Int, far: Int) -> Problem {
    Problem(
      "geocoding.repeated-address", .warns, at: place,
      fact:
        "\(count, "adresse écrite", "adresses écrites") plusieurs fois, dont \(far) à plus de 50 m l’une de l’autre : toutes gardées",
      remedy: "le signaler à qui tient la base ; entre plusieurs IRIS, la ligne est dite EGALITE")
  }

  static func cannotReopen(_ path: String) -> Problem {
    Problem(
      "geocoding.cannot-reopen", .stops, at: Place(file: path),
      fact: "la base d’adresses vient d’être écrite et ne se relit pas",
      remedy: "vérifier le disque, puis supprimer ce fichier et relancer", outcome: .temporary)
  }
}
