import Geocoding
import Testing

@Suite struct UnderstandingTests {
  @Test func `a query never shows what it holds`() {
    #expect(AddressQuery(line: "12 rue Haute").description == "‹confidential›")
  }
}
