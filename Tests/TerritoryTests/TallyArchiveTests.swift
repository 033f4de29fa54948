import Archives
import Territory
import Testing

@Suite struct TallyArchiveTests {
  private func tally() throws -> Tally {
    let iris = try #require(Iris("212310101"))
    var tally = Tally(unit: .count, dimensions: ["sexe"])
    tally.add(Count(7), rows: 3, at: .iris(iris), category: .init(["F"]))
    tally.add(.masked(1...4), at: .iris(iris), category: .init(["H"]))
    tally.add(.missing, at: .commune(iris.commune), category: .init(["F"]))
    tally.add(Count(1), at: .ambiguous(iris.commune), category: .init(["é;\n"]))
    tally.add(Count(2), at: .outside, category: .init(["F"]))
    tally.add(Count(0), at: .unplaced, category: .init(["F"]))
    return tally
  }

  @Test func `a tally comes back with its accounting`() throws {
    let tally = try tally()
    let back = try Tally(archived: tally.archived)
    #expect(back == tally)
    #expect(back.accounting.rows == 8)
  }

  @Test func `a tally that is cut anywhere is damage`() throws {
    let bytes = try tally().archived
    let read = bytes.indices.filter { (try? Tally(archived: Array(bytes[..<$0]))) != nil }
    #expect(read == [])
  }

  /// Lower, upper, masked parts, missing parts.
  @Test(
    arguments: [
      (-1, 3, 1, 0), (3, 2, 1, 0), (1, 2, 0, 0), (1, nil, 1, 0), (0, 4, -1, 0),
    ] as [(Int, Int?, Int, Int)])
  func `bounds that no count has are damage`(
    lower: Int, upper: Int?, masked: Int, missing: Int
  ) {
    var archive = ArchiveWriter()
    archive.add(lower)
    archive.add(upper)
    archive.add(masked)
    archive.add(missing)
    #expect(throws: ArchiveDamage.self) { try Count(archived: archive.bytes) }
  }
}
