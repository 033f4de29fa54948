import Boundaries
import Crosswalks
import Diagnostics
import Geometry
import Territory
import Testing

@Suite struct ChangeTests {
  typealias Areas = [(code: String, shape: Shape<Projected>)]

  /// `old>new share change`, one line for each link.
  private func told(_ old: Areas, _ new: Areas, movements: String? = nil) throws -> [String] {
    let (crosswalk, _) = try Crosswalk.between(
      contours("IRIS 2020", old), contours("IRIS 2024", new))
    return crosswalk.links.map {
      "\($0.old)>\($0.new) \($0.share.billionths / 1_000_000) \($0.change.rawValue)"
    }
  }

  private let left = box(0, 0, 300, 300)
  private let right = box(300, 0, 300, 300)

  @Test func `another name is told, another code too`() throws {
    let old: Areas = [("211230101/Centre", left), ("211230102", right)]
    let new: Areas = [("211230101/Gare", left), ("211230103", right)]
    #expect(
      try told(old, new) == [
        "211230101>211230101 1000 renomme", "211230102>211230103 1000 recode",
      ])
  }

  /// A border drawn up to 28 m away over its whole length is a tenth of the IRIS, and still a sliver; 40
  /// metres are a redraw.
  @Test(arguments: [(28.0, "inchange"), (-28.0, "inchange"), (40, "redessine"), (-40, "redessine")])
  func `a sliver is no redraw, a strip of houses is`(shift: Double, change: String) throws {
    let old: Areas = [("211230101", left), ("211230102", right)]
    let new: Areas = [
      ("211230101", box(0, 0, 300 + shift, 300)),
      ("211230102", box(300 + shift, 0, 300 - shift, 300)),
    ]
    let (crosswalk, _) = try Crosswalk.between(
      contours("IRIS 2020", old), contours("IRIS 2024", new))
    #expect(Set(crosswalk.links.map(\.change.rawValue)) == [change])
    #expect(crosswalk.links.count == (change == "inchange" ? 2 : 3))
  }

  /// A long sliver and a block together are narrow on average; the block counts.
  @Test func `a block at the end of a sliver is seen`() throws {
    let old: Areas = [("211230101", box(0, 0, 300, 3000)), ("211230102", box(300, 0, 300, 3000))]
    let tongue = outline([
      (0, 0), (380, 0), (380, 80), (305, 80), (305, 3000), (0, 3000),
    ])
    let rest = outline([
      (380, 0), (600, 0), (600, 3000), (305, 3000), (305, 80), (380, 80),
    ])
    let lines = try told(old, [("211230101", tongue), ("211230102", rest)])
    #expect(lines.map { $0.split(separator: " ")[2] } == ["redessine", "redessine", "redessine"])
  }

  @Test func `an IRIS smaller than the tolerance goes where most of it lies`() throws {
    let old: Areas = [("211230101", box(0, 0, 20, 20)), ("211230102", box(20, 0, 300, 300))]
    let new: Areas = [("211230105", box(0, 0, 320, 300))]
    let lines = try told(old, new)
    #expect(lines == ["211230101>211230105 1000 fusionne", "211230102>211230105 1000 fusionne"])
  }

  @Test func `communes that become one are told as such, whichever code stays`() throws {
    let old: Areas = [("211230000", left), ("214560000", right)]
    let new: Areas = [("211230000", box(0, 0, 600, 300))]
    #expect(
      try told(old, new) == [
        "211230000>211230000 1000 commune_fusionnee", "214560000>211230000 1000 commune_fusionnee",
      ])
  }

  @Test func `IRIS of a commune that joins another keep their ground under new codes`() throws {
    let old: Areas = [("211230101", left), ("214560101", right)]
    let new: Areas = [("211230101", left), ("211230102", right)]
    #expect(
      try told(old, new) == [
        "211230101>211230101 1000 inchange", "214560101>211230102 1000 commune_fusionnee",
      ])
  }

  /// Two drawings of a limit of communes lie 120 m apart: nobody moved.
  @Test func `the limit of communes that both exist is no redraw`() throws {
    let old: Areas = [("211230000", left), ("214560000", right)]
    let new: Areas = [("211230000", box(0, 0, 180, 300)), ("214560000", box(180, 0, 420, 300))]
    let (crosswalk, problems) = try Crosswalk.between(
      contours("IRIS 2020", old), contours("IRIS 2024", new))
    #expect(crosswalk.links.map(\.share) == [.whole, .whole])
    #expect(crosswalk.links.map(\.new.code) == ["211230000", "214560000"])
    #expect(problems.count(of: "crosswalks.low-coverage") == 1)
  }

  @Test func `what has no ground in the other edition is told and has no link`() throws {
    let old: Areas = [("211230101", left), ("211230102", right)]
    let new: Areas = [("211230101", left), ("211230103", box(900, 0, 300, 300))]
    let (crosswalk, problems) = try Crosswalk.between(
      contours("IRIS 2020", old), contours("IRIS 2024", new))
    #expect(crosswalk.vanished == [iris("211230102")])
    #expect(crosswalk.appeared == [iris("211230103")])
    #expect(problems.count(of: "crosswalks.vanished") == 1)
    #expect(problems.count(of: "crosswalks.appeared") == 1)
  }

  @Test func `two systems are refused`() {
    let here = contours("IRIS 2020", [("211230101", left)])
    let overseas = TerritorySystem.all[3]
    let there = contours("IRIS 2024", [("974110101", left)], system: overseas)
    #expect(throws: Problem.self) { try Crosswalk.between(here, there) }
  }
}
