import Diagnostics
import TestSupport
import Testing

@testable import Recognition

/// Files that look like others: what a hostile reader found, each with the mistake that it provoked.
@Suite struct HostileFileTests {
  static func profile(_ header: String, _ rows: [String]) throws -> TableProfile {
    try ColumnTests.profile(([header] + rows).joined(separator: "\n") + "\n")
  }

  static func rows(_ count: Int = 40, _ row: (Int) -> String) -> [String] { (0..<count).map(row) }

  static func iris(_ index: Int) -> String {
    "21231\(index / 9 < 9 ? "0" : "")\(index / 9 + 1)0\(index % 9 + 1)"
  }

  @Test(arguments: ["Mme DURAND", "Durand", "vu le 3", "123"])
  func `a note about somebody proposes nothing`(note: String) throws {
    let rows = Self.rows { "\(Self.iris($0));\($0 == 5 ? note : "0");\($0 == 5 ? "" : "7")" }
    #expect(try Self.profile("CODE_IRIS;NOTES;NB", rows).unavailable == nil)
  }

  @Test func `a note beside people proposes nothing`() throws {
    let rows = Self.rows { "A\($0);1 rue Monge;\($0 == 5 ? "2" : "1");\($0 == 5 ? "" : "7")" }
    #expect(try Self.profile("REF;ADRESSE;NOTES;SOLDE", rows).unavailable == nil)
  }

  @Test(arguments: [
    ("REF;ADRESSE;CP", "A9;Somme (rue de la) 0;21000"), ("REF;ADRESSE;CP", ";Total;21000"),
    ("REF;RESIDENCE;ADRESSE", "A9;Ensemble Les Lilas;1 rue Monge"),
    ("REF;RESIDENCE;ADRESSE", "A9;Ensemble;1 rue Monge"), ("REF;ADRESSE;NOTE", "A9;1 rue X;Total"),
    ("CODE_IRIS;LIB;NB", "212310101;Somme (quartier de la);4"),
    ("CODE_IRIS;LIB;NB", "212310101;Total Energies;4"),
  ])
  func `somebody's row is no total`(header: String, row: String) throws {
    let others = Self.rows(9) {
      header.hasPrefix("REF") ? "A\($0);\($0) rue Neuve;x" : "\(Self.iris($0));Q;1"
    }
    let profile = try Self.profile(header, others + [row])
    #expect(profile.totalWords.isEmpty)
    #expect(profile.totals.count == 0)
  }

  @Test(arguments: [
    "Total", "Total:", "TOTAL GÉNÉRAL", "Grand total", "Sous total", "Sous-total", "Tot.",
    "Ensemble",
  ])
  func `a total is found by its word`(word: String) throws {
    let rows = Self.rows(9) { "\(Self.iris($0));Q\($0);5" }
    let profile = try Self.profile("CODE_IRIS;LIB;NB", rows + [";\(word);45"])
    #expect(profile.totalWords == ["LIB": [word]])
    #expect(profile.communes.map(\.code) == ["21231"])
  }

  @Test(arguments: [
    ("Total Dijon", "Total *"), ("TOTAL DE DIJON", "Total *"), ("Sous-total Est", "Sous-total *"),
    ("Grand total Côte-d’Or", "Grand total *"),
  ])
  func `a total that names its place is told by how it begins`(text: String, told: String) throws {
    let rows = Self.rows(9) { "\(Self.iris($0));Q\($0);5" }
    let profile = try Self.profile("CODE_IRIS;LIB;NB", rows + [";\(text);45"])
    #expect(profile.totals.count == 1 && profile.totals.lines == [11])
    #expect(profile.totalWords == ["LIB": [told]] && !profile.hasUntoldTotals)
  }

  @Test func `where an IRIS is named so, nothing tells the totals apart`() throws {
    let rows = Self.rows(9) { "\(Self.iris($0));\($0 == 3 ? "Total Énergies" : "Q\($0)");5" }
    let profile = try Self.profile("CODE_IRIS;LIB;NB", rows + [";Total Dijon;45"])
    #expect(profile.totals.count == 1 && profile.totalWords.isEmpty && profile.hasUntoldTotals)
  }

  @Test func `a total is found beyond the sixth column`() throws {
    let rows = Self.rows(9) { "\(Self.iris($0));1;2;3;4;5;Q;6" }
    let profile = try Self.profile("CODE_IRIS;A1;A2;A3;A4;A5;LIB;NB", rows + [";1;2;3;4;5;Total;6"])
    #expect(profile.totals.count == 1)
  }

  @Test(arguments: [
    ("COM", "Dijon", []), ("IRIS", "0101", []), ("CODE_INSEE", "20123", []),
    ("CODE_INSEE", "99100", []),
    ("CODE_INSEE", "2A004", ["2A004"]), ("CODE_INSEE", "1004", ["01004"]),
    ("CODE_INSEE", "0Tot.", []), ("CODE_INSEE", "21231.0", ["21231"]),
    ("IRIS", "2,12310101E+08", ["21231"]), ("IRIS", "2,1231E+08", []),
    ("IRIS", "10530101,0", ["01053"]),
    ("CODE_INSEE", "97411", ["97411"]), ("IRIS", "11230101", ["01123"]),
  ])
  func `only codes of communes are communes`(name: String, cell: String, codes: [String]) throws {
    let profile = try Self.profile("\(name);ADRESSE", Self.rows { "\(cell);\($0) rue Monge" })
    #expect(profile.communes.map(\.code) == codes)
  }

  @Test(
    arguments: [
      ("N°;Voie;CP;Ville", rows { "\($0);rue Monge;21000;Dijon" }, nil),
      ("Adresse;CP;Ville;Sexe;NB_ENFANTS", rows { "\($0) rue Monge;21000;Dijon;H;\($0 % 5)" }, nil),
      ("CODE_IRIS;AGE;SEXE;MONTANT;DUREE", rows { "\(iris($0));\($0);F;\(100 + $0);\($0)" }, nil),
      ("CODE_IRIS;VALEURS", rows { "\(iris($0 % 4));\(100 + $0)" }, nil),
      ("CODE_IRIS;VALEURS", rows { "\(iris($0));\(100 + $0)" }, "VALEURS"),
      ("CODE_IRIS;SEXE;NB", rows { "\(iris($0 / 2));\($0 % 2);\(100 + $0)" }, "NB"),
      ("CODE_IRIS;NB_LOGEMENTS;TAUX_A", rows { "\(iris($0));\(100 + $0);\($0)" }, nil),
      ("CODE_IRIS;AA;BB", rows { "\(iris($0));\(100 + $0);\($0)" }, nil),
      (
        "CODE_IRIS;NB_ALLOCATAIRES;NB_AAH", rows { "\(iris($0));\(100 + $0);\($0)" },
        "NB_ALLOCATAIRES"
      ),
      ("CODE_IRIS;NB", rows { "\(iris($0));\($0)%" }, nil),
      ("CODE_IRIS;NB", rows { "\(iris($0));\($0),0" }, "NB"),
      ("CODE_IRIS;NB", rows { "\(iris($0));1 2\(10 + $0)" }, "NB"),
      ("CODE_IRIS;NB", rows { "\(iris($0));1\u{202F}2\(10 + $0)" }, "NB"),
      ("CODE_IRIS;NB", rows { "\(iris($0));12 \(10 + $0)" }, nil),
      ("CODE_IRIS;NB", rows { "\(iris($0));\($0),5" }, nil),
    ] as [(String, [String], String?)])
  func `what is no count of people is not added up`(
    header: String, rows: [String], count: String?
  ) throws {
    #expect(try Self.profile(header, rows).countColumn?.name == count)
  }

  @Test func `a number beside a street is that of the house`() throws {
    let profile = try Self.profile("N°;Voie;CP;Ville", Self.rows { "\($0);rue Monge;21000;Dijon" })
    #expect(profile.columns[0].role == .number && profile.counts.isEmpty)
  }

  @Test(
    arguments: [
      ("SIREN", rows { "\(468_540_207 + 7_919_113 * $0)" }, ColumnRole.unknown),
      ("Divers", rows { "\(640_524_632 + 1_231_457 * $0)" }, .phone),
      ("Divers", rows { "21\(100 + $0)0000" }, .unknown), ("Divers", rows { iris($0) }, .iris),
      ("Divers", rows { _ in "1,85058E+14" }, .nir),
      ("OBS", rows { $0 % 3 == 0 ? "1 85 05 78 006 084 91" : "ok" }, .nir),
      ("OBS", rows { $0 == 7 ? "a.b@exemple.fr" : "vu" }, .mail),
      ("DATE", rows { "0\($0 % 9 + 1)/05/\(1930 + $0)" }, .birthDate),
      ("DATE", rows { "0\($0 % 9 + 1)/05/\(2020 + $0 % 4)" }, .unknown),
      ("OUVERTURE", rows { "0\($0 % 2 + 1)/05/2024" }, .unknown),
      ("ADRESSE1", rows { "M DUPONT JEAN\($0)" }, .personName),
      ("ADRESSE1", rows { "\($0) rue Monge" }, .address),
      ("ADRESSE1", rows { ["DUPONT JEAN", "MARTIN MARIE", "LE GALL YVES"][$0 % 3] }, .personName),
      ("ADRESSE1", rows { ["RUE JEAN MOULIN", "PLACE MARIE CURIE"][$0 % 2] }, .address),
      ("ADRESSE1", rows { ["LE BOURG", "LA MOTTE", "LES MARTIN"][$0 % 3] }, .address),
      ("ADRESSE2", rows { ["", "CHEZ DUPONT JEAN", "BAT A"][$0 % 3] }, .address),
      ("Colonne3", rows { ["DUPONT JEAN", "MARTIN MARIE"][$0 % 2] }, .personName),
      ("Colonne3", rows { "\($0) rue Monge" }, .address),
      ("Unnamed: 4", rows { ["F", "H"][$0 % 2] }, .sex),
      ("Colonne5", rows { ["Le Bourg", "La Gare"][$0 % 2] }, .category),
      ("Colonne6", rows { "\(21000 + $0)" }, .unknown),
      ("COMMUNE", rows { _ in "21231" }, .commune), ("COM", rows { _ in "Dijon" }, .city),
      ("CODE_VOIE", rows { "\(1000 + $0)" }, .unknown),
      ("Allocataire", rows { "\(1000 + $0)" }, .unknown),
      ("Allocataire", rows { "M DUPONT \($0)" }, .personName),
    ] as [(String, [String], ColumnRole)])
  func `cells overrule names`(
    name: String, cells: [String], role: ColumnRole
  ) throws {
    let column = try ColumnTests.column(name, cells)
    #expect(column.role == role)
  }

  @Test(arguments: [
    ("Nom usuel", ColumnRole.personName), ("Nom de famille", .personName),
    ("Nom marital", .personName),
    ("Nom JF", .personName), ("NOM_ALLOC", .personName), ("Nom du bénéficiaire", .personName),
    ("Nom et prénom de l'allocataire", .personName), ("Conjoint", .personName),
    ("Lieu de naissance", .birthPlace), ("N° sécurité sociale", .nir), ("N° de téléphone", .phone),
    ("TEL_12", .phone), ("Tél. domicile", .phone), ("Adresse mail", .mail), ("Code BIC", .bank),
    ("Année de naissance", .birthYear),
  ])
  func `somebody's names and numbers are told by a word`(name: String, role: ColumnRole) {
    #expect(HeaderNames.role(of: name) == role)
  }

  @Test(arguments: [
    "NUM_ASSURE", "NOMBRE_RESIDENCE", "TYPE_RESIDENCE", "Adresse IP", "COMMUNE_NAISSANCE", "Foyer",
    "NUM_FOYER",
  ])
  func `words about somebody make no address`(name: String) {
    #expect(HeaderNames.role(of: name)?.isOfAddress(withNumber: true) != true)
  }

  @Test(arguments: [
    "Nom association", "Nom de la voie", "Nom de la zone", "NOM_QUARTIER", "NB_TEL",
    "Nombre de noms",
  ])
  func `a name of a place is nobody's`(name: String) {
    #expect(HeaderNames.role(of: name).map(\.isForbidden) != true)
  }

  @Test(arguments: [
    ("moins de 5", MaskProposal.interval(1...4)), ("1-4", .interval(1...4)),
    ("[1,4]", .interval(1...4)),
    ("&lt; 5", .interval(1...4)), ("0 à 4", .interval(0...4)), ("conf.", .missing),
    ("secret stat.", .missing), ("N.D", .missing), ("n.c.", .missing), ("—", .missing),
    ("///", .missing),
  ])
  func `masks are proposed however they are written`(text: String, mask: MaskProposal) throws {
    #expect(MaskProposal(text: text) == mask)
    let rows = Self.rows { "\(Self.iris($0));\($0 == 3 ? "\"\(text)\"" : "\($0)")" }
    let column = try #require(try Self.profile("CODE_IRIS;NB", rows).countColumn)
    #expect(column.masks.map(\.text) == [text] && column.odd.count == 0)
  }

  @Test func `what is neither a number nor a mask is counted and placed`() throws {
    let rows = Self.rows { "\(Self.iris($0));\($0 == 3 ? "DURAND" : "\($0)")" }
    let column = try #require(try Self.profile("CODE_IRIS;NB", rows).countColumn)
    #expect(column.odd == LinePlaces(1, [5]) && column.masks.isEmpty)
  }

  @Test func `capitals of an address are no account`() throws {
    let rows = Self.rows(400) { "A\($0);RUE DES \(["LILAS", "ROSES"][$0 % 2]) NUMERO \($0)" }
    #expect(try Self.profile("REF;ADRESSE", rows).columns.allSatisfy(\.identities.isEmpty))
  }

  @Test func `the telephone behind a sign is no mask`() {
    #expect(MaskProposal(text: "<0612345678") == nil)
  }

  @Test func `blank keys repeat nothing`() throws {
    let profile = try Self.profile(
      "REF;ADRESSE", Self.rows { "\($0 < 20 ? "" : "A\($0 / 2)");1 rue X" })
    #expect(profile.duplicates == 10)
  }

  @Test(arguments: [
    ("2024", "2024"), ("2024-12", "2024-12"), ("202412", "2024-12"), ("31/12/2024", "2024-12-31"),
    ("2024-12-31", "2024-12-31"), ("décembre 2024", "2024-12"), ("janvier", "janvier"),
    ("déc. 2024", "2024-12"), ("202413", nil), ("99/99/2024", nil), ("Durand", nil), ("12", nil),
  ])
  func `a cell states a period`(cell: String, text: String?) {
    #expect(StatedPeriod(cell)?.text == text)
  }

  @Test(arguments: [
    ("Situation au 31/12/2024", "2024-12-31"),
    ("Bénéficiaires au 31 décembre 2024 – provisoire", "2024-12-31"),
    ("Revenus fiscaux (2009)", "2009"), ("CAF_202401", "2024-01"), ("ALD_2024", "2024"),
    ("effectifs 34701-Montpellier", nil), ("Feuille 1", nil),
  ])
  func `a title states a period`(title: String, text: String?) {
    #expect(StatedPeriod.stated(in: title)?.text == text)
  }

  @Test(arguments: ["31/12/2024", "202401", "2024-01-31"])
  func `one period is read from its column`(cell: String) throws {
    let profile = try Self.profile(
      "PERIODE;CODE_IRIS;NB", Self.rows { "\(cell);\(Self.iris($0));5" })
    #expect(profile.columns[0].periods.count == 1)
  }

  @Test(arguments: [
    ("Extraction du 10/01/2025\nSituation au 31/12/2024", "2024-12-31"),
    ("Bénéficiaires 2023\nSituation au 31/12/2024", "2024-12-31"),
    ("Situation au 31/12/2024 – extrait le 10/01/2025", "2024-12-31"),
    ("Extrait le 10/01/2025, situation au 31/12/2024", "2024-12-31"),
    ("Données arrêtées au 30/06/2024 (édition du 02/09/2024)", "2024-06-30"),
    ("Extraction 2025 des bénéficiaires", nil),
    ("Bénéficiaires en 2023, extraction du 10/01/2025", "2023"),
    ("Fichier édité le 10/01/2025", nil), ("Année 2023\nAnnée 2024", "2023"), ("Sans date", nil),
  ])
  func `titles say what the rows describe, not when the file was made`(
    titles: String, text: String?
  ) throws {
    let rows = "IRIS;NB\n219510101;12\n219510102;7\n219510103;31\n"
    let lines = titles.split(separator: "\n").map { "\($0);\n" }.joined()
    let path = TemporaryFolder()
    let profile = try TableProfile(of: path.write(lines + rows, to: "titres.csv"))
    #expect(profile.titlePeriod?.text == text)
    #expect(profile.rows == 3)
  }
}
