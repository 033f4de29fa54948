import Glibc
import TestSupport
import Testing

/// A process that is killed, or a disk that fills, at any moment: whoever looks at `current` finds
/// the old version whole or the new one whole, and the next run ends well.
@Suite struct KillTests {
  private let maille = Command("maille")
  private let environment = ["SOURCE_DATE_EPOCH=1789430400"]

  private func world() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    return folder
  }

  private func run(_ folder: TemporaryFolder) -> CommandRun {
    maille.run(["run", "campagne.yml"], in: folder.path, environment: environment)
  }

  /// Every file of a version but the two that say which step made it.
  private func version(_ folder: TemporaryFolder) -> [String: [UInt8]] {
    let names = listFolder(folder.path("sortie/current"))
    let files = names.filter { $0 != "manifest.json" && $0 != "ro-crate-metadata.json" }
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0, folder.read("sortie/current/\($0)") ?? []) })
  }

  /// The partner's file, and the same with a tenth of the rows left out.
  private func deliveries(_ folder: TemporaryFolder) throws -> [[UInt8]] {
    let whole = try #require(folder.read("c2s.csv"))
    let lines = whole.split(separator: 0x0A)
    let fewer = lines.enumerated().filter { $0.offset % 10 != 9 }.map { Array($0.element) + [0x0A] }
    return [whole, fewer.flatMap { $0 }]
  }

  /// Two runs of three are killed, the others come to their end, so that what is shown moves.
  @Test func `killed at fifty seeded moments, the version shown is old or new, and whole`() throws {
    let folder = world()
    let deliveries = try deliveries(folder)
    var whole: [[String: [UInt8]]] = []
    var longest: UInt32 = 0
    for delivery in deliveries {
      folder.write(delivery, to: "c2s.csv")
      let start = ContinuousClock.now
      try #require(run(folder).status == 0)
      longest = UInt32((ContinuousClock.now - start) / .microseconds(1))
      whole.append(version(folder))
    }
    try #require(whole[0] != whole[1])
    var chance = Seeded(seed: 50)
    var torn: [Int] = []
    var shown: Set<Int> = []
    for moment in 0..<75 {
      folder.write(deliveries[moment % 2], to: "c2s.csv")
      let process = maille.spawn(
        ["run", "campagne.yml"], in: folder.path, environment: environment)
      if moment % 3 != 2 {
        usleep(UInt32.random(in: 0..<longest, using: &chance))
        kill(process, SIGKILL)
      }
      _ = maille.wait(for: process)
      guard let index = whole.firstIndex(of: version(folder)) else {
        torn.append(moment)
        continue
      }
      shown.insert(index)
    }
    #expect(torn == [])
    #expect(shown == [0, 1])
    folder.write(deliveries[0], to: "c2s.csv")
    let last = run(folder)
    #expect(last.status == 0, "\(last.messages)")
    #expect(version(folder) == whole[0])
    #expect(listFolder(folder.path("sortie")).filter { $0.hasSuffix(".partial") } == [])
    #expect(listFolder(folder.path("sortie/versions")).filter { $0.hasPrefix(".") } == [])
    #expect(maille.run(["verify", "sortie"], in: folder.path).status == 0)
  }

  /// Sizes at which the disk fills while files are staged, described, named and recorded.
  @Test(arguments: Array(stride(from: 16, through: 144, by: 16)))
  func `a disk that fills at any stage shows all or nothing`(kilobytes: Int) {
    let folder = world()
    mkdir(folder.path("sortie"), 0o755)
    let options = ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path("sortie")]
    guard output(of: "mount", options)?.status == 0 else { return }
    defer { _ = output(of: "umount", [folder.path("sortie")]) }
    let run = run(folder)
    let isShown = FileNames.linkIsThere(folder.path("sortie/current"))
    #expect(run.status == 0 || run.status == 75, "\(run.messages)")
    #expect(isShown == (run.status == 0))
    if run.status == 75 { #expect(run.messages.contains("[files.disk-full]")) }
    #expect(listFolder(folder.path("sortie")).filter { $0.hasSuffix(".partial") } == [])
  }

  private enum FileNames {
    static func linkIsThere(_ path: String) -> Bool {
      var status = stat()
      return lstat(path, &status) == 0
    }
  }
}
