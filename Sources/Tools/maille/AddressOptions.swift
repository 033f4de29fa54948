internal import ArgumentParser
internal import Campaigns
internal import Geocoding

/// The reference data of geocoding.
struct AddressOptions: ParsableArguments {
  @Option(help: "Une base d’adresses : BAN ou BAL, .csv ou .csv.gz ; peut être répété.")
  var addresses: [String] = []

  @Option(help: "Les communes du COG (v_commune, v_mvtcommune) ; peut être répété.")
  var communes: [String] = []

  @Option(help: "Les codes postaux de La Poste (hexasmal) ; peut être répété.")
  var postcodes: [String] = []

  @Option(help: "Les contours IRIS : GeoPackage, GeoJSON, Shapefile ou .zip.")
  var contours: String?

  @Option(help: "La couche du GeoPackage, s’il en a plusieurs qui conviennent.")
  var layer: String?

  var references: GeocodingReferences {
    GeocodingReferences(
      addresses: addresses, communes: communes, postcodes: postcodes, contours: contours,
      layer: layer)
  }
}

/// The columns of the address; recognised by their usual names when none is given.
struct ColumnOptions: ParsableArguments {
  @Option(help: "Une colonne d’adresse entière ou de ligne d’adresse ; peut être répété.")
  var line: [String] = []

  @Option(help: "La colonne du numéro.") var number: String?
  @Option(help: "La colonne de l’indice (bis, ter, B).") var suffix: String?
  @Option(help: "La colonne du type de voie.") var type: String?
  @Option(help: "La colonne du nom de la voie.") var street: String?
  @Option(help: "Une colonne de complément ; peut être répété.") var complement: [String] = []
  @Option(help: "La colonne du lieu-dit.") var place: String?
  @Option(help: "La colonne du code postal.") var postcode: String?
  @Option(help: "La colonne de la commune.") var city: String?
  @Option(help: "La colonne du code INSEE.") var insee: String?
  @Option(help: "Le code INSEE de toutes les lignes, si le fichier ne le dit pas.")
  var inCommune: String?

  var declared: [(part: AddressQuery.Part, name: String)] {
    let single: [(AddressQuery.Part, String?)] = [
      (.number, number), (.suffix, suffix), (.type, type), (.street, street), (.place, place),
      (.postcode, postcode), (.city, city), (.insee, insee),
    ]
    return complement.map { (.complement, $0) } + line.map { (.line, $0) }
      + single.compactMap { part, name in name.map { (part, $0) } }
  }
}
