import Testing

@testable import Intake

@Suite struct AddressFormTests {
  /// An address, and what shows of its form.
  @Test(arguments: [
    ("12 Rue des Lilas", "-"), ("12 RUE DES LILAS", "capitals"),
    ("12 AV DES LILAS", "capitals abbreviated squeezed"), ("12 av. des Lilas", "abbreviated"),
    ("12rue des Lilas", "-"), ("12Avenue Foch", "glued"), ("12bis rue Foch", "-"),
    ("APPT 3 12 RUE FOCH", "capitals complemented"), ("12-14 rue Foch", "ranged"),
    ("12/14 rue Foch", "ranged"), ("Saint-Martin", "-"),
    ("12 BD DU GENERAL DE LATTRE DE TASSIGNY PROLONGE", "capitals abbreviated"), ("", "capitals"),
  ])
  func `the form of an address shows`(text: String, expected: String) {
    var form = AddressForm()
    Array(text.utf8).withUnsafeBytes { form.look(at: $0) }
    var counts = FormCounts()
    counts.add(form)
    let found = [
      ("capitals", counts.capitals), ("abbreviated", counts.abbreviated),
      ("squeezed", counts.squeezed), ("glued", counts.glued),
      ("complemented", counts.complemented), ("ranged", counts.ranged),
    ].filter { $0.1 > 0 }.map(\.0).joined(separator: " ")
    #expect((found.isEmpty ? "-" : found) == expected)
  }
}
