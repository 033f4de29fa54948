import Testing

@Suite struct GoldenTests {
  @Test func `there are cases`() { #expect(GoldenCase.all.count >= 5) }

  @Test(arguments: GoldenCase.all)
  func `the run gives what it gave`(golden: GoldenCase) { #expect(golden.differences() == []) }
}
