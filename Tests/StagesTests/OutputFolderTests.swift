import Diagnostics
import Files
import TestSupport
import Testing

@testable import Stages

/// Versions that appear whole, and go when nobody needs them.
@Suite struct OutputFolderTests {
  private let scratch = TemporaryFolder()
  private var outputs: OutputFolder { OutputFolder(scratch.path("sortie")) }

  /// Publishes a version that holds one file.
  @discardableResult
  private func publish(
    _ content: String, _ journal: Journal, _ stage: Stage = .computed
  ) throws -> (String, Journal) {
    let folder = try outputs.stageVersion()
    let file = try StagedFile(for: FilePath.join(folder.path, "a.csv"))
    try file.write(content)
    let version = VersionName.of(
      [("a.csv", try file.contentHash())], stage: stage, audience: nil)
    try StagedFile.publish([file])
    let longer = try journal.appending(
      Step(stage, version: version, at: Moment(seconds: 1_790_000_000), by: "maille"))
    try outputs.publish(folder, as: version, journal: longer)
    return (version, longer)
  }

  private let empty = Journal(campaign: "essai")

  @Test func `current leads to the last version, and nothing hidden stays`() throws {
    let (first, journal) = try publish("un", empty)
    #expect(outputs.current == first)
    let (second, _) = try publish("deux", journal)
    #expect(outputs.current == second && first != second)
    #expect(outputs.versions == [second])
    #expect(
      scratch.read("sortie/current/a.csv").map { String(decoding: $0, as: UTF8.self) } == "deux")
    #expect(listFolder(scratch.path("sortie")) == ["current", "journal.jsonl", "versions"])
    #expect(listFolder(scratch.path("sortie/versions")) == [second])
  }

  @Test func `a version that somebody was given stays`() throws {
    let (given, journal) = try publish("un", empty, .submitted)
    let (last, _) = try publish("deux", journal)
    #expect(outputs.versions == [given, last].sorted())
  }

  @Test func `a staged version that is given up leaves nothing`() throws {
    let (first, _) = try publish("un", empty)
    do {
      let folder = try outputs.stageVersion()
      scratch.write(
        "à moitié", to: String(folder.path.dropFirst(scratch.path.count + 1)) + "/b.csv")
    }
    #expect(listFolder(scratch.path("sortie/versions")) == [first])
    #expect(outputs.current == first)
  }

  @Test func `what a killed run left is cleared by the next one`() throws {
    let (first, journal) = try publish("un", empty)
    try FilePath.makeFolder(scratch.path("sortie/versions/.partial-abc123/atlas"))
    scratch.write("reste", to: "sortie/versions/.partial-abc123/atlas/x.html")
    let (second, _) = try publish("deux", journal)
    #expect(listFolder(scratch.path("sortie/versions")) == [second])
    #expect(first != second)
  }

  @Test func `a version is held, or told when its files were changed`() throws {
    let (version, _) = try publish("un", empty)
    #expect(try outputs.holds(version, stage: .computed, audience: nil))
    #expect(try !outputs.holds("0123456789ab", stage: .computed, audience: nil))
    scratch.write("autre", to: "sortie/versions/\(version)/a.csv")
    #expect(throws: Problem.self) {
      try outputs.holds(version, stage: .computed, audience: nil)
    }
  }

  @Test func `stage, audience, names and contents all make the name`() {
    let hash = ContentHash(of: [1])
    let names = [
      VersionName.of([("a", hash)], stage: .computed, audience: nil),
      VersionName.of([("a", hash)], stage: .submitted, audience: nil),
      VersionName.of([("a", hash)], stage: .published, audience: .group),
      VersionName.of([("a", hash)], stage: .published, audience: .public),
      VersionName.of([("b", hash)], stage: .computed, audience: nil),
      VersionName.of([("a", ContentHash(of: [2]))], stage: .computed, audience: nil),
      VersionName.of([("a", hash), ("b", hash)], stage: .computed, audience: nil),
    ]
    #expect(Set(names).count == names.count)
    #expect(
      VersionName.of(
        [("b", hash), ("a", hash), ("manifest.json", hash)], stage: .computed, audience: nil)
        == names[6])
  }

  /// A link to elsewhere, to nothing, to a file: none of them is a current version.
  @Test(arguments: ["/etc", "versions/absente", "../sortie", "versions/../.."])
  func `a link that leads elsewhere is no current version`(target: String) throws {
    try publish("un", empty)
    try FilePath.link(outputs.currentPath, to: target)
    #expect(outputs.current == nil)
  }
}
