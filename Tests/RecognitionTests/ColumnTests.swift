import Diagnostics
import Projection
import Tables
import TestSupport
import Testing

@testable import Recognition

/// Columns by their names and their cells.
@Suite struct ColumnTests {
  static func profile(_ text: String) throws -> TableProfile {
    let folder = TemporaryFolder()
    return try TableProfile(of: folder.write(text, to: "a.csv"))
  }

  static func column(_ name: String, _ cells: [String]) throws -> ColumnProfile {
    let lines = cells.enumerated().map { "ligne \($0.offset);\($0.element)" }
    let text = (["TEXTE_LIBRE;\(name)"] + lines).joined(separator: "\n") + "\n"
    return try #require(try profile(text).columns.last)
  }

  @Test(arguments: [
    ("N° voie", ColumnRole.number), ("LIB_VOIE", .street), ("Code Postal", .postcode),
    ("CODE_INSEE", .commune), ("dcomiris", .iris), ("X_L93", .x), ("long", .longitude),
    ("Sexe", .sex), ("Prénom", .personName), ("NIR", .nir), ("Date de naissance", .birthDate),
    ("Commune de résidence", .city), ("Code postal du domicile", .postcode), ("ADR_CP", .postcode),
    ("Code INSEE de la commune de résidence", .commune), ("ADR_LIGNE4", .address),
    ("Adresse responsable 1", .address), ("ADR_NUM", .number), ("CP Ville", .city),
    ("Téléphone", .phone), ("E-mail", .mail), ("nb_allocataires", .count), ("Tranche d’âge", .age),
  ])
  func `a name tells its role`(name: String, role: ColumnRole) {
    #expect(HeaderNames.role(of: name, label: "") == role)
  }

  @Test func `the name of a zone is nobody's`() {
    #expect(HeaderNames.role(of: "nom", label: "Nom de la zone") == nil)
    #expect(HeaderNames.role(of: "nom", label: "") == .personName)
  }

  @Test(arguments: [
    (["255081416802538", "1 85 05 78 006 084 91", "269054958815780"], ColumnRole.nir),
    (["06 12 34 56 78", "+33 6 12 34 56 78", "03.80.00.00.00"], .phone),
    (["a@exemple.fr", "b.c@exemple.org", "d@e.fr"], .mail),
    (["FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"], .bank),
    (["219510101", "219510102", "2A0040101"], .iris),
  ])
  func `cells tell what a name hides`(cells: [String], role: ColumnRole) throws {
    let column = try Self.column("DIVERS", cells)
    #expect(column.role == role)
    #expect(column.isFromCells)
  }

  @Test func `a wrong key is no social security number`() throws {
    #expect(try Self.column("DIVERS", ["255081416802539", "269054958815781"]).role == .unknown)
  }

  @Test(arguments: [
    ("<5", MaskProposal.interval(1...4)), ("< 5", .interval(1...4)), ("≤4", .interval(1...4)),
    ("1 à 4", .interval(1...4)), ("s", .missing), ("n.d.", .missing), ("#N/A", .missing),
    ("*", .missing),
  ])
  func `a masked value is proposed`(text: String, mask: MaskProposal) {
    #expect(MaskProposal(text: text) == mask)
  }

  @Test func `a number is no mask`() {
    #expect(MaskProposal(text: "12") == nil)
    #expect(MaskProposal(text: "Le Bourg") == nil)
  }

  @Test func `totals, repeated keys, lost zeros and dates are counted and placed`() throws {
    let text = """
      REF;CODE_INSEE;N_VOIE;VILLE
      a;01004;02-avr;Bourg
      b;1004;7;Bourg
      a;1004;avr-45;Bourg
      Total;;;
      """
    let profile = try Self.profile(text)
    #expect(profile.totals.count == 1 && profile.totals.lines == [5])
    #expect(profile.totalWords == ["REF": ["Total"]])
    #expect(profile.duplicates == 1)
    #expect(profile.column(.commune)?.shortCodes.count == 2)
    #expect(profile.column(.number)?.dateNumbers.count == 2)
    #expect(profile.communes.map(\.code) == ["01004"])
    #expect(profile.problems.count(of: "recognition.lost-zero") == 1)
  }

  @Test func `no cell is said`() throws {
    let profile = try Self.profile("NOM;NIR;NB\nSECRETIN;255081416802538;3\nTOTOR;x;<5\n")
    let said = profile.problems.description + "\(profile.columns.map(\.name))"
    #expect(!said.contains("SECRETIN") && !said.contains("2550814"))
    #expect(profile.problems.count(of: "recognition.forbidden-column") == 2)
  }

  @Test(
    .enabled(if: RealData.isPresent),
    arguments: [
      ("associations-2011", ColumnRole.longitude, 1, nil), ("bal-34172-2014", .x, 1, nil),
      ("caf-communes-2009", .commune, 7, "A"), ("caf-iris-2009", .irisPart, 7, "A"),
      ("demandeurs-emploi-iris-2009", .irisPart, 7, "A"),
      ("population-iris-1999", .irisPart, 7, "xpoptot"), ("revenus-iris-2009", .irisPart, 7, nil),
    ] as [(String, ColumnRole, Int, String?)])
  func `the files of Montpellier are understood`(
    name: String, role: ColumnRole, header: Int, count: String?
  ) throws {
    let profile = try TableProfile(of: RealData.path("montpellier/\(name).csv"))
    #expect(profile.column(role) != nil)
    #expect(profile.dialect.headerLine == header)
    #expect(profile.countColumn?.name == count)
    #expect(profile.isByPlace == (header == 7))
    #expect(profile.rows > 10 && profile.setAside == 0)
    #expect(profile.columns.filter { $0.role.isForbidden && $0.name != "nom" }.isEmpty)
    if role == .longitude { #expect(profile.systems.first?.system.epsgCode ?? 4326 == 4326) }
    if role == .x { #expect(profile.systems.first?.system.epsgCode == 2154) }
    if role == .irisPart { #expect(profile.communes.first?.code == "34172") }
  }
}
