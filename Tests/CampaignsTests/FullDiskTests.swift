import Glibc
import TestSupport
import Testing

/// The disk fills while a step is taken: what is shown is whole and old, or whole and new.
@Suite struct FullDiskTests {
  /// What a disk must still hold for a step to go some way, in bytes.
  private static let rooms = [0, 16_384, 65_536, 131_072, 262_144]

  private func check(
    _ world: StageWorld, _ step: () -> CommandRun, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard let disk = SmallDisk(world.folder, "sortie", kilobytes: 12_000) else { return }
    let (before, journal, versions) = (world.current, world.journal, world.versions)
    for room in Self.rooms {
      disk.fill(leaving: room)
      let run = step()
      if run.status == 0 {
        #expect(room > 0)
        break
      }
      #expect(run.status == 75, "\(run.messages)", sourceLocation: sourceLocation)
      #expect(run.messages.contains("[files.disk-full]"), sourceLocation: sourceLocation)
      #expect(world.current == before, sourceLocation: sourceLocation)
      #expect(world.journal == journal && world.versions == versions)
      disk.empty()
    }
    disk.empty()
    let done = step()
    #expect(done.status == 0, "\(done.messages)", sourceLocation: sourceLocation)
    #expect(world.current != before)
    #expect(world.run("verify").status == 0)
  }

  @Test func `while the group's package is made`() throws {
    let world = StageWorld()
    world.run("run")
    try check(world) { world.run("submit") }
  }

  @Test func `while figures are published`() throws {
    let world = StageWorld().submitted()
    try check(world) { world.publish() }
  }

  @Test func `a clock that went back stops every step, and nothing changes`() {
    let computed = StageWorld()
    computed.run("run")
    let submitted = StageWorld().submitted()
    for (world, step) in [
      (computed, { computed.run("submit", day: 279) }),
      (submitted, { submitted.publish(day: 279) }),
      (submitted, { submitted.run("purge", ["--maintenant"], day: 279) }),
      (submitted, { submitted.run("withdraw", ["--source", "c2s"], day: 279) }),
    ] {
      let before = world.everything
      let run = step()
      #expect(run.status == 75, "\(run.messages)")
      #expect(run.messages.contains("[stages.clock-backwards]"))
      #expect(world.everything == before)
    }
  }
}
