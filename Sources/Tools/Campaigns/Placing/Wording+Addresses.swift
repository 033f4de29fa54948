internal import Diagnostics

/// The sentences about addresses and their base.
extension Wording {
  static func addressesMissing(at place: Place) -> Problem {
    refused(
      "campaign.addresses-missing", at: place,
      fact: "une source porte des adresses mais aucune base d’adresses n’est déclarée",
      remedy: "ajouter references.addresses.files, la BAN du département par exemple")
  }

  static func addressesUnused(at place: Place) -> Problem {
    Problem(
      "campaign.addresses-unused", .warns, at: place,
      fact: "aucune source n’a d’adresses : la base d’adresses n’est pas lue",
      remedy: "ôter la clé, ou déclarer address dans une source")
  }

  static func addressWithoutStreet(at place: Place) -> Problem {
    refused(
      "campaign.address-without-street", at: place,
      fact: "aucune colonne de l’adresse ne dit la voie",
      remedy: "déclarer street, line ou place")
  }

  static func noAddresses() -> Problem {
    Problem(
      "campaign.no-addresses", .stops, at: Place(key: "--addresses"),
      fact: "aucune base d’adresses n’est donnée",
      remedy: "donner un fichier de la BAN ou une base adresse locale (adresses-21.csv.gz)",
      outcome: .usage)
  }

  static func contoursNeeded() -> Problem {
    Problem(
      "campaign.contours-needed", .stops, at: Place(key: "--contours"),
      fact: "sans contours, rien ne se compte ni ne s’éprouve à l’IRIS",
      remedy: "ajouter --contours et le fichier des contours IRIS", outcome: .usage)
  }
}
