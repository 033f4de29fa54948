import TestSupport
import Testing

/// A Shapefile is several files: the manifest names each, and a change of any is a change.
@Suite struct ShapefileManifestTests {
  @Test func `every part of a Shapefile is in the manifest`() throws {
    let world = StageWorld([("file: iris.geojson", "file: iris.shp")])
    let made = output(
      of: "ogr2ogr",
      [
        "-f", "ESRI Shapefile", "-t_srs", "EPSG:2154", "-lco", "ENCODING=UTF-8",
        world.folder.path("iris.shp"), world.folder.path("iris.geojson"),
      ])
    guard made != nil else { return }
    let run = world.run("run")
    try #require(run.status == 0, "\(run.messages)")
    let manifest = world.text("sortie/current/manifest.json")
    let parts = world.folder.names.filter { $0.hasPrefix("iris.") && $0 != "iris.geojson" }
    #expect(parts.count >= 4)
    for part in parts {
      guard let sum = output(of: "sha256sum", [world.folder.path(part)]) else { return }
      #expect(
        manifest.contains(
          "{\"role\":\"boundaries\",\"name\":\"\(part)\",\"sha256\":\"\(sum.output.prefix(64))\"}"))
    }
    for name in ["Expat", "libxlsxwriter"] { #expect(manifest.contains("{\"name\":\"\(name)\"")) }
    // the codes are in the table, not in the shapes
    let table = world.folder.read("iris.dbf") ?? []
    world.folder.write(table + [0x1A], to: "iris.dbf")
    let refused = world.run("submit")
    #expect(refused.messages.contains("[campaign.contours-changed]"), "\(refused.messages)")
    world.folder.write(table, to: "iris.dbf")
    #expect(world.run("submit").status == 0)
  }
}
