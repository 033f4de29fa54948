import Diagnostics
import Geometry
import Layers
import TestSupport
import Testing

/// Squares with their names, as the files of one folder.
struct ShapefileFolder {
  let folder = TemporaryFolder()

  init(
    _ builder: ShapefileBuilder, dbf: [UInt8]? = nil, prj: String? = nil, cpg: String? = nil,
    shx: [UInt8]? = nil
  ) {
    folder.write(builder.shp, to: "iris.shp")
    if let dbf { folder.write(dbf, to: "iris.dbf") }
    if let prj { folder.write(prj, to: "iris.prj") }
    if let cpg { folder.write(cpg, to: "iris.cpg") }
    if let shx { folder.write(shx, to: "iris.shx") }
  }

  var path: String { folder.path("iris.shp") }

  func load() throws(Problem) -> (Layer, ProblemLog) {
    try withExtendedLifetime(folder) { () throws(Problem) in try Layer.read(shapefile: path) }
  }

  func read() throws -> (layer: Layer, codes: [String]) {
    let (layer, log) = try load()
    return (layer, log.groups.compactMap(\.first.first?.code))
  }
}

func squares(_ count: Int) -> ShapefileBuilder {
  var builder = ShapefileBuilder()
  for index in 0..<count {
    builder.add([clockwiseSquare(Double(index), Double(index) + 1)])
  }
  return builder
}

func names(_ names: String...) -> [UInt8] {
  ShapefileBuilder.dbf([("NOM", "C", 12, 0)], names.map { [Array($0.utf8)] })
}

@Suite struct ShapefileTests {
  @Test func `a sound set is read whole`() throws {
    let columns: [(String, Character, Int, Int)] = [
      ("CODE_IRIS", "C", 9, 0), ("N", "N", 9, 0), ("T", "N", 12, 4), ("F", "F", 10, 2),
      ("L", "L", 1, 0), ("D", "D", 8, 0),
    ]
    let rows = [
      ["010040101", "     -12", "     12.5000", " 1e3", "T", "20160101"],
      ["", "", "************", "", "?", "00000000"],
    ].map { $0.map { Array($0.utf8) } }
    let set = ShapefileFolder(
      squares(2), dbf: ShapefileBuilder.dbf(columns, rows), prj: " GEOGCS[\"x\"]\n\0",
      cpg: "UTF-8", shx: squares(2).shx)
    let (layer, codes) = try set.read()
    #expect(codes == [])
    #expect(layer.name == "iris")
    #expect(layer.fields == ["CODE_IRIS", "N", "T", "F", "L", "D"])
    #expect(layer.system == .wellKnownText("GEOGCS[\"x\"]"))
    #expect(
      layer.features.map(\.values) == [
        [
          .text("010040101"), .integer(-12), .real(12.5), .real(1000), .text("true"),
          .text("20160101"),
        ],
        [.null, .null, .null, .null, .null, .null],
      ])
    #expect(layer.features.map(\.shape?.area) == [1, 1])
  }

  @Test func `without .prj there is no system, without .dbf no attribute`() throws {
    let (layer, codes) = try ShapefileFolder(squares(1)).read()
    #expect(layer.system == nil)
    #expect(layer.fields == [])
    #expect(layer.features.count == 1)
    #expect(codes == ["layers.missing-table"])
  }

  @Test(arguments: [
    (["a"], 2), (["a", "b", "c"], 2), ([], 1),
  ])
  func `a .dbf of another length stops`(rows: [String], shapes: Int) throws {
    let dbf = ShapefileBuilder.dbf([("NOM", "C", 12, 0)], rows.map { [Array($0.utf8)] })
    let (layer, log) = try ShapefileFolder(squares(shapes), dbf: dbf).load()
    #expect(log.firstStop?.code == "layers.unequal-counts")
    #expect(layer.features.count == shapes)
  }

  @Test func `a truncated .dbf stops`() throws {
    let set = ShapefileFolder(squares(2), dbf: Array(names("a", "b").dropLast(8)))
    #expect(try set.read().codes == ["layers.unequal-counts"])
  }

  @Test(
    arguments: [
      ("UTF-8", "Préfecture", "Préfecture"), ("1252", "\u{E9}", "é"),
      ("ISO-8859-15", "\u{BD}", "œ"),
      ("88591", "\u{E9}", "é"), (nil, "Préfecture", "Préfecture"), (nil, "\u{E9}", "é"),
      ("ANSI 1252", "\u{9C}", "œ"),
    ] as [(String?, String, String)])
  func `texts follow the .cpg, else the bytes`(cpg: String?, raw: String, text: String) throws {
    let isSingleByte = raw.unicodeScalars.count == 1
    let bytes = isSingleByte ? raw.unicodeScalars.map { UInt8($0.value) } : Array(raw.utf8)
    let dbf = ShapefileBuilder.dbf([("NOM", "C", 12, 0)], [[bytes]])
    let (layer, codes) = try ShapefileFolder(squares(1), dbf: dbf, cpg: cpg).read()
    #expect(layer.features.first?.values == [.text(text)])
    #expect(codes == [])
  }

  @Test func `a wrong or unknown .cpg is told`() throws {
    let dbf = ShapefileBuilder.dbf([("NOM", "C", 12, 0)], [[[0xE9]]])
    #expect(
      try ShapefileFolder(squares(1), dbf: dbf, cpg: "UTF-8").read().codes == [
        "layers.damaged-text"
      ])
    let (layer, codes) = try ShapefileFolder(squares(1), dbf: dbf, cpg: "KOI8-R").read()
    #expect(codes == ["layers.unknown-encoding"])
    #expect(layer.features.first?.values == [.text("é")])
  }

  @Test func `null shapes are kept, points told, deleted rows left`() throws {
    var builder = squares(2)
    builder.addNull()
    builder.addPoint()
    let rows = ["a", "b", "c", "d"].map { [Array($0.utf8)] }
    let dbf = ShapefileBuilder.dbf([("NOM", "C", 12, 0)], rows, deleted: [1])
    let (layer, codes) = try ShapefileFolder(builder, dbf: dbf).read()
    #expect(layer.features.map(\.ordinal) == [1, 3, 4])
    #expect(layer.features.map { $0.shape == nil } == [false, true, true])
    #expect(codes == ["layers.unsupported-geometry", "layers.deleted-record"])
  }

  @Test(arguments: [15, 25] as [Int32])
  func `heights and measures are left`(type: Int32) throws {
    var builder = ShapefileBuilder()
    builder.add([clockwiseSquare(0, 3)], type: type)
    let (layer, _) = try ShapefileFolder(builder, dbf: names("a")).read()
    #expect(layer.features.first?.shape?.area == 9)
  }

  @Test func `holes go to the smallest exterior around them`() throws {
    var builder = ShapefileBuilder()
    builder.add([
      clockwiseSquare(0, 10), clockwiseSquare(20, 30), clockwiseSquare(21, 22).reversed(),
      clockwiseSquare(1, 9).reversed(), clockwiseSquare(2, 8), clockwiseSquare(3, 4).reversed(),
      clockwiseSquare(0, 1).reversed(),
    ])
    let (layer, codes) = try ShapefileFolder(builder, dbf: names("a")).read()
    let polygons = try #require(layer.features.first?.shape).polygons
    let corners = polygons.map { $0.rings.map { $0.envelope.minX } }
    #expect(corners == [[0, 1, 0], [20, 21], [2, 3]])
    #expect(codes == [])
  }

  @Test func `a hole in no exterior becomes one, and is told`() throws {
    var builder = ShapefileBuilder()
    builder.add([clockwiseSquare(0, 1), clockwiseSquare(5, 6).reversed()])
    let (layer, codes) = try ShapefileFolder(builder, dbf: names("a")).read()
    #expect(layer.features.first?.shape?.polygons.count == 2)
    #expect(codes == ["layers.orphan-hole"])
  }

  @Test func `a single ring is an exterior whatever its direction`() throws {
    var builder = ShapefileBuilder()
    builder.add([clockwiseSquare(5, 6).reversed()])
    let (layer, codes) = try ShapefileFolder(builder, dbf: names("a")).read()
    #expect(layer.features.first?.shape?.polygons.count == 1)
    #expect(codes == [])
  }

  @Test func `a coordinate that is not finite is named by its vertex`() throws {
    var builder = squares(1)
    builder.add([[(0, 0), (0, 1), (.nan, 1), (0, 0)]])
    let set = ShapefileFolder(builder, dbf: names("a", "b"))
    let (layer, log) = try set.load()
    let problem = log.groups.first?.first.first
    #expect(problem?.code == "layers.infinite-coordinate")
    #expect(problem?.place == Place(file: set.path, feature: 2, ring: 1, vertex: 3))
    #expect(layer.features.map { $0.shape == nil } == [false, true])
  }

  @Test func `the index decides the order, and one that lies is left`() throws {
    let builder = squares(3)
    var index = builder.shx
    let second = index[108..<116], third = index[116..<124]
    index.replaceSubrange(108..<124, with: third + second)
    let dbf = names("a", "c", "b")
    let (layer, _) = try ShapefileFolder(builder, dbf: dbf, shx: index).read()
    #expect(layer.features.map { $0.shape?.envelope.minX } == [0, 2, 1])
    index.replaceSubrange(108..<124, with: third + third)
    let twice = ShapefileFolder(squares(3), dbf: dbf, shx: index + third + third)
    #expect(try twice.read().codes == ["layers.unfit-index"])
  }

  @Test func `every beginning of a .shp is read or refused`() {
    let builder = squares(3)
    for length in 0..<builder.shp.count {
      let set = ShapefileFolder(builder, dbf: names("a", "b", "c"))
      set.folder.write(builder.shp.prefix(length), to: "iris.shp")
      do {
        let (_, log) = try set.load()
        #expect(log.firstStop?.code == "layers.truncated-shapefile", "\(length)")
      } catch {
        #expect(error.code == "layers.not-shapefile", "\(length)")
      }
    }
  }

  /// Each mutant either reads or is refused; a crash or a hang fails the run.
  @Test(arguments: [21, 22, 23] as [UInt64])
  func `files damaged by chance never crash the reader`(seed: UInt64) {
    var builder = squares(2)
    builder.add([clockwiseSquare(0, 9), clockwiseSquare(1, 2).reversed()], type: 15)
    let dbf = ShapefileBuilder.dbf(
      [("NOM", "C", 5, 0), ("N", "N", 6, 2)],
      [["é", "1.5"], ["b", ""], ["c", "x"]].map { $0.map { Array($0.utf8) } })
    var chance = Seeded(seed: seed)
    var readings = 0
    let set = ShapefileFolder(builder)
    for _ in 0..<700 {
      set.folder.write(mutated(builder.shp, &chance), to: "iris.shp")
      set.folder.write(mutated(dbf, &chance), to: "iris.dbf")
      set.folder.write(mutated(builder.shx, &chance), to: "iris.shx")
      if (try? set.load()) != nil { readings += 1 }
    }
    #expect(readings > 0 && readings < 700)
  }
}
