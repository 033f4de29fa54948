import Diagnostics
import Tables
import TestSupport
import Testing

/// A first row of people is not taken for the names of columns, nor names for people.
@Suite struct HeaderTests {
  @Test(arguments: [
    "DUPONT;Jean;1 rue des Lilas;Dijon\nMARTIN;Paul;2 rue Monge;Dijon\nDURAND;Anne;3 rue Foch;Dijon\n",
    "DUPONT;Jean\nMARTIN;Paul\nDURAND;Anne\n",
    "dupont;jean\nmartin;paul\n",
    "Dupont\nMartin\nDurand\n",
    "DUPONT;Jean\n",
    "A1;Dijon\nA2;Dijon\n",
    "DUPONT;nd;3 rue Foch\nMARTIN;4;5 rue Monge\nDURAND;6;7 rue Neuve\n",
    "Quartier Nord;nd\nQuartier Sud;5\nQuartier Est;6\n",
    "DUPONT;Jean;F\nMARTIN;Luc;M\nREF;ADR;F\n".replacing("REF;ADR;F\n", with: "PETIT;Zoé;F\n"),
  ])
  func `rows without names above them are refused`(text: String) {
    let problem = #expect(throws: Problem.self) { try Self.open(text) }
    #expect(problem?.code == "tables.no-header")
  }

  @Test(arguments: [
    "NOM;PRENOM;ADRESSE;VILLE\nDUPONT;Jean;1 rue des Lilas;Dijon\nMARTIN;Paul;2 rue Monge;Dijon\n",
    "Nom usuel;Statut\nDupont;Actif\n",
    "TEXTE_LIBRE;CHOIX\nfoo;bar\n",
    "a;b\nx;y\n",
    "Prénom;Résidence\nZoé;Les Lilas\n",
    "Animal;couleur\nle chat;BLEU\nle chien;ROUGE\n",
    "quartier;EFF1;EFF2\nQuartier Nord;nd;1\nQuartier Sud;2;3\n",
    "REF;ADRESSE\n1;REF\n2;12 rue Neuve\n",
  ])
  func `names over texts are names`(text: String) throws {
    let file = try Self.open(text)
    #expect(file.dialect.headerLine == 1)
  }

  /// A first row that masks its numbers, or that is somebody's.
  @Test(arguments: [
    "QUARTIER;NB;;TAUX\nNord;s;nd;<5\nSud;12;4;5\nEst;3;9;8\n",
    "LIB;NB;;NB2\nNord;secret;*;s\nSud;12;4;5\nEst;3;9;8\n",
    "NOM;PRENOM;ENFANTS;AGE\nDUPONT;JEAN;inconnu;trente\nMARTIN;LUC;2;40\nPETIT;ANNE;0;31\n",
    "NOM;PRENOM;;AGE\nDUPONT;JEAN;inconnu;trente\nMARTIN;LUC;2;40\nPETIT;ANNE;0;31\n",
  ])
  func `a first row is no second line of names`(text: String) throws {
    let file = try Self.open(text)
    #expect(file.dialect.labelLine == nil && file.dialect.firstDataLine == 2)
    #expect(file.columns.allSatisfy { !$0.contains(" ") })
  }

  @Test(arguments: [
    "CODE_IRIS;2024;;2025;\n;Hommes;Femmes;Hommes;Femmes\n219510101;1;2;3;4\n219510102;5;6;7;8\n",
    "dc;nomc;A\nCode commune;Nom de la commune;Nombre d’allocataires\n21231;Dijon;4\n21232;Beaune;5\n",
  ])
  func `a second line of names, or of labels, is one`(text: String) throws {
    #expect(try Self.open(text).dialect.firstDataLine == 3)
  }

  @Test func `a line of groups over the names is no title`() throws {
    let text = "Situation au 31/12/2023;;;;\nCODE_IRIS;2024;;2025;\n;H;F;H;F\n219510101;1;2;3;4\n"
    #expect(try Self.open(text).titles == ["Situation au 31/12/2023"])
  }

  @Test func `a header that is declared is believed`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("Animal;Couleur\nChat;Blanc\nChien;Roux\n", to: "a.csv")
    #expect(throws: Problem.self) { try DelimitedFile("\(folder.path("a.csv"))") }
    #expect(
      try DelimitedFile(path, declared: Declaration(headerLine: 1)).columns == [
        "Animal", "Couleur",
      ])
  }

  @Test(arguments: [
    ("Prénom", "PRENOM"), ("Pre\u{301}nom", "PRENOM"), ("\u{200B}NOM", "NOM"),
    ("N° voie", "N_VOIE"),
    ("Œuvre", "OEUVRE"),
  ])
  func `a name is told whatever its accents`(name: String, folded: String) {
    #expect(ColumnName.folded(name) == folded)
  }

  private static func open(_ text: String) throws -> DelimitedFile {
    let folder = TemporaryFolder()
    return try DelimitedFile(folder.write(text, to: "a.csv"))
  }
}
