/// Small files in the layouts of the producers, one row or two each.
public enum OfficialFiles {
  /// BAN, 20 columns.
  public static let ban20 =
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
    + "nom_ancienne_commune;x;y;lon;lat;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;"
    + "source_nom_voie\n21231_0590_00001;21231_0590;1;;Rue A;21000;21231;Dijon;;;1;2;5;47;;;DIJON;RUE A;a;b\n"

  /// BAN, 23 columns.
  public static let ban23 = wider(ban20, after: "lat", with: "type_position", value: "entrée")
    .appending("certification_commune;cad_parcelles", "1;")

  /// BAN with identifiers, 26 columns.
  public static let ban26 = ban23.appending(
    "id_ban_adresse;id_ban_toponyme;id_ban_commune", "u;v;w")

  /// BAN as it was from 2015 to 2018.
  public static let ban2015 =
    "id;nom_voie;id_fantoir;numero;rep;code_insee;code_post;alias;nom_ld;nom_afnor;"
    + "libelle_acheminement;x;y;lon;lat;nom_commune\nADR1;Rue A;0590;1;;21231;21000;;;RUE A;DIJON;1;2;5;47;Dijon\n"

  /// BAN, places called.
  public static let places =
    "id;nom_lieu_dit;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
    + "nom_ancienne_commune;x;y;lon;lat;source_position;source_nom_voie\n21231_B001;Le Lac;21000;21231;Dijon;;;1;2;5;47;a;b\n"

  /// BAL 1.3.
  public static let bal13 =
    "cle_interop;uid_adresse;voie_nom;lieudit_complement_nom;numero;suffixe;commune_insee;"
    + "commune_nom;position;x;y;long;lat;source;date_der_maj;certification_commune\n"
    + "21231_0590_00001;;Rue A;;1;;21231;Dijon;entrée;1;2;5;47;Dijon;2026-03-02;1\n"
    + "21231_0590_00002;;Rue A;;2;;21231;Dijon;entrée;1;2;5;47;Dijon;2026-01-05;1\n"

  /// BAL 1.5.
  public static let bal15 =
    "id_ban_commune;id_ban_toponyme;id_ban_adresse;cle_interop;toponyme;lieudit_complement_nom;numero;"
    + "suffixe;commune_insee;commune_nom;position;x;y;long;lat;cad_parcelles;source;date_der_maj;"
    + "certification_commune\na;b;c;21231_0590_00001;Rue A;;1;;21231;Dijon;entrée;1;2;5;47;;Dijon;2026-03-02;1\n"

  /// COG, communes.
  public static let communes =
    "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n"
    + "COM,21231,27,21,21D,213,0,DIJON,Dijon,Dijon,2199,\n"

  /// COG, events of 2019 and 2024.
  public static let movements =
    "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,"
    + "NCC_AP,NCCENR_AP,LIBELLE_AP\n32,2024-01-01,COM,21001,0,AGENCOURT,Agencourt,Agencourt,COM,21231,0,"
    + "DIJON,Dijon,Dijon\n32,2019-01-01,COM,21002,0,AGEY,Agey,Agey,COM,21231,0,DIJON,Dijon,Dijon\n"

  /// La Poste, layout of 2023.
  public static let postcodesOfOld =
    "#Code_commune_INSEE;Nom_commune;Code_postal;Ligne_5;Libellé_d_acheminement;coordonnees_gps\r\n"
    + "21231;DIJON;21000;;DIJON;47.3,5.0\r\n"

  /// La Poste, layout of 2025.
  public static let postcodes =
    "\"code_commune_insee\",\"nom_de_la_commune\",\"code_postal\",\"libelle_d_acheminement\","
    + "\"ligne_5\",\"_geopoint\"\n\"21231\",\"DIJON\",\"21000\",\"DIJON\",\"\",\"47.3,5.0\"\n"

  /// The census of a year over some IRIS.
  public static func census(_ year: Int, _ irises: [String] = ["212310101", "212310102"]) -> String
  {
    let prefix = "P" + String(year).suffix(2)
    return "IRIS;COM;TYP_IRIS;LAB_IRIS;\(prefix)_POP;\(prefix)_POP0014\n"
      + irises.map { "\($0);\($0.prefix(5));H;1;2057.93753915075;300.5\n" }.joined()
  }

  /// INSEE's « meta » file.
  public static let dictionary =
    "COD_VAR;LIB_VAR;LIB_VAR_LONG;COD_MOD;LIB_MOD;TYPE_VAR;LONG_VAR\nP22_POP;Pop;Population;;;NUM;18\n"

  /// Contours as a GeoJSON of two squares, under the attribute names of an edition.
  public static func contours(
    _ names: (commune: String, own: String, code: String) = ("code_insee", "iris", "code_iris"),
    _ irises: [String] = ["212310101", "212310102"], year: String? = nil
  ) -> String {
    let features = irises.enumerated().map { index, code in
      let west = 850_000 + 100 * index
      let ring = [(west, 0), (west + 100, 0), (west + 100, 100), (west, 100), (west, 0)]
        .map { "[\($0.0),\(6_700_000 + $0.1)]" }.joined(separator: ",")
      let extra = year.map { "\"year\":\"\($0)\"," } ?? ""
      return
        "{\"type\":\"Feature\",\"properties\":{\(extra)\"\(names.commune)\":\"\(code.prefix(5))\",\"\(names.own)\":\"\(code.suffix(4))\",\"\(names.code)\":\"\(code)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}}"
    }
    return
      "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::2154\"}},\"features\":[\(features.joined(separator: ","))]}"
  }

  /// The parts of a Shapefile with one square, as editions 2015 to 2023 name their attributes.
  public static func shapefile(_ code: String) -> [(suffix: String, bytes: [UInt8])] {
    var builder = ShapefileBuilder()
    builder.add([clockwiseSquare(850_000, 850_100)])
    let cells = [code.prefix(5), code.suffix(4), code[...]].map { Array($0.utf8) }
    let table = ShapefileBuilder.dbf(
      [("INSEE_COM", "C", 5, 0), ("IRIS", "C", 4, 0), ("CODE_IRIS", "C", 9, 0)], [cells])
    return [("shp", builder.shp), ("shx", builder.shx), ("dbf", table)]
  }

  private static func wider(
    _ table: String, after column: String, with name: String, value: String
  ) -> String {
    let lines = table.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    let place = (lines[0].firstIndex { $0 == column } ?? 0) + 1
    return lines.enumerated().map { index, cells in
      var cells = cells.map(String.init)
      cells.insert(index == 0 ? name : value, at: place)
      return cells.joined(separator: ";") + "\n"
    }.joined()
  }
}

extension String {
  /// A table with more columns at its end.
  fileprivate func appending(_ names: String, _ values: String) -> String {
    split(separator: "\n").enumerated().map { index, line in
      "\(line);\(index == 0 ? names : values)\n"
    }.joined()
  }
}
