import Territory
import Testing

@Suite struct CodeTests {
  @Test(arguments: ["010040101", "2A0040101", "341720000", "751010101", "974110101", "999999999"])
  func `a well formed IRIS code survives packing`(code: String) {
    let iris = Iris(code)
    #expect(iris?.code == code)
    #expect(iris?.commune.code == String(code.prefix(5)))
    #expect(iris?.isWholeCommune == code.hasSuffix("0000"))
  }

  @Test(arguments: [
    "", "10040101", "0100401011", "2C0040101", "A10040101", "01004 101", "01004０101", "2a0040101",
  ])
  func `anything else is refused`(code: String) { #expect(Iris(code) == nil) }

  @Test func `codes sort in byte order, Corsica between 29 and 30`() {
    let codes = ["300010101", "2A0040101", "290190101", "2B0330102", "010040101"]
    #expect(codes.compactMap { Iris($0) }.sorted().map(\.code) == codes.sorted())
    let communes = ["30001", "2A004", "29019", "97411", "01004"]
    #expect(communes.compactMap { Commune($0) }.sorted().map(\.code) == communes.sorted())
  }

  @Test(arguments: [
    ("21231", 2154), ("2A004", 2154), ("97105", 5490), ("97302", 2972), ("97411", 2975),
    ("97611", 4471), ("97502", 4467), ("98735", nil), ("99999", nil),
  ])
  func `the projected system follows the prefix`(code: String, epsg: Int?) throws {
    let commune = try #require(Commune(code))
    #expect(TerritorySystem.of(commune)?.epsg == epsg)
  }

  @Test(arguments: [
    ("IRIS GE 2024", 2024), ("Contours…Iris 2016", 2016), ("édition 3-0 de 2025", 2025),
    ("sans année", nil), ("12345", nil),
  ])
  func `the year of an edition is read from its name`(name: String, year: Int?) {
    #expect(Edition(name).year == year)
  }

  @Test(arguments: [("RP2022", 2024), ("RP1999", nil), ("RP2006", 2008)])
  func `a census is published in the geography of two years later`(name: String, year: Int?) {
    #expect(CensusVintage(name)?.geographyYear == year)
  }
}
