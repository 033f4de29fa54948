import Diagnostics
import Geometry
import Projection
import Territory
import TestSupport
import Testing

@testable import Exports

@Suite struct GeoJSONTests {
  private func latticeTown(size: Int = 6, seed: UInt64 = 3) -> Town {
    var lattice = Lattice(size: size, seed: seed)
    let shapes = lattice.shapes()
    var town = Town(
      counts: shapes.indices.map { 20 + $0 }, population: shapes.indices.map { 900 + Double($0) })
    town.shapes = shapes
    return town
  }

  @Test func `neighbours stay joined, vertex by vertex, in the written file`() throws {
    let town = latticeTown()
    let text = try town.exporter().published([.geojson]).text("essai.geojson")
    let written = WrittenRings(text)
    var balance: [[String]: Int] = [:]
    for ring in written.rings {
      #expect(ring.first == ring.last && ring.count >= 4)
      for (a, b) in zip(ring, ring.dropFirst()) {
        #expect(a != b)
        balance[a < b ? [a, b] : [b, a], default: 0] += a < b ? 1 : -1
      }
    }
    let unmatched = balance.filter { $0.value != 0 }.keys
    let border = try outerVertices(of: town)
    let astray = unmatched.filter { !$0.allSatisfy(border.contains) }
    #expect(written.rings.count == 6 * 6 + 2)
    #expect(unmatched.count > 100 && astray == [])
  }

  /// Vertices on the outer border as the file spells them.
  private func outerVertices(of town: Town) throws -> Set<String> {
    var uses: [[Position<Projected>]: Int] = [:]
    for ring in town.shapes.flatMap(\.rings) {
      for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
        uses[(a.x, a.y) < (b.x, b.y) ? [a, b] : [b, a], default: 0] += 1
      }
    }
    let outer = uses.filter { $0.value == 1 }.keys.flatMap(\.self)
    var xs = outer.map(\.x), ys = outer.map(\.y)
    let transformer = try Transformer<Projected, Geographic>(from: .lambert93)
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in transformer.transform(xs: xs, ys: ys) }
    }
    return Set(
      zip(xs, ys).compactMap { RoundedPosition(longitude: $0, latitude: $1) }
        .map { "\(CoordinateText.text($0.x)),\(CoordinateText.text($0.y))" })
  }

  @Test func `exteriors run counter-clockwise and holes clockwise`() throws {
    let text = try latticeTown().exporter().published([.geojson]).text("essai.geojson")
    let written = WrittenRings(text)
    #expect(written.areExterior.count { !$0 } == 1)
    #expect(zip(written.areExterior, written.doubledAreas).allSatisfy { $0 == ($1 > 0) })
  }

  @Test(.enabled(if: Peer.isPresent("ogr2ogr")))
  func `GDAL's own RFC 7946 writer agrees on every ring`() throws {
    let folder = try latticeTown().exporter().published([.geojson])
    let source = folder.path("essai.geojson"), copy = folder.path("copie.geojson")
    let options = "-f GeoJSON -lco RFC7946=YES -lco COORDINATE_PRECISION=7"
    #expect(Peer.output("ogr2ogr \(options) \(copy) \(source)") == "")
    let ours = WrittenRings(folder.text("essai.geojson"))
    let theirs = WrittenRings(folder.text("copie.geojson"))
    #expect(ours.numbers == theirs.numbers)
    #expect(ours.rings.count == 38)
  }

  @Test(.enabled(if: Peer.isPresent("ogrinfo")))
  func `GDAL reads the types that were meant, from GeoJSON and from CSV`() throws {
    var town = Town(counts: [40, 9, 10, 0], population: [100, 250, 90, 0])
    town.names = ["12", "2024-12-31", "true", "[1, 2]"]
    let folder = try town.exporter(threshold: 11).published()
    for name in ["essai.geojson", "essai.csv"] {
      let summary = Peer.output("ogrinfo -al -so \(folder.path(name))")
      for column in ["code_iris", "nom_iris", "code_com", "mill_num", "c2s_st", "source"] {
        #expect(summary.contains("\n\(column): String (0.0)\n"), "\(name): \(column)")
      }
      #expect(summary.contains("\nc2s_n: Integer (0.0)\n"), "\(name)")
      for column in ["c2s_d", "c2s_t", "c2s_bas", "c2s_haut", "c2s_b998", "c2s_h998"] {
        #expect(summary.contains("\n\(column): Real (0.0)\n"), "\(name): \(column)")
      }
      #expect(summary.contains("Feature Count: 4"), "\(name)")
      let first = Peer.output("ogrinfo -al -where \"code_iris='010040001'\" \(folder.path(name))")
      #expect(first.contains("code_iris (String) = 010040001"), "\(name)")
      #expect(first.contains("c2s_t (Real) = 40"), "\(name)")
    }
    let map = Peer.output("ogrinfo -al -so \(folder.path("essai.geojson"))")
    #expect(map.contains("Geometry: Multi Polygon") && map.contains("ID[\"EPSG\",4326]"))
    #expect(map.contains("Layer name: essai"))
  }

  @Test func `the same bytes on one thread, on several and on a second run`() throws {
    let town = latticeTown()
    let one = try town.exporterByHand(threads: 1).published()
    for threads in [1, 2, 5] {
      let again = try town.exporterByHand(threads: threads).published()
      #expect(again.names == one.names && again.texts == one.texts, "\(threads)")
    }
  }

  @Test func `there is no crs, no id and no third dimension`() throws {
    let text = try latticeTown().exporter().published([.geojson]).text("essai.geojson")
    #expect(!text.contains("\"crs\"") && !text.contains("\"Feature\", \"id\""))
    #expect(WrittenRings(text).rings.joined().allSatisfy { $0.split(separator: ",").count == 2 })
  }

  @Test func `a column without any value is left out, and kept in the CSV`() throws {
    let town = Town(counts: [3, 4, 5], population: [100, 200, 300])
    let folder = try town.exporter(threshold: 100).published()
    let map = folder.text("essai.geojson")
    #expect(!map.contains("c2s_n") && !map.contains("c2s_t") && map.contains("\"c2s_st\": \"c\""))
    #expect(!folder.text("essai.qml").contains("c2s_t"))
    #expect(folder.text("essai.csv").contains("c2s_n;c2s_d;c2s_t"))
  }

  @Test func `labels stay themselves through quotes, tags, lines and emoji`() throws {
    let label = "a\"b\\c</script>\n🏘️ \u{2028}é"
    var town = Town(counts: [30], population: [100])
    town.names = [label]
    let folder = try town.exporter().published()
    let json = #""nom_iris": "a\"b\\c<\/script>\n🏘️ \u2028é""#
    #expect(folder.text("essai.geojson").contains(json))
    #expect(folder.text("essai.csv").contains(";H;01004"))
  }

  @Test(.enabled(if: Peer.isPresent("ogrinfo")))
  func `GDAL reads difficult labels back as they were`() throws {
    var town = Town(counts: [30], population: [100])
    town.names = ["a\"b;c</script> 🏘️"]
    let folder = try town.exporter().published()
    for name in ["essai.geojson", "essai.csv"] {
      let rows = Peer.output("ogrinfo -al \(folder.path(name))")
      #expect(rows.contains("nom_iris (String) = a\"b;c</script> 🏘️\n"), "\(name)")
    }
  }

  @Test func `an IRIS without contour is a row without geometry, and said`() throws {
    var town = Town(counts: [30, 40], population: [100, 100])
    town.contourCount = 1
    let exporter = try town.exporter()
    #expect(exporter.problems.count(of: "exports.no-contour") == 1)
    let text = try exporter.published([.geojson]).text("essai.geojson")
    #expect(text.contains("\"code_iris\": \"010040002\", \"nom_iris\": null"))
    #expect(text.contains("\"geometry\": null}\n]"))
  }

  @Test func `an area smaller than the rounding stops, with its code`() throws {
    var town = Town(counts: [30], population: [100])
    let corners = [(0, 0), (0.001, 0), (0, 0.001), (0, 0)]
    town.shapes = [
      Shape([
        Polygon(
          exterior: Ring(corners.map { Position(x: 800_000 + $0.0, y: 6_500_000 + $0.1) }))
      ])
    ]
    let exporter = try town.exporter()
    #expect(
      problem { _ = try exporter.published() }?.description.contains("code 010040001") == true)
    #expect(problem { _ = try exporter.published() }?.code == "exports.collapsed")
  }
}
