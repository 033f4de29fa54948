/// The health insurance's file: one row per person, Windows-1252, semicolons, decimal commas.
enum BeneficiaryFile {
  static let header = [
    "NUM_DOSSIER", "NOM", "PRENOM", "SEXE", "AGE", "REGIME_C2S", "ADRESSE", "CP", "COMMUNE",
    "CODE_INSEE", "X_L93", "Y_L93",
  ]

  static func bytes(_ list: BeneficiaryList, seed: UInt64) -> [UInt8] {
    var chance = Chance(seed: seed, topic: "beneficiary file")
    let rows = list.rows.enumerated().map { index, row in
      [
        "INV\(String(index + 1).padded(to: 6))", chance.pick(names), "PSEUDONYME \(index + 1)",
        row.isMale ? "M" : "F", String(row.age),
        chance.happens(0.78) ? "C2S gratuite" : "C2S participative", row.line, row.postcode,
        row.city, row.inseeCode, row.x, row.y,
      ]
    }
    return Text.windows1252(Text.table([header] + rows, end: "\r\n"))
  }

  /// Birds, so that nobody can take them for people.
  private static let names = [
    "MÉSANGE", "ALOUETTE", "FAUVETTE", "ROSSIGNOL", "PINSON", "GRIVE", "BOUVREUIL", "CHARDONNERET",
    "LINOTTE", "TOURTERELLE", "MERLE NOIR", "LORIOT", "HÉRON CENDRÉ", "MARTINET", "PIC ÉPEICHE",
    "ROITELET", "BERGERONNETTE", "HUPPE FASCIÉE", "VANNEAU", "GEAI DES CHÊNES", "COURLIS",
  ]
}
