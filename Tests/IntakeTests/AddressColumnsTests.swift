import Geocoding
import Intake
import Testing

@Suite struct AddressColumnsTests {
  /// A header, and what is taken from it.
  @Test(arguments: [
    (
      "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune",
      "numero=number rep=suffix nom_voie=street code_postal=postcode code_insee=insee nom_commune=city"
    ),
    (
      "REF;N_VOIE;INDICE;LIB_VOIE;CP;VILLE",
      "N_VOIE=number INDICE=suffix LIB_VOIE=street CP=postcode VILLE=city"
    ),
    (
      "NOM;PRENOM;ADRESSE;CP;COMMUNE;CODE_INSEE",
      "ADRESSE=line CP=postcode COMMUNE=city CODE_INSEE=insee"
    ),
    (
      "NIR;Libellé voie;Code Postal;Localité",
      "Libellé voie=street Code Postal=postcode Localité=city"
    ),
    // the parts are taken where both are there
    ("adresse;numero;voie;ville", "numero=number voie=street ville=city"),
    (
      "cle_interop;voie_nom;lieudit_complement_nom;numero;suffixe;commune_insee;commune_nom",
      "voie_nom=street lieudit_complement_nom=place numero=number suffixe=suffix "
        + "commune_insee=insee commune_nom=city"
    ),
    ("L2;L3;L4;L5;L6", "L2=complement L3=complement L4=line L5=place L6=line"),
    ("NOM;AGE;SEXE", "-"), ("numero;cp;ville", "-"), ("", "-"),
  ])
  func `columns are recognised by their usual names`(header: String, expected: String) {
    let names = header.split(separator: ";").map(String.init)
    let found = AddressColumns.recognised(in: names)
    let words = found?.columns.map { "\($0.name)=\($0.part)" }.joined(separator: " ")
    #expect(words ?? "-" == expected)
  }
}
