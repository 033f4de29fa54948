import TestSupport
import Testing

/// Contours as bad as they come, given to `maille run`: told by their place and remedy, or refused with
/// the exit code of DESIGN.md; the outputs of before stand.
@Suite struct BadContoursTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Int32
    let code: String
    /// What to put in the place of what; all of the file when there is nothing to replace.
    let old: String
    let new: String

    var testDescription: String { name }

    init(_ name: String, _ status: Int32, _ code: String, _ old: String, _ new: String) {
      (self.name, self.status, self.code) = (name, status, code)
      (self.old, self.new) = (old, new)
    }
  }

  private static let system =
    #""crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}, "#

  static let cases = [
    Case("empty", 3, "layers.truncated-json", "", ""),
    Case(
      "a single geometry", 6, "boundaries.no-code-column", "",
      #"{"type":"Point","coordinates":[1,2]}"#),
    Case("NaN", 6, "layers.infinite-coordinate", "[850000, 6700000]", "[NaN, 6700000]"),
    Case("1e400", 6, "layers.infinite-coordinate", "[850000, 6700000]", "[1e400, 6700000]"),
    Case("deep", 3, "layers.too-deep", #""features""#, "\"x\": " + nest(40) + ", \"features\""),
    Case("a code twice", 3, "boundaries.contradictory-code", "219310102", "219310101"),
    Case("no reference system", 3, "boundaries.outside-system", system, ""),
    Case(
      "a link to a system", 3, "boundaries.no-system", system,
      #""crs": {"type": "link", "properties": {"href": "http://x"}}, "#),
    Case(
      "a system of the 1990s", 0, "rates.above-whole", system,
      #""crs": {"type": "EPSG", "properties": {"code": 2154}}, "#),
    Case(
      "axes exchanged", 4, "boundaries.outside-area",
      "[850000, 6700000], [850500, 6700000], [850500, 6700500], [850000, 6700500], [850000, 6700000]",
      "[6700000, 850000], [6700000, 850500], [6700500, 850500], [6700500, 850000], [6700000, 850000]"
    ),
    Case(
      "crossing itself", 0, "boundaries.invalid-ring", "[850500, 6700000], [850500, 6700500]",
      "[850500, 6700500], [850500, 6700000]"),
    Case(
      "no shape", 6, "boundaries.no-shape",
      "[[[[850000, 6700000], [850500, 6700000], [850500, 6700500], [850000, 6700500], [850000, 6700000]]]]",
      "[]"),
    Case(
      "cut", 3, "layers.truncated-json", #""features": ["#, #""features": [{"type": "Feature", "#),
  ]

  /// Contours that overlap as their producer drew them are no damage of ours: told, released, and
  /// stated so that what is verified later is known to have been so.
  @Test func `an overlap of the source is told and released`() throws {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    let sound = String(decoding: folder.read("iris.geojson") ?? [], as: UTF8.self)
    let first = "[850000, 6700000], [850500, 6700000], [850500, 6700500]"
    try #require(sound.contains(first))
    folder.write(
      sound.replacing(first, with: first.replacing("850500", with: "850520"), maxReplacements: 1),
      to: "iris.geojson")
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == 0 && run.messages.contains("[boundaries.overlap]"), "\(run.messages)")
    let manifest = String(
      decoding: folder.read("sortie/current/manifest.json") ?? [], as: UTF8.self)
    #expect(manifest.contains("\"boundaries_uneven_ppm\""))
    let verify = Command("maille").run(["verify", "sortie"], in: folder.path)
    #expect(verify.status == 0, "\(verify.messages)")
  }

  private static func nest(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test(arguments: cases)
  func `bad contours are told by place and remedy`(example: Case) throws {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    let sound = String(decoding: folder.read("iris.geojson") ?? [], as: UTF8.self)
    try #require(example.old.isEmpty || sound.contains(example.old))
    let bad =
      example.old.isEmpty
      ? example.new
      : sound.replacing(example.old, with: example.new, maxReplacements: 1)
    folder.write(example.name == "cut" ? String(sound.prefix(900)) : bad, to: "iris.geojson")
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == example.status, "\(run.messages)")
    #expect(run.messages.contains("[\(example.code)]"), "\(run.messages)")
    #expect(listFolder(folder.path("sortie")).isEmpty == (example.status != 0))
  }
}
