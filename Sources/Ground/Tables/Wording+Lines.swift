internal import Diagnostics

extension Wording {
  static func mixedLineEnds(_ place: Place, _ ends: LineEndCount) -> Problem {
    Problem(
      "tables.mixed-line-ends", .warns, at: place,
      fact:
        "fins de ligne mélangées : \(ends.pairs) CRLF, \(ends.feeds) LF, \(ends.carriageReturns) CR",
      remedy: "toutes sont acceptées ; vérifier que des fichiers n’ont pas été mis bout à bout")
  }

  static func oneColumn(_ place: Place) -> Problem {
    Problem(
      "tables.one-column", .warns, at: place,
      fact: "une seule colonne : aucun séparateur régulier parmi « ; », « , », « | » et tabulation",
      remedy:
        "si le fichier en a plusieurs, indiquer le séparateur ; s’il en sépare par des virgules, mettre entre guillemets les adresses qui en contiennent"
    )
  }

  static func quotedRows(_ place: Place) -> Problem {
    Problem(
      "tables.quoted-rows", .warns, at: place,
      fact: "une seule colonne : chaque ligne est tout entière entre guillemets",
      remedy: "refaire l’export sans guillemets autour des lignes, ou les ôter")
  }

  static func unnamedColumn(_ place: Place, _ index: Int) -> Problem {
    Problem(
      "tables.unnamed-column", .warns, at: place.at(column: index),
      fact: "colonne \(index + 1) sans nom", remedy: "la nommer si elle doit servir")
  }

  static func repeatedColumn(_ place: Place, _ name: String, _ indices: [Int]) -> Problem {
    Problem(
      "tables.repeated-column", .warns, at: place,
      fact:
        "nom « \(public: name) » porté par \(indices.count) colonnes : \(public: numbers(indices))",
      remedy: "leur donner des noms distincts si l’une d’elles doit servir")
  }

  static func doubleEncoding(_ place: Place, _ found: DoubleEncoding) -> Problem {
    let fate: Prose =
      found.isCertain
      ? "tout est rétabli"
      : "rien n’est changé, car des « Ã » ou « Â » ne se rétablissent pas (\(found.others))"
    return Problem(
      "tables.double-encoding", .warns, at: place,
      fact:
        "\(found.pairs, "lettre encodée", "lettres encodées") deux fois (« Ã© » pour « é ») : \(fate)",
      remedy: "refaire l’export en UTF-8 ou en Windows-1252, sans conversion intermédiaire")
  }

  static func noRows(_ place: Place) -> Problem {
    Problem(
      "tables.no-rows", .warns, at: place, fact: "un en-tête et aucune ligne de données",
      remedy: "vérifier l’export : un filtre a pu tout écarter")
  }

  static func recordTooLong(_ place: Place) -> Problem {
    Problem(
      "tables.record-too-long", .stops, at: place,
      fact: "ligne démesurée (au-delà de 64 Mio, ou de 1 Mio dans l’en-tête)",
      remedy: "vérifier que le fichier est bien une table de texte et que ses lignes finissent")
  }

  static func oddity(_ kind: TextCleaner.Oddity.Kind, _ place: Place) -> Problem {
    switch kind {
    case .zeroByte:
      Problem(
        "tables.zero-byte", .warns, at: place, fact: "octet nul dans la ligne",
        remedy: "fichier sans doute abîmé : refaire l’export")
    case .invalidUTF8:
      Problem(
        "tables.invalid-utf8", .warns, at: place,
        fact: "ligne qui n’est pas en UTF-8, lue comme Windows-1252",
        remedy: "déclarer l’encodage si tout le fichier est en Windows-1252")
    case .undefinedByte:
      Problem(
        "tables.undefined-byte", .warns, at: place,
        fact: "octet sans caractère dans l’encodage du fichier",
        remedy: "vérifier l’encodage déclaré ou déduit")
    }
  }

  static func setAside(
    _ reason: RowScanner.SetAside.Reason, _ place: Place, width: Int
  ) -> Problem {
    switch reason {
    case .fieldCount(let count):
      Problem(
        "tables.ragged-row", .dropsRow, at: place,
        fact: "\(count, "champ", "champs") au lieu de \(width)",
        remedy: "mettre entre guillemets le champ qui contient le séparateur ou une fin de ligne")
    case .unclosedQuote(let column):
      Problem(
        "tables.unclosed-quote", .dropsRow, at: place.at(column: column - 1),
        fact: "guillemet ouvert et jamais fermé ; lecture reprise à la ligne suivante",
        remedy: "fermer ou ôter le guillemet")
    case .note:
      Problem(
        "tables.note-row", .dropsRow, at: place,
        fact: "note sous la table (source, champ, lecture…), mise à part",
        remedy: "rien à faire ; si c’est une ligne de données, remplir ses autres colonnes")
    case .blank:
      Problem(
        "tables.blank-row", .dropsRow, at: place, fact: "ligne dont tous les champs sont vides",
        remedy: "rien à faire si elle est en fin de fichier ; sinon vérifier l’export")
    }
  }

  static func description(of dialect: Dialect) -> String {
    if let sheet = dialect.sheet {
      return "classeur, feuille « \(sheet) », en-tête ligne \(dialect.headerLine), "
        + "données dès la ligne \(dialect.firstDataLine)"
    }
    let reason = evidence(dialect).map { " (\($0))" } ?? ""
    let labels = dialect.labelLine.map { ", libellés ligne \($0)" } ?? ""
    return "\(dialect.encoding.rawValue)\(reason), séparateur \(separatorName(dialect.separator)), "
      + "fins de ligne \(dialect.lineEnd.rawValue), en-tête ligne \(dialect.headerLine)\(labels), "
      + "données dès la ligne \(dialect.firstDataLine)"
  }

  private static func evidence(_ dialect: Dialect) -> String? {
    switch dialect.evidence {
    case .declared: "déclaré"
    case .byteOrderMark: "déduit : marque d’ordre des octets"
    case .alternatingZeros: "déduit : un octet nul sur deux"
    case .ascii: "aucun octet > 0x7F au début"
    case .validSequences(let count):
      "déduit : \(FrenchNumber.grouped(count)) octets > 0x7F, tous en UTF-8 valide"
    case .invalidSequences(let count):
      "déduit : \(FrenchNumber.grouped(count)) octets > 0x7F, pas d’UTF-8 valide"
    }
  }

  private static func separatorName(_ byte: UInt8) -> String {
    byte == 0x09 ? "tabulation" : "« \(Character(Unicode.Scalar(byte))) »"
  }
}

extension Place {
  /// The same line, at a field.
  func at(column: Int) -> Place {
    var place = self
    place.column = column + 1
    return place
  }
}
