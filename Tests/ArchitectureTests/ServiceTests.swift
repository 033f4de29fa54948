import Glibc
import TestSupport
import Testing

/// The scheduled production, as systemd would read it.
@Suite struct ServiceTests {
  private func lines(_ name: String) -> Set<String> {
    let text = String(decoding: readFile("\(projectFolder)/Scripts/\(name)") ?? [], as: UTF8.self)
    return Set(text.split(separator: "\n").map(String.init))
  }

  @Test func `the service has no network, no core dump, no terminal and one folder`() {
    let wanted: Set = [
      "UMask=0077", "LimitCORE=0", "PrivateNetwork=yes", "IPAddressDeny=any", "PrivateTmp=yes",
      "ProtectSystem=strict", "ReadWritePaths=/srv/maille", "StandardInput=null",
      "NoNewPrivileges=yes",
    ]
    #expect(wanted.subtracting(lines("maille.service")) == [])
  }

  /// systemd only finds a command that is there: another one stands in for it.
  @Test func `systemd finds nothing to say`() throws {
    let folder = TemporaryFolder()
    for name in ["maille.service", "maille.timer"] {
      let text = try #require(readFile("\(projectFolder)/Scripts/\(name)"))
      folder.write(
        String(decoding: text, as: UTF8.self).replacing("/usr/local/bin/maille", with: "/bin/true"),
        to: name)
    }
    let files = [folder.path("maille.service"), folder.path("maille.timer")]
    guard let run = output(of: "systemd-analyze", ["verify", "--man=no"] + files) else { return }
    #expect(run.status == 0)
    let complaints = run.messages.split(separator: "\n").filter { $0.contains(folder.path) }
    #expect(complaints == [])
  }

  @Test func `the sandbox is tight`() throws {
    let file = "\(projectFolder)/Scripts/maille.service"
    guard
      let run = output(
        of: "systemd-analyze", ["security", "--offline=true", "--threshold=20", file])
    else { return }
    #expect(run.status == 0, "\(run.output.suffix(200))")
  }
}
