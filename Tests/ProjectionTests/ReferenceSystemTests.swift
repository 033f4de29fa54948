import Geometry
import Projection
import Territory
import Testing

@Suite struct ReferenceSystemTests {
  @Test(arguments: [
    ("EPSG:2154", ReferenceSystem.epsg(2154)), ("epsg:2154", .epsg(2154)), ("2154", .epsg(2154)),
    ("EPSG::2154", .epsg(2154)), ("urn:ogc:def:crs:EPSG::2154", .epsg(2154)),
    ("urn:ogc:def:crs:EPSG:9.9.1:27572", .epsg(27572)),
    ("http://www.opengis.net/def/crs/EPSG/0/3944", .epsg(3944)),
    ("http://www.opengis.net/gml/srs/epsg.xml#4326", .epsg(4326)),
    ("urn:ogc:def:crs:OGC:1.3:CRS84", .crs84), ("OGC:CRS84", .crs84), ("WGS84", .crs84),
    ("WGS 84", .crs84), ("wgs-84", .crs84), ("Lambert-93", .epsg(2154)),
    ("lambert 93", .epsg(2154)),
    ("RGF93 / Lambert-93", .epsg(2154)), ("RGF93 v1 / Lambert-93", .epsg(2154)),
    ("Lambert II étendu", .epsg(27572)), ("CC44", .epsg(3944)), ("RGF93 / CC50", .epsg(3950)),
    (Definitions.wgs84ByESRI, .wellKnownText(Definitions.wgs84ByESRI)),
  ])
  func `users and files name systems in many ways`(text: String, system: ReferenceSystem) {
    #expect(ReferenceSystem.parse(text) == system)
  }

  @Test(arguments: [
    "", " ", "EPSG", "EPSG:", "EPSG:abc", "IGNF:2154", "Lambert", "12", "1234567", "CC51", "PROJCS",
    "+proj=lcc", "EPSG:-2154", "21 54",
  ])
  func `what names no system is nothing`(text: String) {
    #expect(ReferenceSystem.parse(text) == nil)
  }

  @Test(
    arguments: [
      (ReferenceSystem.epsg(2154), 2154), (.crs84, 4326),
      (.wellKnownText(Definitions.lambert93ByESRI), 2154),
      (.wellKnownText(Definitions.wgs84ByESRI), 4326),
      (.wellKnownText(Definitions.cc44ByGDAL), 3944),
      (.wellKnownText(Definitions.unknownDatum), nil), (.wellKnownText("rien"), nil),
    ] as [(ReferenceSystem, Int?)])
  func `a definition is recognised by what it says`(system: ReferenceSystem, code: Int?) {
    #expect(system.epsgCode == code)
  }

  @Test func `the same system differently declared is the same`() throws {
    let prj = ReferenceSystem.wellKnownText(Definitions.lambert93ByESRI)
    #expect(prj.isSame(as: .epsg(2154)))
    #expect(!prj.isSame(as: .epsg(3944)))
    #expect(ReferenceSystem.crs84.isSame(as: .epsg(4326)))
    let transformer = try Transformer<AsDeclared, Projected>(from: prj, to: .lambert93)
    #expect(transformer.isIdentity)
  }

  @Test func `degrees and metres are told apart`() {
    #expect(ReferenceSystem.crs84.isGeographic && ReferenceSystem.epsg(4171).isGeographic)
    #expect(ReferenceSystem.wellKnownText(Definitions.wgs84ByESRI).isGeographic)
    #expect(!ReferenceSystem.epsg(2154).isGeographic && !ReferenceSystem.epsg(99_999).isGeographic)
  }

  @Test func `the area of use of every territory is known`() throws {
    for system in TerritorySystem.all {
      let area = try #require(system.referenceSystem.areaOfUse)
      #expect(area.west < area.east && area.south < area.north)
    }
    let metropole = try #require(ReferenceSystem.epsg(2154).areaOfUse)
    #expect(metropole.contains(Position(x: 5.04, y: 47.32)))
    #expect(!metropole.contains(Position(x: 47.32, y: 5.04)))
    #expect(ReferenceSystem.epsg(99_999).areaOfUse == nil)
    #expect(ReferenceSystem.wellKnownText(Definitions.lambert93ByESRI).areaOfUse == metropole)
  }

  @Test func `people read a name and a code`() {
    #expect(ReferenceSystem.epsg(2154).label == "Lambert-93 (EPSG:2154)")
    #expect(ReferenceSystem.crs84.label == "WGS 84, longitude puis latitude (CRS84)")
    #expect(ReferenceSystem.epsg(2975).label == "RGR92 / UTM zone 40S (EPSG:2975)")
  }

  @Test func `the library and its register have versions`() {
    #expect(LibraryVersions.proj.split(separator: ".").count == 3)
    #expect(LibraryVersions.projDatabase?.isEmpty == false)
  }
}
