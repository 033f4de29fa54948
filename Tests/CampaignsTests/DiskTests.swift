import Glibc
import TestSupport
import Testing

/// A disk that is full or cannot be written to. Needs root, for a small disk in memory.
@Suite struct DiskTests {
  private let small = "\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in"

  /// A world whose output folder is a disk of its own; `nil`, and said, where that is not allowed.
  private func world(_ options: String) -> TemporaryFolder? {
    let folder = TemporaryFolder()
    folder.copy(small, to: ".")
    mkdir(folder.path("sortie"), 0o755)
    let arguments = ["-t", "tmpfs", "-o", options, "tmpfs", folder.path("sortie")]
    if output(of: "mount", arguments)?.status == 0 { return folder }
    let note = "MAILLE: disque d’essai refusé (il faut être root), contrôle sauté\n"
    write(STDERR_FILENO, note, note.utf8.count)
    return nil
  }

  /// Mount options, and the exit code and problem that follow.
  @Test(arguments: [
    ("size=12k", Int32(75), "files.disk-full"), ("ro", 3, "files.cannot-write"),
  ])
  func `nothing half written stays`(options: String, status: Int32, code: String) {
    guard let folder = world(options) else { return }
    defer { _ = output(of: "umount", [folder.path("sortie")]) }
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == status, "\(run.messages)")
    #expect(run.messages.contains("[\(code)]"))
    #expect(listFolder(folder.path("sortie/current")) == [])
    #expect(listFolder(folder.path("sortie/versions")) == [])
  }
}
