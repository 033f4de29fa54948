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
