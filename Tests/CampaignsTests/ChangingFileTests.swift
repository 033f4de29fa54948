import Glibc
import TestSupport
import Testing

/// A partner's file that is still being copied while `maille check` reads it.
@Suite struct ChangingFileTests {
  private static let rows = 400_000
  private let maille = Command("maille")

  private func world() -> TemporaryFolder {
    let folder = TemporaryFolder()
    let row = "a12345678;12 rue Neuve;21960;Aubervelle\n"
    let text = "REF;ADRESSE;CP;VILLE\n" + String(repeating: row, count: Self.rows)
    folder.write(text, to: "recu.csv")
    return folder
  }

  /// Waits until the process has the file before its eyes.
  private func waitUntilMapped(by process: pid_t) {
    for _ in 0..<2_000 {
      let maps = readFile("/proc/\(process)/maps") ?? []
      if String(decoding: maps, as: UTF8.self).contains("recu.csv") { return }
      usleep(1_000)
    }
  }

  private func check(_ folder: TemporaryFolder, while change: () -> Void) -> (Int32, String) {
    let process = maille.spawn(
      ["check", "recu.csv"], in: folder.path, messages: folder.path("err"))
    waitUntilMapped(by: process)
    change()
    let status = maille.wait(for: process)
    return (status, String(decoding: folder.read("err") ?? [], as: UTF8.self))
  }

  /// The kernel answers with SIGBUS: no crash, no trace, an exit code that says to try again.
  @Test func `a file cut short while it is read ends the command plainly`() {
    let folder = world()
    let (status, messages) = check(folder) { truncate(folder.path("recu.csv"), 4096) }
    #expect(status == 75, "\(messages)")
    #expect(messages.contains("[files.shortened]") || messages.contains("[files.changed]"))
    #expect(!messages.contains("rue Neuve"))
  }

  @Test func `a file that grows while it is read is refused`() {
    let folder = world()
    let (status, messages) = check(folder) {
      let file = open(folder.path("recu.csv"), O_WRONLY | O_APPEND)
      write(file, "b;x;y;z\n", 8)
      close(file)
    }
    #expect(status == 75, "\(messages)")
    #expect(messages.contains("[files.changed]"))
  }
}
