import TestSupport
import Testing

/// The library's disk fills while a file comes.
@Suite struct FullDiskTests {
  @Test func `a disk that fills while a file comes leaves the library as it was`() {
    let depot = Depot()
    depot.server.serve("/rp.zip", .init(bytes: depot.zip, tag: "\"v1\""))
    guard let disk = SmallDisk(depot.folder, "b") else { return }
    disk.fill(leaving: depot.zip.count / 2)
    let before = listFolder(depot.folder.path("b"))
    let run = depot.fetch("--only", "recensement")
    #expect(run.status == 75, "\(run.messages)")
    #expect(run.messages.contains("[fetching.disk-full]"))
    #expect(depot.stored == nil)
    let names = listFolder(depot.folder.path("b")).filter { !before.contains($0) }
    #expect(
      names.allSatisfy { $0.hasPrefix(".") || listFolder(depot.folder.path("b/\($0)")) == [] })
    disk.empty()
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.stored == depot.zip)
  }
}
