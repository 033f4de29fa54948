internal import Geocoding

extension AddressColumns {
  /// The address columns of a file by their usual names: those of the BAN, of municipal bases and of
  /// partners' extracts.
  ///
  /// A number, suffix or type alone is taken only beside a street; where a file has both a whole
  /// address and its parts, the parts are taken.
  ///
  /// - Returns: `nil` when no column tells a street
  public static func recognised(
    in names: [String], commune: String? = nil
  ) -> AddressColumns? {
    let known = names.compactMap { name in
      partOfName[folded(name)].map { Column($0, name) }
    }
    let hasParts = known.contains { $0.part == .street }
    let kept = known.filter { !(hasParts && $0.part == .line) }
    let columns = AddressColumns(kept, commune: commune)
    return columns.hasStreet ? columns : nil
  }

  /// Small letters and digits only.
  private static func folded(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.compactMap { scalar -> Character? in
        switch scalar {
        case "a"..."z", "0"..."9": Character(scalar)
        case "é", "è", "ê": "e"
        case "à", "â": "a"
        case "ô": "o"
        default: nil
        }
      })
  }

  private static let partOfName: [String: AddressQuery.Part] = {
    let names: [(AddressQuery.Part, String)] = [
      (.number, "numero num nvoie novoie numvoie numerovoie numerodevoie numerorue numrue nrue n"),
      (.suffix, "rep bis indice suffixe repetition indicerepetition indrep bister btq bistq"),
      (.type, "typevoie typvoie typedevoie naturevoie natvoie codevoietype"),
      (
        .street,
        "voie nomvoie libvoie libellevoie libelledevoie rue nomrue librue libellerue voienom "
          + "toponyme nomdevoie nomdelavoie"
      ),
      (
        .line,
        "adresse adr adressepostale adressecomplete libelleadresse adresse1 adresse2 adresse3 "
          + "adresseligne1 adresseligne2 ligne4 l4 rnvp4 ligne6 l6 rnvp6 adresselibelle adrligne"
      ),
      (
        .complement,
        "complement complementadresse complementdadresse cpltadr compladr compl batiment bat "
          + "residence escalier etage porte ligne2 ligne3 l2 l3 rnvp2 rnvp3"
      ),
      (.place, "lieudit nomld ligne5 l5 rnvp5 lieuditcomplementnom hameau quartierlieudit"),
      (.postcode, "cp codepostal codpost codepost postal cpost codpostal"),
      (
        .city,
        "ville commune nomcommune localite libellecommune libcom libcommune acheminement "
          + "libelleacheminement bureaudistributeur communenom nomville villenom nomcom"
      ),
      (
        .insee,
        "insee codeinsee codecommune codgeo depcom codecommuneinsee inseecom communeinsee "
          + "inseecommune codeinseecommune codcom codinsee"
      ),
    ]
    let pairs = names.flatMap { part, words in
      words.split(separator: " ").map { (String($0), part) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()
}
