import Diagnostics
import Geometry
import TestSupport
import Testing

@testable import Layers

@Suite struct BadGeoJSONTests {
  @Test(
    arguments: [
      ("[[0,0],[1,0],[1,1]]", ["layers.unclosed-ring"], 4),
      ("[[0,0],[1,0],[0,0]]", ["layers.short-ring"], nil),
      ("[]", ["layers.short-ring"], nil),
      ("[[0,0],[1,0],[NaN,1],[0,0]]", ["layers.infinite-coordinate"], nil),
      ("[[0,0],[1,0],[1,1e400],[0,0]]", ["layers.infinite-coordinate"], nil),
      ("[[0,0],[1,0],[-Infinity,1],[0,0]]", ["layers.infinite-coordinate"], nil),
      ("[[0,0],[1,0],[1],[0,0]]", ["layers.infinite-coordinate"], nil),
      ("[[0,0],[1,0],[],[0,0]]", ["layers.infinite-coordinate"], nil),
      ("[[0,0],[1,0],[null,1],[0,0]]", ["layers.infinite-coordinate"], nil),
      (#"[[0,0],[1,0],["1","1"],[0,0]]"#, ["layers.infinite-coordinate"], nil),
      ("[[0,0],[1,0],7,[0,0]]", ["layers.infinite-coordinate"], nil),
      ("[[0,0],[1,0],[[1,1]],[0,0]]", ["layers.infinite-coordinate"], nil),
      ("null", ["layers.misshapen-geometry", "layers.short-ring"], nil),
      ("7", ["layers.misshapen-geometry", "layers.short-ring"], nil),
    ] as [(String, [String], Int?)])
  func `rings`(ring: String, problems: [String], vertices: Int?) throws {
    let bad = feature(#"{"type":"Polygon","coordinates":[\#(ring)]}"#)
    let (layer, codes) = try read(collection(bad, feature(polygon)))
    #expect(Set(codes) == Set(problems))
    #expect(layer.features.map(\.shape?.vertexCount) == [vertices, 5])
  }

  @Test(
    arguments: [
      (#"{"type":"Point","coordinates":[1,2]}"#, "layers.unsupported-geometry"),
      (#"{"type":"MultiLineString","coordinates":[[[1,2]]]}"#, "layers.unsupported-geometry"),
      (#"{"type":"Polygon","coordinates":5}"#, "layers.misshapen-geometry"),
      (#"{"type":"Polygon"}"#, "layers.misshapen-geometry"),
      (#"{"coordinates":[[[1,2]]]}"#, "layers.misshapen-geometry"),
      (#"{"type":"Sphere","coordinates":[]}"#, "layers.misshapen-geometry"),
      (#""Polygon""#, "layers.misshapen-geometry"),
      (
        #"{"type":"GeometryCollection","geometries":[\#(polygon),{"type":"Point","coordinates":[1,2]}]}"#,
        "layers.unsupported-geometry"
      ),
    ])
  func `geometries that are none are told and the feature kept`(json: String, code: String) throws {
    let (layer, codes) = try read(collection(feature(json, properties: #"{"a":1}"#)))
    #expect(codes == [code])
    #expect(layer.features.map(\.shape) == [nil])
    #expect(layer.features.map(\.values) == [[.integer(1)]])
  }

  @Test(arguments: [
    #"{"type":"Polygon","coordinates":[]}"#, #"{"type":"GeometryCollection","geometries":[]}"#,
  ])
  func `an empty geometry is no shape and no problem`(json: String) throws {
    let (layer, codes) = try read(feature(json))
    #expect(codes == [])
    #expect(layer.features.map(\.shape) == [nil])
  }

  @Test func `a bad coordinate is named by feature, ring and vertex`() throws {
    let bad = #"{"type":"Polygon","coordinates":[\#(square),[[0,0],[1,1],[1,1e999],[0,0]]]}"#
    let (_, log) = try Layer.read(
      geoJSON: Array(collection(feature(polygon), feature(bad)).utf8), name: "",
      place: Place(file: "a.geojson"))
    let place = log.groups.first?.first.first?.place
    #expect(place == Place(file: "a.geojson", feature: 2, ring: 2, vertex: 3))
  }

  @Test(
    arguments: [
      ("", "layers.truncated-json", 1, 1),
      ("{", "layers.truncated-json", 1, 2),
      (#"{"type":"FeatureCollection","features":[{"type":"#, "layers.truncated-json", 1, 49),
      ("{\n \"é\" 1}", "layers.malformed-json", 2, 6),
      ("[1]", "layers.malformed-json", 1, 1),
      ("{}\n{}", "layers.malformed-json", 2, 1),
      ("{\"type\":\"Feature\",}", "layers.malformed-json", 1, 19),
      ("{\"a\":[1,]}", "layers.malformed-json", 1, 9),
      ("{\"a\":[1 2]}", "layers.malformed-json", 1, 9),
      ("{\"a\":[1}", "layers.malformed-json", 1, 8),
      ("{\"a\":tru}", "layers.malformed-json", 1, 6),
      ("{\"a\":01004}", "layers.malformed-json", 1, 6),
      ("{\"a\":\"sans fin}", "layers.malformed-json", 1, 6),
      ("{\"a\":\"sans fin\\", "layers.malformed-json", 1, 6),
      ("{a:1}", "layers.malformed-json", 1, 2),
      ("\u{0}", "layers.malformed-json", 1, 1),
    ])
  func `a malformed text is refused at its line and column`(
    text: String, code: String, line: Int, column: Int
  ) {
    #expect { try read(text) } throws: { error in
      let problem = error as? Problem
      return problem?.code == code && problem?.place.line == line && problem?.place.column == column
    }
  }

  @Test(arguments: [
    (#"{"type":"Topology","objects":{}}"#, "layers.not-geojson"), ("{}", "layers.not-geojson"),
    (#"{"type":"FeatureCollection"}"#, "layers.not-geojson"),
    (#"{"type":"FeatureCollection","features":null}"#, "layers.not-geojson"),
  ])
  func `JSON that is not GeoJSON is refused`(text: String, code: String) {
    #expect { try read(text) } throws: { ($0 as? Problem)?.code == code }
  }

  @Test(arguments: [40, 1_000_000])
  func `deep nesting is refused wherever it is`(depth: Int) {
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let texts = [
      #"{"a":\#(deep)}"#, feature("null", properties: #"{"a":\#(deep)}"#),
      #"{"type":"Polygon","coordinates":\#(deep)}"#,
      #"{"coordinates":\#(deep),"type":"Polygon"}"#,
      feature(
        String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: depth) + polygon
          + String(repeating: "]}", count: depth)),
    ]
    for text in texts {
      #expect { try read(text) } throws: { ($0 as? Problem)?.code == "layers.too-deep" }
    }
  }

  @Test func `an element that is no object is set aside`() throws {
    let (layer, codes) = try read(collection("null", feature(polygon), "[]"))
    #expect(layer.features.map(\.ordinal) == [2])
    #expect(codes == ["layers.not-a-feature"])
  }

  @Test func `a key given twice is told, the last one counts`() throws {
    let text = #"{"type":"Feature","geometry":null,"geometry":\#(polygon),"properties":{}}"#
    let (layer, codes) = try read(text)
    #expect(codes == ["layers.repeated-member"])
    #expect(layer.features.first?.shape != nil)
  }

  @Test func `a shape refused before its second writing is taken`() throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    let text = #"{"type":"Feature","geometry":\#(point),"geometry":\#(polygon),"properties":{}}"#
    #expect(try read(text).layer.features.first?.shape != nil)
  }

  @Test func `too many different fields are refused`() {
    let many = (0...GeoJSONReader.mostFields).map { #""f\#($0)":1"# }.joined(separator: ",")
    #expect { try read(feature("null", properties: "{\(many)}")) } throws: {
      ($0 as? Problem)?.code == "layers.too-many-fields"
    }
  }

  @Test func `no message quotes a value`() throws {
    let secret = "12 rue de la Paix"
    let texts = [
      feature(#""\#(secret)""#, properties: #"{"a":"\#(secret)\q","b":["\#(secret)"]}"#),
      #"{"type":"FeatureCollection","features":["\#(secret)"]}"#,
    ]
    for text in texts {
      let (_, log) = try Layer.read(geoJSON: Array(text.utf8), name: "", place: .none)
      #expect(!log.isEmpty)
      #expect(!log.description.contains("Paix"))
    }
  }

  /// Each mutant either reads or is refused; a crash or a hang fails the run.
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func `texts damaged by chance never crash the reader`(seed: UInt64) {
    let sound = Array(
      collection(
        feature(
          #"{"type":"MultiPolygon","coordinates":[[\#(square),\#(hole)]]}"#,
          properties: #"{"nom":"l\u00e9\"a","n":-1.5e2,"v":[1,{"b":null}]}"#),
        feature(polygon, properties: #"{"nom":true}"#)
      ).utf8)
    var chance = Seeded(seed: seed)
    var readings = 0
    for _ in 0..<2_000 {
      let mutant = mutated(sound, &chance, marks: Array(#"{}[],:"\-0eEntN"#.utf8))
      if (try? Layer.read(geoJSON: mutant, name: "", place: .none)) != nil { readings += 1 }
    }
    #expect(readings > 0 && readings < 2_000)
  }

  @Test func `every beginning of a text is refused`() {
    let sound = Array(collection(feature(polygon, properties: #"{"a":"é\n"}"#)).utf8)
    let accepted = (0..<sound.count).filter {
      (try? Layer.read(geoJSON: Array(sound.prefix($0)), name: "", place: .none)) != nil
    }
    #expect(accepted == [])
  }
}

/// A copy with a few bytes changed, removed, repeated or moved.
func mutated(_ bytes: [UInt8], _ chance: inout Seeded, marks: [UInt8] = []) -> [UInt8] {
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...4, using: &chance) where !bytes.isEmpty {
    let index = Int.random(in: 0..<bytes.count, using: &chance)
    switch Int.random(in: 0..<5, using: &chance) {
    case 0: bytes[index] = UInt8.random(in: 0...255, using: &chance)
    case 1: bytes[index] = marks.randomElement(using: &chance) ?? 0xFF
    case 2: bytes.remove(at: index)
    case 3: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
    default:
      let end = min(bytes.count, index + Int.random(in: 1...40, using: &chance))
      bytes.insert(
        contentsOf: bytes[index..<end], at: Int.random(in: 0...bytes.count, using: &chance))
    }
  }
  return Int.random(in: 0..<8, using: &chance) == 0
    ? Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &chance))) : bytes
}
