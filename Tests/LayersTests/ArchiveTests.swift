import Diagnostics
import Geometry
import Layers
import TestSupport
import Testing

@Suite struct ArchiveTests {
  let folder = TemporaryFolder()
  let shp = squares(2).shp
  let dbf = names("a", "b")

  private func code(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? Problem)?.code }
    return nil
  }

  @Test func `a shapefile is read from a .zip as from a folder`() throws {
    let path = folder.write(
      zipped([
        ("donnees/iris.dbf", dbf), ("donnees/IRIS.prj", []), ("donnees/iris.SHP", shp),
        ("donnees/iris.PRJ", Array("PROJCS[]".utf8)), ("lisez-moi.txt", []),
        ("__MACOSX/donnees/._iris.shp", [1]), ("donnees/EMPRISE.shp", [2]),
      ]), to: "a.zip")
    let (layer, log) = try Layer.read(shapefile: path)
    #expect(log.isEmpty)
    #expect(layer.name == "iris")
    #expect(layer.system == .wellKnownText("PROJCS[]"))
    #expect(layer.features.map(\.values) == [[.text("a")], [.text("b")]])
  }

  @Test func `several layers are listed, and one can be named`() throws {
    let path = folder.write(
      zipped([("x/a.shp", shp), ("x/a.dbf", dbf), ("y/b.shp", shp), ("y/b.dbf", dbf)]),
      to: "a.zip")
    let problem = #expect(throws: Problem.self) { try Layer.read(shapefile: path) }
    #expect(problem?.code == "layers.several-in-archive")
    #expect(problem?.fact.text.contains("x/a.shp, y/b.shp") == true)
    for name in ["b", "b.shp", "y/b.shp"] {
      #expect(try Layer.read(shapefile: path, member: name).0.name == "b")
    }
    #expect(code { _ = try Layer.read(shapefile: path, member: "c") } == "layers.no-such-member")
  }

  @Test func `the frame alone is a layer like another`() throws {
    let path = folder.write(zipped([("EMPRISE.shp", shp)]), to: "a.zip")
    #expect(try Layer.read(shapefile: path).0.name == "EMPRISE")
  }

  @Test func `a .geojson in a .zip is read`() throws {
    let text = Array(collection(feature(polygon)).utf8)
    let path = folder.write(zipped([("x/iris.geojson", text)]), to: "a.zip")
    let (layer, log) = try Layer.read(geoJSON: path)
    #expect(log.isEmpty)
    #expect(layer.name == "iris" && layer.features.count == 1)
  }

  @Test func `an archive in an archive is not opened`() {
    let inner = zipped([("iris.shp", shp)])
    let path = folder.write(zipped([("dedans.zip", inner)]), to: "a.zip")
    #expect(code { _ = try Layer.read(shapefile: path) } == "layers.nothing-in-archive")
    #expect(code { _ = try Layer.read(geoJSON: path) } == "layers.nothing-in-archive")
  }

  @Test(arguments: ["../../evasion", "/tmp/maille-evasion", "a/../../evasion", "C:\\evasion"])
  func `a name that climbs out writes nothing`(stem: String) throws {
    let path = folder.write(
      zipped([(stem + ".shp", shp), (stem + ".dbf", dbf)]), to: "a.zip")
    let before = listFolder("/tmp").filter { $0.contains("evasion") }
    #expect(try Layer.read(shapefile: path).0.features.count == 2)
    #expect(folder.names == ["a.zip"])
    #expect(listFolder("/tmp").filter { $0.contains("evasion") } == before)
  }

  @Test func `a bomb is refused`() {
    let bomb = [UInt8](repeating: 0x20, count: 80 << 20)
    let path = folder.write(zipped([("iris.shp", bomb)]), to: "a.zip")
    #expect(code { _ = try Layer.read(shapefile: path) } == "layers.excessive-archive")
  }

  @Test func `a truncated archive is refused`() {
    let whole = zipped([("iris.shp", squares(400).shp), ("iris.dbf", dbf)])
    let codes = (1...8).map { part in
      let path = folder.write(whole.prefix(whole.count * part / 9), to: "a.zip")
      return code { try Layer.read(shapefile: path).1.check() }
    }
    #expect(codes.allSatisfy { $0 != nil })
  }

  /// Each mutant either reads or is refused; a crash or a hang fails the run.
  @Test func `archives damaged by chance never crash the reader`() {
    let whole = zipped([("iris.shp", shp), ("iris.dbf", dbf)])
    var chance = Seeded(seed: 31)
    var readings = 0
    for _ in 0..<700 {
      let path = folder.write(mutated(whole, &chance), to: "a.zip")
      if (try? Layer.read(shapefile: path)) != nil { readings += 1 }
    }
    #expect(readings > 0 && readings < 700)
  }
}
