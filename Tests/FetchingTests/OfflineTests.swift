import Glibc
import TestSupport
import Testing

/// Never a connection while a partner's rows are open, on the whole machine of a user.
@Suite struct OfflineTests {
  private let depot = Depot()

  private func hold(_ kind: Int32) -> Int32 {
    let path = depot.folder.path("poste/maille-hors-ligne")
    let lock = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    #expect(flock(lock, kind | LOCK_NB) == 0)
    return lock
  }

  @Test func `while rows are open nothing is asked for`() {
    depot.server.serve("/rp.zip", depot.zip)
    let lock = hold(LOCK_SH)
    let run = depot.fetch("--only", "recensement")
    #expect(run.status == 75)
    #expect(run.messages.contains("files.rows-open"))
    #expect(depot.server.requests.isEmpty)
    close(lock)
    #expect(depot.fetch("--only", "recensement").status == 0)
  }

  /// Every command that reads a partner's file.
  @Test(arguments: [
    ["check", "c.csv"],
    [
      "locate", "c.csv", "--contours", "g.gpkg", "--x", "X_L93", "--y", "Y_L93", "--crs",
      "EPSG:2154", "--a-blanc", "-o", "o.csv",
    ],
    ["geocode", "c.csv", "--addresses", "a.csv", "--a-blanc"],
    ["run", "Geodata/campagne.yml", "--a-blanc"],
  ])
  func `while a download runs no rows are opened`(arguments: [String]) {
    let folder = depot.folder
    folder.copy(projectFolder + "/Geodata", to: "Geodata")
    folder.write(geodata("recu/C2S_2025-invente.csv"), to: "c.csv")
    folder.write(geodata("contours-iris-inventes.gpkg"), to: "g.gpkg")
    folder.write(geodata("adresses-21-inventees.csv"), to: "a.csv")
    let lock = hold(LOCK_EX)
    defer { close(lock) }
    let run = depot.run(arguments)
    #expect(run.status == 75)
    #expect(run.messages.contains("files.download-running"))
    #expect(run.output.isEmpty)
  }
}
