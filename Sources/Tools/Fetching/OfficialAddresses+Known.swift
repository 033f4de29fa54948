extension OfficialAddresses {
  /// The table as it is known today, written into a library that has none.
  ///
  /// - Source: INPUTS.md §3.2–3.4; addresses quoted in public code of 2023 to 2026. INSEE gives each
  ///   file a new number each year: no rule finds next year's.
  static let known =
    """
    # Où maille references fetch prend les fichiers officiels. À corriger ici quand une adresse change.
    # genre : contours, recensement, adresses, lieux-dits, communes, mouvements, codes-postaux
    # geographie : année des contours avec lesquels le fichier va (« * » : toutes)
    # millesime : sous lequel le ranger (« * » : le jour que donne le serveur)
    # adresse : {departement} 21, {systeme} LAMB93, {territoire} FXX ; empreinte : celle du .md5, {adresse} la reprend
    # L’INSEE change de numéro chaque année : le recopier de la page de téléchargement.
    genre\tgeographie\tmillesime\tadresse\tempreinte
    contours\t2024\t2024\t\(ign("2024"))\t{adresse}.md5
    contours\t2025\t2025\t\(ign("2025"))\t{adresse}.md5
    contours\t2026\t2026\t\(ign("2026"))\t{adresse}.md5
    contours\t2023\t2023\thttps://data.geopf.fr/telechargement/download/CONTOURS-IRIS/CONTOURS-IRIS_3-0__SHP__FRA_2023-01-01/CONTOURS-IRIS_3-0__SHP__FRA_2023-01-01.7z\t{adresse}.md5
    contours\t2022\t2022\thttps://data.geopf.fr/telechargement/download/CONTOURS-IRIS/CONTOURS-IRIS_2-1__SHP__FRA_2022-01-01/CONTOURS-IRIS_2-1__SHP__FRA_2022-01-01.7z\t{adresse}.md5
    recensement\t2024\tRP2022\t\(insee("8647014/base-ic-evol-struct-pop-2022_csv.zip"))\t
    recensement\t2023\tRP2021\t\(insee("8268806/base-ic-evol-struct-pop-2021_csv.zip"))\t
    recensement\t2022\tRP2020\t\(insee("7704076/base-ic-evol-struct-pop-2020_csv.zip"))\t
    recensement\t2021\tRP2019\t\(insee("6543200/base-ic-evol-struct-pop-2019.zip"))\t
    adresses\t*\t*\thttps://adresse.data.gouv.fr/data/ban/adresses/latest/csv/adresses-{departement}.csv.gz\t
    lieux-dits\t*\t*\thttps://adresse.data.gouv.fr/data/ban/adresses/latest/csv/lieux-dits-{departement}-beta.csv.gz\t
    communes\t2025\t2025\t\(insee("8377162/v_commune_2025.csv"))\t
    mouvements\t2025\t2025\t\(insee("8377162/v_mvt_commune_2025.csv"))\t
    communes\t2024\t2024\t\(insee("7766585/v_commune_2024.csv"))\t
    mouvements\t2024\t2024\t\(insee("7766585/v_mvt_commune_2024.csv"))\t
    communes\t2023\t2023\t\(insee("6800675/v_commune_2023.csv"))\t
    mouvements\t2023\t2023\t\(insee("6800675/v_mvtcommune_2023.csv"))\t
    codes-postaux\t*\t*\thttps://datanova.laposte.fr/data-fair/api/v1/datasets/laposte-hexasmal/raw\t

    """

  private static func ign(_ year: String) -> String {
    let name = "CONTOURS-IRIS_3-0__GPKG_{systeme}_{territoire}_\(year)-01-01"
    return "https://data.geopf.fr/telechargement/download/CONTOURS-IRIS/\(name)/\(name).7z"
  }

  private static func insee(_ file: String) -> String {
    "https://www.insee.fr/fr/statistiques/fichier/\(file)"
  }
}
