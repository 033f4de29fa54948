import Boundaries
import Diagnostics
import Files
import Intake
import Keeping
import Tables
import Territory
import TestSupport
import Testing

@Suite struct TallyStoreTests {
  private let contours = ContentHash(of: [1])
  private let program = ContentHash(of: [2])

  private func layout(_ file: String, iris: String = "IRIS", unit: Int = 1) -> SourceLayout {
    SourceLayout(
      file: file, declaration: Declaration(), route: .iris([iris]),
      rule: CountingRule(
        unit: .count, countColumn: "N", masks: ["<5": .interval(unit...4), "nd": .missing]))
  }

  private func key(_ layout: SourceLayout, references: [String] = []) throws -> ContentHash {
    try TallyKey.of(layout, territory: contours, references: references, program: program)
  }

  private func store(_ folder: TemporaryFolder, isReadOnly: Bool = false) -> TallyStore {
    TallyStore(
      WorkFolder(beside: folder.path("c.yml"), campaign: "abs"), isReadOnly: isReadOnly)
  }

  @Test func `what decides a reading is in its key`() throws {
    let folder = TemporaryFolder()
    let file = folder.write("IRIS;N\n", to: "a.csv")
    let base = folder.write("adresses", to: "base.csv")
    let layout = layout(file)
    let first = try key(layout)
    #expect(try key(self.layout(file)) == first)
    var others = [
      try key(self.layout(file, iris: "CODE")), try key(self.layout(file, unit: 0)),
      try key(self.layout(folder.write("IRIS;N\n", to: "b.csv"))),
      try key(layout, references: [base]),
      try TallyKey.of(layout, territory: program, references: [], program: program),
      try TallyKey.of(layout, territory: contours, references: [], program: contours),
    ]
    folder.write("autres", to: "base.csv")
    others.append(try key(layout, references: [base]))
    folder.write("IRIS;N\n1;2\n", to: "a.csv")
    others.append(try key(layout))
    #expect(Set(others + [first]).count == 9)
  }

  @Test func `a Shapefile is all its parts`() throws {
    let folder = TemporaryFolder()
    let base = folder.write("formes", to: "iris.shp")
    let layout = layout(folder.write("IRIS;N\n", to: "a.csv"))
    let keys = try ["codes", "autres codes"].map { codes in
      folder.write(codes, to: "iris.dbf")
      return try key(layout, references: [base])
    }
    #expect(Set(keys).count == 2)
  }

  @Test func `problems come back, and a damaged file is as if it were not there`() throws {
    let folder = TemporaryFolder()
    let store = store(folder)
    let key = ContentHash(of: [9])
    let problems = ProblemLog([
      Problem("essai.un", .warns, at: Place(file: "a", line: 3), fact: "un", remedy: "deux")
    ])
    #expect(store.problems(key) == nil)
    try store.keep(problems, as: key)
    #expect(store.problems(key) == problems)
    let path = ".maille/abs/tallies/\(key.hexadecimal)"
    let bytes = try #require(folder.read(path))
    folder.write(bytes.dropLast() + [bytes.last.map { $0 ^ 1 } ?? 0], to: path)
    #expect(store.problems(key) == nil)
    #expect(store.reading(key) == nil)
  }

  @Test func `a rehearsal keeps nothing`() throws {
    let folder = TemporaryFolder()
    let store = store(folder, isReadOnly: true)
    try store.keep(ProblemLog(), as: ContentHash(of: [9]))
    #expect(store.checkpoints(ContentHash(of: [9])).isDue() == false)
    #expect(folder.names == [])
  }

  @Test func `a checkpoint is taken up only by who resumes`() throws {
    let folder = TemporaryFolder()
    let key = ContentHash(of: [9])
    try store(folder).checkpoints(key).keep([1, 2, 3])
    #expect(store(folder).checkpoints(key).last == nil)
    let resumed = TallyStore(
      WorkFolder(beside: folder.path("c.yml"), campaign: "abs"), isResuming: true)
    #expect(resumed.checkpoints(key).last == [1, 2, 3])
    #expect(resumed.checkpoints(ContentHash(of: [8])).last == nil)
  }
}
