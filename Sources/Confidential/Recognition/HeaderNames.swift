internal import Tables

/// The roles that column names announce.
///
/// - Source: INPUTS.md §3.1, ATTRIBUTES.md; files of CPAM, CAF, France Travail
public enum HeaderNames {
  private static let names: [(role: ColumnRole, names: String)] = [
    (
      .number,
      "N_VOIE NUM_VOIE NUMERO NUM NO_VOIE NUMERO_VOIE NUMERO_DE_VOIE N_RUE NUM_RUE NUMERO_RUE"
    ),
    (
      .suffix,
      "INDICE BIS REP SUFFIXE BIS_TER IND_REP INDICE_REP INDICE_REPETITION REPETITION BTQ BISTQ"
    ),
    (.streetType, "TYPE_VOIE TYP_VOIE NATURE_VOIE TYPE_DE_VOIE NAT_VOIE CODE_VOIE_TYPE"),
    (
      .street,
      "LIB_VOIE NOM_VOIE VOIE LIBELLE_VOIE VOIE_NOM RUE LIBELLE_DE_VOIE TOPONYME NOM_RUE LIB_RUE LIBELLE_RUE NOM_DE_VOIE NOM_DE_LA_VOIE"
    ),
    (
      .address,
      "ADRESSE ADR ADRESSE_COMPLETE ADRESSE_POSTALE ADRESSE_1 ADRESSE_2 ADRESSE_3 ADRESSE_4 ADRESSE_5 ADRESSE_6 ADR_1 ADR_2 ADR_3 ADR_4 ADR_5 ADR_6 ADRESSE_LIGNE_1 ADRESSE_LIGNE_2 ADR_LIGNE ADRESSE_LIBELLE LIBELLE_ADRESSE NUM_ET_VOIE SIEGE SIEGE_SOCIAL L4 L6 LIGNE_4 LIGNE_6 RNVP_4 RNVP_6 RNVP_L4 RNVP_L6"
    ),
    (
      .complement,
      "COMPLEMENT COMPL L2 L3 LIGNE_2 LIGNE_3 RNVP_2 RNVP_3 RNVP_L2 RNVP_L3 BATIMENT BAT RESIDENCE ESCALIER ETAGE PORTE COMPLEMENT_ADRESSE COMPLEMENT_D_ADRESSE CPLT_ADR COMPL_ADR"
    ),
    (
      .place,
      "L5 LIGNE_5 RNVP_5 RNVP_L5 LIEU_DIT HAMEAU NOM_LD LIEUDIT_COMPLEMENT_NOM QUARTIER_LIEUDIT"
    ),
    (
      .postcode,
      "CP CODE_POSTAL CODE_POST COD_POST COD_POS COD_POSTAL CD_POSTAL CPOSTAL CPOST POSTAL"
    ),
    (
      .city,
      "VILLE NOM_VILLE VILLE_NOM COMMUNE LIBELLE_COMMUNE NOM_COMMUNE COMMUNE_NOM LOCALITE LIB_COM NOMC NOM_COM LIB_COMMUNE ACHEMINEMENT LIBELLE_ACHEMINEMENT LIBELLE_D_ACHEMINEMENT BUREAU_DISTRIBUTEUR CP_VILLE CP_COMMUNE CP_ET_VILLE CODE_POSTAL_VILLE CODE_POSTAL_ET_VILLE"
    ),
    (
      .commune,
      "INSEE CODE_INSEE DEPCOM COM CODE_COMMUNE COMMUNE_INSEE INSEE_COM INSEE_COMMUNE DC CODGEO CODE_COM COD_COM COD_INSEE CODE_INSEE_COMMUNE CODE_COMMUNE_INSEE"
    ),
    (.iris, "IRIS CODE_IRIS DCOMIRIS CODEIRIS COD_IRIS CODE_IRIS_9 IRIS_CODE"),
    (.x, "X COORD_X X_L93 X_LAMBERT X_LAMB93 LAMBX COORDX X_LAMBERT93 X_LAMBERT_93 EASTING"),
    (.y, "Y COORD_Y Y_L93 Y_LAMBERT Y_LAMB93 LAMBY COORDY Y_LAMBERT93 Y_LAMBERT_93 NORTHING"),
    (.longitude, "LON LONG LONGITUDE LNG"),
    (.latitude, "LAT LATITUDE"),
    (.count, "NB NOMBRE EFFECTIF EFF N EFFECTIFS NBRE"),
    (.age, "AGE TRANCHE_AGE TR_AGE CLASSE_AGE TRANCHE_D_AGE AGE_TR AGE_RUPTURE"),
    (.birthYear, "ANNEE_NAISSANCE AN_NAIS ANNAIS ANNEE_NAIS ANNEE_DE_NAISSANCE"),
    (.sex, "SEXE SEX GENRE CIVILITE CIV SEXE_CODE CODE_SEXE CD_SEXE"),
    (.period, "ANNEE MILLESIME PERIODE MOIS DATE_REF DATE_REFERENCE ANNEE_REF AN DATE_SITUATION"),
    (
      .key,
      "NUM_DOSSIER ID IDENTIFIANT REF REFERENCE PSEUDO PSEUDONYME MATRICULE CLE UID_ADRESSE NUM_ALLOC DOSSIER ID_BENEF CLE_INTEROP NUMDOSSIER N_DOSSIER NO_DOSSIER NUMERO_DOSSIER N_DE_DOSSIER NUMERO_DE_DOSSIER ID_DOSSIER ID_USAGER ID_PERSONNE ID_INDIVIDU ID_ALLOC ID_ALLOCATAIRE ID_ASSURE ID_FOYER NUM_ALLOCATAIRE N_ALLOCATAIRE NUMERO_ALLOCATAIRE NUM_BENEF NUM_USAGER NUM_ADHERENT"
    ),
    (
      .personName,
      "NOM PRENOM PRENOMS NOM_PRENOM NOM_NAISSANCE NOM_USAGE NOM_PATRONYMIQUE L1 NOM_BENEFICIAIRE NOM_ALLOCATAIRE BENEFICIAIRE ALLOCATAIRE ASSURE CONJOINT IDENTITE NOM_DE_NAISSANCE NOM_ET_PRENOM LIGNE1 LIGNE_1 RNVP1 RNVP_L1"
    ),
    (
      .nir, "NIR NUM_SECU SECU NSS NIA NUMERO_SECU NO_SECU NUM_SS N_SECU NUMERO_DE_SECURITE_SOCIALE"
    ),
    (
      .birthDate,
      "DATE_NAISSANCE DDN DATNAIS NAISSANCE DATE_NAIS DT_NAIS DATE_DE_NAISSANCE DNAIS NE_LE"
    ),
    (.phone, "TEL TELEPHONE PORTABLE MOBILE TEL_PORTABLE TEL1 TEL2 NUM_TEL FIXE"),
    (.mail, "MAIL EMAIL E_MAIL COURRIEL MEL ADRESSE_MAIL ADRESSE_ELECTRONIQUE"),
    (.bank, "IBAN RIB BIC BANQUE COMPTE COMPTE_BANCAIRE"),
  ]

  private static let roles: [String: ColumnRole] = Dictionary(
    names.flatMap { entry in
      entry.names.split(separator: " ").map { (joined(String($0)), entry.role) }
    },
    uniquingKeysWith: { first, _ in first })

  private static let prefixes: [(String, ColumnRole)] = [
    ("NB_", .count), ("NBRE_", .count), ("NOMBRE_", .count), ("EFFECTIF_", .count),
    ("CODE_POSTAL", .postcode), ("TRANCHE_AGE", .age),
  ]

  /// The role of each column of a file: « N° » beside a street is its number, not how many.
  public static func roles(of names: [String], labels: [String] = []) -> [ColumnRole?] {
    let roles = names.indices.map { index in
      role(of: names[index], label: labels.indices.contains(index) ? labels[index] : "")
    }
    let hasStreet = roles.contains { $0 == .street || $0 == .address || $0 == .place }
    return roles.indices.map { index in
      let isNumber = hasStreet && roles[index] == .count && ColumnName.folded(names[index]) == "N"
      return isNumber ? .number : roles[index]
    }
  }

  /// - Parameters:
  ///   - label: the long label under the name; empty when there is none
  public static func role(of name: String, label: String = "") -> ColumnRole? {
    let folded = ColumnName.folded(name)
    let about = ColumnName.folded(label)
    let known = roles[joined(folded)]
    if known == .personName, about.contains("ZONE") || about.contains("IRIS") { return nil }
    if let known { return known }
    if let address = QualifiedName(folded).reduced.lazy.compactMap({ name, takesNumbers in
      roles[joined(name)].flatMap { $0.isOfAddress(withNumber: takesNumbers) ? $0 : nil }
    }).first {
      return address
    }
    if QuantityName(folded).isMeasure || QuantityName(about).isMeasure { return .measure }
    return prefixes.first { folded.hasPrefix($0.0) }?.1 ?? IdentityName.role(of: folded)
  }

  /// Whether a name is one that programs give to columns without any: none, « Colonne1 »,
  /// « Unnamed: 3 », « F2 ».
  static func isMadeUp(_ name: String) -> Bool {
    let folded = ColumnName.folded(name)
    if folded.isEmpty { return true }
    let stem = folded.prefix { $0.isLetter }
    let number = folded.dropFirst(stem.count).drop { $0 == "_" }
    return fillers.contains(String(stem)) && !number.isEmpty && number.allSatisfy(\.isNumber)
  }

  private static let fillers: Set<String> = [
    "CHAMP", "COL", "COLONNE", "COLUMN", "EXPR", "F", "FIELD", "UNNAMED", "VAR",
  ]

  /// Words run together: `NUM_VOIE` and `NUMVOIE` are one name.
  private static func joined(_ folded: String) -> String { folded.filter { $0 != "_" } }
}
