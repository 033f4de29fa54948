import Diagnostics
import Files
import Stages
import TestSupport
import Testing

@testable import Manifests

/// A manifest says what is there; what is not so shows.
@Suite struct ManifestTests {
  private let hash = ContentHash(of: [1, 2, 3])

  private func manifest(
    _ outputs: [Manifest.Output], _ standing: Manifest.Standing = .init(.computed)
  ) -> Manifest {
    Manifest(
      notice: Manifest.Notice(
        campaign: "essai", owner: "CPAM", holder: "CCAS", mention: "Source « CPAM »",
        warning: nil, edition: "IRIS 2024", attributions: ["IGN"], date: "2026-01-31"),
      standing: standing, declared: Moment(seconds: 1_790_000_000), step: 2,
      previous: String(repeating: "0", count: 64),
      making: Manifest.Making(
        software: [.init("maille", "0.1.0"), .init("proj.db", "v11")],
        inputs: [
          .init(role: "boundaries", name: "iris.gpkg", hash: hash, isKeyed: false),
          .init(role: "source:c2s", name: "c2s.csv", hash: hash, isKeyed: true),
        ], options: .object([("threshold", .integer(11))]), vintages: .object([]),
        accounting: .array([]), release: hash), proof: .null, outputs: outputs)
  }

  /// A version of two files as the manifest has it, under its name.
  private func version() throws -> (folder: TemporaryFolder, path: String) {
    let folder = TemporaryFolder()
    let contents = [("a.csv", "a;b\n"), ("atlas/index.html", "<html>")]
    let outputs = contents.map { name, text in
      Manifest.Output(name: name, size: text.utf8.count, hash: ContentHash(of: Array(text.utf8)))
    }
    let manifest = manifest(outputs)
    let path = folder.path(manifest.version)
    try FilePath.makeFolder(path + "/atlas")
    for (name, text) in contents { folder.write(text, to: "\(manifest.version)/\(name)") }
    folder.write(manifest.text, to: "\(manifest.version)/manifest.json")
    folder.write(
      ResearchObject(manifest).text, to: "\(manifest.version)/ro-crate-metadata.json")
    return (folder, path)
  }

  private func codes(_ path: String) -> [String] {
    do { return try ManifestCheck(version: path).problems().map(\.code) } catch {
      return [error.code]
    }
  }

  @Test(arguments: [
    Manifest.Standing(.computed), .init(.submitted, audience: .group),
    .init(.published, audience: .public, accord: "lettre"),
  ])
  func `what is read is what was written`(standing: Manifest.Standing) throws {
    let written = manifest([.init(name: "a", size: 3, hash: hash)], standing)
    #expect(try Manifest(Array(written.text.utf8), from: "manifest.json") == written)
  }

  @Test func `a version as it was written is sound`() throws {
    let (folder, path) = try version()
    #expect(codes(path) == [])
    #expect(folder.names == [FilePath.name(of: path)])
  }

  @Test func `every change of a file shows`() throws {
    let changes: [(String, String?, String)] = [
      ("a.csv", "a;c\n", "manifests.changed-file"), ("a.csv", nil, "manifests.absent-file"),
      ("b.csv", "x", "manifests.unlisted-file"), ("atlas/b.html", "x", "manifests.unlisted-file"),
      ("ro-crate-metadata.json", "{}", "manifests.crate-edited"),
      ("ro-crate-metadata.json", nil, "manifests.crate-edited"),
      ("manifest.json", "{}", "manifests.unreadable"), ("manifest.json", nil, "files.missing"),
    ]
    for (name, text, code) in changes {
      let (folder, path) = try version()
      FilePath.removeTree(path + "/" + name)
      if let text { folder.write(text, to: "\(FilePath.name(of: path))/\(name)") }
      #expect(codes(path) == [code], "\(name)")
    }
  }

  @Test func `a folder under another version's name shows`() throws {
    let (folder, path) = try version()
    let other = folder.path("0123456789ab")
    try #require(output(of: "cp", ["-r", path, other])?.status == 0)
    #expect(codes(other) == ["manifests.wrong-name"])
    let free = folder.path("livraison")
    try #require(output(of: "cp", ["-r", path, free])?.status == 0)
    #expect(codes(free) == [])
  }

  @Test(arguments: [
    ("\"threshold\":11", "\"threshold\":5"), ("\"stage\":\"computed\"", "\"stage\":\"published\""),
    ("« CPAM »", "CPAM"), ("\"step\":2", "\"step\":3"), ("2026-09-21T", "2026-09-22T"),
    ("\"hmac_sha256\"", "\"sha256\""), ("v11", "v12"), ("{\"format\"", "{ \"format\""),
  ])
  func `a hand-edited manifest shows`(part: String, other: String) throws {
    let text = manifest([.init(name: "a", size: 3, hash: hash)]).text
    #expect(text.contains(part))
    let edited = text.replacing(part, with: other, maxReplacements: 1)
    #expect(throws: Problem.self) { try Manifest(Array(edited.utf8), from: "m") }
  }

  @Test func `a manifest cannot make us look outside its folder`() throws {
    let folder = TemporaryFolder()
    folder.write("x", to: "dehors")
    let outside = Manifest.Output(
      name: "../dehors", size: 1, hash: ContentHash(of: Array("x".utf8)))
    let manifest = manifest([outside])
    try FilePath.makeFolder(folder.path("v"))
    folder.write(manifest.text, to: "v/manifest.json")
    folder.write(ResearchObject(manifest).text, to: "v/ro-crate-metadata.json")
    #expect(codes(folder.path("v")) == ["manifests.absent-file"])
  }

  @Test func `the journal must tell of this very version`() throws {
    let (folder, path) = try version()
    defer { withExtendedLifetime(folder) {} }
    let check = try ManifestCheck(version: path)
    let manifest = check.manifest
    func journal(_ campaign: String, hash: String, at seconds: Int = 1_790_000_000) throws
      -> Journal
    {
      let first = Step(.received, at: Moment(seconds: seconds), by: "maille")
      return try Journal(campaign: campaign).appending(first).appending(
        Step(
          .computed, version: manifest.version, at: Moment(seconds: seconds), by: "maille",
          details: [("manifest", .text(hash))]))
    }
    let own = manifest.fileHash.hexadecimal
    #expect(
      check.problems(against: try journal("autre", hash: own)).map(\.code)
        == ["stages.other-campaign"])
    for wrong in [
      try journal("essai", hash: "0"), try journal("essai", hash: own),
      Journal(campaign: "essai"),
    ] {
      #expect(check.problems(against: wrong).map(\.code) == ["manifests.not-in-journal"])
    }
  }

  /// Judged by a reader of JSON that is not ours.
  @Test func `the crate names every file, input and program`() throws {
    let manifest = manifest([.init(name: "a.csv", size: 3, hash: hash)])
    let folder = TemporaryFolder()
    folder.write(ResearchObject(manifest).text, to: "c.json")
    let script =
      "import json,sys;g=json.load(open('c.json'))['@graph'];ids=[e['@id'] for e in g];"
      + "refs=set();w=lambda v:[w(x) for x in v] if isinstance(v,list) else "
      + "((refs.add(v['@id']) if list(v)==['@id'] else [w(x) for x in v.values()]) "
      + "if isinstance(v,dict) else None);[w(e) for e in g];"
      + "print(len(ids)==len(set(ids)),sorted(r for r in refs if r not in ids))"
    guard let run = output(of: "python3", ["-c", script], in: folder.path) else { return }
    #expect(run.output == "True ['https://w3id.org/ro/crate/1.1']\n", "\(run.messages)")
  }
}
