import Boundaries
import Crosswalks
import Diagnostics
import Geometry
import Territory
import TestSupport
import Testing

@Suite struct TableTests {
  @Test func `a table read back is the same crosswalk`() throws {
    let folder = TemporaryFolder()
    for before in partitions(of: 4) {
      let old = try zones("IRIS 2020", before) { "21123010\($0 + 1)" }
      let new = try zones("IRIS 2024", [0, 0, 1, 2]) { "21123020\($0 + 1)" }
      let (crosswalk, _) = try Crosswalk.between(old, new)
      let file = folder.write(crosswalk.table(), to: "passage.csv")
      #expect(try Crosswalk.read(file).0 == crosswalk)
    }
  }

  @Test func `what vanished and what appeared are in the table too`() throws {
    let folder = TemporaryFolder()
    let old = contours("IRIS 2020", [("211230101", box(0, 0, 300, 300))])
    let new = contours("IRIS 2024", [("211230103", box(900, 0, 300, 300))])
    let (crosswalk, _) = try Crosswalk.between(old, new)
    let file = folder.write(crosswalk.table(), to: "passage.csv")
    let (back, problems) = try Crosswalk.read(file)
    #expect(back == crosswalk)
    #expect(problems.count(of: "crosswalks.appeared") == 1)
  }

  @Test func `a table with a column for each year is read by its columns`() throws {
    let folder = TemporaryFolder()
    let file = folder.write("2016;2022\n211230101;211230103\n11230102;211230103\n", to: "h.csv")
    #expect(throws: Problem.self) { try Crosswalk.read(file) }
    let (crosswalk, problems) = try Crosswalk.read(
      file, columns: .init(old: "2016", new: "2022", share: "part"),
      editions: (Edition("IRIS 2016"), Edition("IRIS 2022")))
    #expect(crosswalk.links.map(\.old.code) == ["011230102", "211230101"])
    #expect(crosswalk.links.allSatisfy { $0.share == .whole && $0.method == .table })
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("211230101;211230103;0.5\n", "crosswalks.bad-total"),
    ("211230101;211230103;0.5\n211230101;211230103;0.5\n", "crosswalks.repeated-link"),
    ("211230101;211230103;1\n", "crosswalks.no-edition"),
  ])
  func `a table that cannot be right is refused`(rows: String, code: String) {
    let folder = TemporaryFolder()
    let file = folder.write("code_iris_ancien;code_iris_nouveau;part\n" + rows, to: "p.csv")
    let editions =
      code == "crosswalks.no-edition" ? nil : (Edition("IRIS 2020"), Edition("IRIS 2024"))
    let problem = #expect(throws: Problem.self) { try Crosswalk.read(file, editions: editions) }
    #expect(problem?.code == code)
  }

  @Test func `rows that say nothing usable are set aside by their line, without their cells`()
    throws
  {
    let folder = TemporaryFolder()
    let rows = ["211230101;211230103;1", "CANARI;211230103;1", "211230102;211230104;2", ";;"]
    let text = "code_iris_ancien;code_iris_nouveau;part\n" + rows.joined(separator: "\n") + "\n"
    let (crosswalk, problems) = try Crosswalk.read(
      folder.write(text, to: "p.csv"), editions: (Edition("A"), Edition("B")))
    #expect(crosswalk.links.count == 1)
    #expect(problems.count(of: "crosswalks.bad-row") == 2)
    #expect(!problems.description.contains("CANARI"))
  }

  @Test(arguments: [("IRIS 2018", "IRIS 2020", 2), ("IRIS 2019", "IRIS 2020", 1)])
  func `movements between the two years say what a commune became`(
    from: String, to: String, links: Int
  ) throws {
    let folder = TemporaryFolder()
    let file = folder.write(
      """
      MOD,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP
      21,2019-01-01,COM,21123,COM,21123
      21,2019-01-01,COM,21123,COM,21456
      32,2019-01-01,COM,21123,COMD,21999

      """, to: "mvt.csv")
    let (movements, _) = try CommuneMovements.read(file)
    let old = contours(from, [("211230000", box(0, 0, 1000, 300))])
    let new = contours(
      to, [("211230000", box(0, 0, 700, 300)), ("214560000", box(700, 0, 300, 300))])
    let (crosswalk, problems) = try Crosswalk.between(old, new, movements: movements)
    #expect(crosswalk.links.count == links)
    #expect(crosswalk.links.contains { $0.change == .communeSplit } == (links == 2))
    #expect(problems.count(of: "crosswalks.low-coverage") == (links == 2 ? 0 : 1))
  }

  @Test func `a file without movements is refused with what it lacks`() {
    let folder = TemporaryFolder()
    let file = folder.write("DATE_EFF,COM_AV\n2019-01-01,21123\n", to: "mvt.csv")
    let problem = #expect(throws: Problem.self) { try CommuneMovements.read(file) }
    #expect(problem?.code == "crosswalks.no-movement-column")
  }
}
