import Diagnostics
import TestSupport
import Testing

/// Every run is attacked, whatever formats it writes.
@Suite struct AttackedRunTests {
  private func run(_ formats: String) -> (names: [String], status: Int32) {
    let folder = TemporaryFolder()
    let small = "\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in"
    folder.copy(small, to: ".")
    let text = String(decoding: folder.read("campagne.yml") ?? [], as: UTF8.self)
    folder.write(
      text.replacing("formats: [geojson, csv]", with: "formats: [\(formats)]"),
      to: "campagne.yml")
    let status = Command("maille").run(["run", "campagne.yml"], in: folder.path).status
    return (listFolder(folder.path("sortie/current")), status)
  }

  @Test(arguments: ["geojson", "csv", "gpkg", "xlsx", "gpkg, xlsx, atlas"])
  func `every release has its certificate, and a file to check it on`(formats: String) {
    let (names, status) = run(formats)
    #expect(status == 0)
    #expect(names.contains("certificat.json"))
    #expect(names.contains { $0.hasSuffix(".csv") } == (formats == "csv"))
    #expect(names.contains { $0.hasSuffix(".geojson") } == (formats != "csv"))
    #expect(names.filter { $0.hasPrefix(".") } == [])
  }
}
