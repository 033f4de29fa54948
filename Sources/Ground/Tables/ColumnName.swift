/// The name of a column, told whatever its case, accents and punctuation.
///
/// - Confidential: no; a cell may be asked of, and is not kept
public enum ColumnName {
  /// « N° voie » → `N_VOIE`, « Âge » → `AGE`; marks that only accompany a letter are left out.
  public static func folded(_ name: String) -> String {
    var words: [String] = [""]
    for scalar in name.unicodeScalars {
      if let letter = plain(scalar) {
        words[words.count - 1] += letter
      } else if words.last != "" {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: "_")
  }

  /// Whether a text is of those by which files usually name a column.
  public static func isUsual(_ name: String) -> Bool {
    let folded = folded(name)
    let words = folded.split(separator: "_")
    guard let first = words.first, words.count <= mostWords else { return false }
    if openers.contains(String(first)) { return true }
    if whole.contains(folded.filter { $0 != "_" }) { return true }
    return name.contains("_") && !name.contains { $0.isWhitespace }
  }

  private static let mostWords = 9

  /// Words that begin a column's name and no value.
  private static let openers = set(
    "ADR ADRESSE AGE AN ANNEE CD COD CODE COORD DATE DT EFF EFFECTIF EFFECTIFS ID IDENTIFIANT LIB "
      + "LIBELLE MONTANT N NB NBRE NO NOM NOMBRE NOMS NUM NUMERO PART PRENOM PRENOMS REF REFERENCE "
      + "SEXE TAUX TEL TELEPHONE TRANCHE TYP TYPE")

  /// Words that name a column when they stand alone.
  private static let whole = set(
    "ACHEMINEMENT ALLOCATAIRE ANNAIS ASSURE BANQUE BAT BATIMENT BENEFICIAIRE BIC BIS BTQ BTER "
      + "CATEGORIE CATEGORIES CHAMP CIV CIVILITE CLASSE CLE CODGEO COLONNE COM COMMENTAIRE COMMUNE "
      + "COMPL COMPLEMENT COMPTE CONJOINT CONTACT COORDX COORDY COURRIEL CP CPOST CPOSTAL CRS CSP DC "
      + "DCOMIRIS DDN DECISION DEP DEPARTEMENT DEPCOM DESCRIPTION DIFFUSION DISPO DISPONIBILITE "
      + "DISPOSITIF DIVERS DOMAINE DOSSIER DROIT DROITS DUREE EASTING EDITION EMAIL EPCI ESCALIER ETAGE "
      + "ETAT FAMILLE FIXE FORME GENRE GROUPE HAMEAU IBAN IDENTITE INDICATEUR INDICE INSEE IRIS LABEL "
      + "LAMBX LAMBY LAT LATITUDE LIEUDIT LIGNE LNG LOCALITE LON LONG LONGITUDE MAIL MATRICULE MEL "
      + "MILLESIME MOBILE MODALITE MOIS MOTIF NAISSANCE NAME NATIONALITE NATURE NELE NIA NIR NIVEAU "
      + "NOMC NORTHING NOTE NOTES NSS OBS OBSERVATION OBSERVATIONS ORGANISME PAYS PERIODE PORTABLE "
      + "PORTE POSTAL PRESTATION PROFESSION PSEUDO PSEUDONYME QUARTIER RAISON RANG REG REGIME REGION "
      + "REMARQUE REP REPETITION RESIDENCE RIB RUE SECRET SECTEUR SECU SITE SITUATION SEX SOURCE STATUT "
      + "STRUCTURE SUFFIXE TITRE TEXTE TOPONYME TRIMESTRE UNITE UU VALEUR VARIABLE VILLE VOIE X XL93 Y "
      + "YL93 ZONE L1 L2 L3 L4 L5 L6 LIGNE1 LIGNE2 LIGNE3 LIGNE4 LIGNE5 LIGNE6 RNVP1 RNVP2 RNVP3 RNVP4 "
      + "RNVP5 RNVP6 RNVPL1 RNVPL2 RNVPL3 RNVPL4 RNVPL5 RNVPL6 NOMPRENOM NUMETVOIE CODEPOSTAL SIREN "
      + "SIRET LIEU TEL1 TEL2 ADR1 ADR2 ADR3 ADRESSE1 ADRESSE2 ADRESSE3 BISTER BUREAUDISTRIBUTEUR "
      + "CPLTADR EMAILS INDREP INDICEREP MAILS NATVOIE UIDADRESSE QUARTIERLIEUDIT CLEINTEROP CPTE")

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z": String(Character(scalar)).uppercased()
    case "A"..."Z", "0"..."9": String(Character(scalar))
    case "À", "Â", "Ä", "à", "â", "ä": "A"
    case "É", "È", "Ê", "Ë", "é", "è", "ê", "ë": "E"
    case "Î", "Ï", "î", "ï": "I"
    case "Ô", "Ö", "ô", "ö": "O"
    case "Ù", "Û", "Ü", "ù", "û", "ü": "U"
    case "Ç", "ç": "C"
    case "Œ", "œ": "OE"
    // accents of their own, and what has no width
    case "\u{300}"..."\u{36F}", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{FEFF}": ""
    default: nil
    }
  }
}
