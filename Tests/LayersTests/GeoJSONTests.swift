import Diagnostics
import Geometry
import Testing

@testable import Layers

/// Reads a text; the problems' codes in the order found.
func read(_ text: String) throws -> (layer: Layer, codes: [String]) {
  let (layer, log) = try Layer.read(
    geoJSON: Array(text.utf8), name: "essai", place: Place(file: "essai.geojson"))
  return (layer, log.groups.compactMap(\.first.first?.code))
}

/// One feature around a geometry.
func feature(_ geometry: String, properties: String = "{}") -> String {
  #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
}

func collection(_ features: String...) -> String {
  #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
}

let square = "[[0,0],[2,0],[2,2],[0,2],[0,0]]"
let hole = "[[0.5,0.5],[0.5,1],[1,1],[0.5,0.5]]"
let polygon = #"{"type":"Polygon","coordinates":[\#(square)]}"#

@Suite struct GeoJSONTests {
  @Test func `a collection keeps order, names and values`() throws {
    let (layer, codes) = try read(
      collection(
        feature(polygon, properties: #"{"code":"010040101","n":12,"t":12.0,"v":true,"r":null}"#),
        feature("null", properties: #"{"n":-3,"neuf":"à"}"#)))
    #expect(codes == [])
    #expect(layer.fields == ["code", "n", "t", "v", "r", "neuf"])
    #expect(
      layer.features.map(\.values) == [
        [.text("010040101"), .integer(12), .real(12), .text("true"), .null, .null],
        [.null, .integer(-3), .null, .null, .null, .text("à")],
      ])
    #expect(layer.features.map(\.ordinal) == [1, 2])
    #expect(layer.features.map(\.shape?.vertexCount) == [5, nil])
    #expect(layer.system == .crs84)
  }

  @Test func `parts and holes are told apart`() throws {
    let text = #"{"type":"MultiPolygon","coordinates":[[\#(square),\#(hole)],[\#(square)]]}"#
    let (layer, codes) = try read(text)
    #expect(codes == [])
    #expect(layer.features.first?.shape?.polygons.map(\.holes.count) == [1, 0])
    #expect(layer.features.first?.shape?.area == 4 - 0.125 + 4)
  }

  @Test(arguments: [
    polygon, feature(polygon), collection(feature(polygon)), "\u{FEFF}" + polygon,
    "  \n" + polygon + "\r\n\t ",
    #"{"coordinates":[\#(square)],"type":"Polygon"}"#,
    #"{"geometry":{"coordinates":[\#(square)],"type":"Polygon"},"properties":null,"type":"Feature"}"#,
    #"{"features":[\#(feature(polygon))],"x":{"y":[{}, [], [1,{"z":"]}"}]]},"type":"FeatureCollection"}"#,
    #"{"type":"GeometryCollection","geometries":[\#(polygon)]}"#,
    #"{"geometries":[\#(polygon)],"type":"GeometryCollection"}"#,
    #"{"type":"Polygon","coordinates":[[[0,0,9],[2,0,9],[2,2,9,9],[0,2,9],[0,0,9]]]}"#,
  ])
  func `every way to write one square gives it`(text: String) throws {
    let (layer, codes) = try read(text)
    #expect(codes == [])
    #expect(layer.features.count == 1)
    let expected: [Position<AsDeclared>] = [
      Position(x: 0, y: 0), Position(x: 2, y: 0), Position(x: 2, y: 2), Position(x: 0, y: 2),
      Position(x: 0, y: 0),
    ]
    #expect(layer.features.first?.shape?.rings.map(\.positions) == [expected])
  }

  @Test(
    arguments: [
      (#""urn:ogc:def:crs:OGC:1.3:CRS84""#, ReferenceSystem.crs84),
      (#""urn:ogc:def:crs:EPSG::2154""#, .epsg(2154)),
      (#""EPSG:2154""#, .epsg(2154)),
      (#""urn:ogc:def:crs:EPSG:6.9:27572""#, .epsg(27572)),
      (#""http://www.opengis.net/def/crs/EPSG/0/4326""#, .epsg(4326)),
      (#""Lambert 93""#, nil),
      (#""EPSG:""#, nil),
      ("12", nil),
    ] as [(String, ReferenceSystem?)])
  func `a crs of 1990s form is honoured`(name: String, expected: ReferenceSystem?) throws {
    let crs = #"{"type":"name","properties":{"name":\#(name)}}"#
    let (layer, codes) = try read(#"{"crs":\#(crs),"type":"FeatureCollection","features":[]}"#)
    #expect(layer.system == expected)
    #expect(codes == (expected == nil ? ["layers.unknown-system"] : []))
  }

  @Test(
    arguments: [
      ("null", nil, []),
      (#"{"type":"EPSG","properties":{"code":2154}}"#, .epsg(2154), []),
      (#"{"type":"link","properties":{"href":"x"}}"#, nil, ["layers.unknown-system"]),
      ("3", nil, ["layers.unknown-system"]),
    ] as [(String, ReferenceSystem?, [String])])
  func `other forms of crs`(crs: String, expected: ReferenceSystem?, problems: [String]) throws {
    let (layer, codes) = try read(#"{"type":"FeatureCollection","features":[],"crs":\#(crs)}"#)
    #expect(layer.system == expected)
    #expect(codes == problems)
  }

  @Test func `a name in the file wins over the file's`() throws {
    #expect(
      try read(#"{"type":"FeatureCollection","name":"iris","features":[]}"#).layer.name == "iris")
    #expect(try read(#"{"type":"FeatureCollection","features":[]}"#).layer.name == "essai")
  }

  @Test(arguments: [
    (#""é""#, "é", false), (#""\u00e9""#, "é", false), (#""\ud83d\uDE00""#, "😀", false),
    (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz", false), (#""""#, "", false),
    (#""\ud83dx""#, "\u{FFFD}x", true), (#""\ude00""#, "\u{FFFD}", true),
    (#""\ud83d\u0041""#, "\u{FFFD}A", true),
    (#""C:\data""#, #"C:\data"#, true), (#""\u12""#, #"\u12"#, true), ("\"a\tb\"", "a\tb", true),
    (#""\u0000""#, "\0", false),
  ])
  func `texts and what is wrong with them`(json: String, text: String, isDamaged: Bool) throws {
    let (layer, codes) = try read(feature("null", properties: #"{"nom":\#(json)}"#))
    #expect(layer.features.first?.values == [.text(text)])
    #expect(codes == (isDamaged ? ["layers.damaged-text"] : []))
  }

  @Test func `bytes that are not UTF-8 are read as Windows-1252, and told`() throws {
    let text = feature("null", properties: #"{"nom":"Op\u00e9ra~B"}"#)
    let bytes = Array(text.utf8).map { $0 == UInt8(ascii: "~") ? 0xE9 : $0 }
    let (layer, log) = try Layer.read(geoJSON: bytes, name: "", place: .none)
    #expect(layer.features.first?.values == [.text("OpéraéB")])
    #expect(log.count(of: "layers.damaged-text") == 1)
  }

  @Test(
    arguments: [
      (#"{"a":1,"a":2}"#, [Layer.Value.integer(2)], ["layers.repeated-field"]),
      (#"{"a":[1,2]}"#, [.null], ["layers.nested-value"]),
      (#"{"a":{"b":{}}}"#, [.null], ["layers.nested-value"]),
      (#"{"a":NaN}"#, [.null], ["layers.infinite-value"]),
      (#"{"a":-Infinity}"#, [.null], ["layers.infinite-value"]),
      (#"{"a":1e400}"#, [.null], ["layers.infinite-value"]),
      (#"{"a":9223372036854775807}"#, [.integer(.max)], []),
      (#"{"a":-9223372036854775808}"#, [.integer(.min)], []),
      (#"{"a":9223372036854775808}"#, [.real(0x1p63)], []),
      (#"{"a":1e3}"#, [.real(1000)], []),
      (#"{"a":false}"#, [.text("false")], []),
      ("[]", [], ["layers.not-properties"]),
      ("null", [], []),
    ] as [(String, [Layer.Value], [String])])
  func `values`(properties: String, values: [Layer.Value], problems: [String]) throws {
    let (layer, codes) = try read(feature("null", properties: properties))
    #expect(layer.features.map(\.values) == [values])
    #expect(codes == problems)
  }

  @Test func `a million vertices in one ring`() throws {
    let count = 1_000_000
    let positions = (0..<count).map { "[\($0),\($0 % 7)]" }.joined(separator: ",")
    let (layer, codes) = try read(#"{"type":"Polygon","coordinates":[[\#(positions)]]}"#)
    #expect(codes == ["layers.unclosed-ring"])
    #expect(layer.features.first?.shape?.vertexCount == count + 1)
  }
}
