import Files
import TestSupport
import Testing

@testable import make_geodata

@Suite struct DeliveryTests {
  @Test func `the committed files are what the committed seed makes`() throws {
    let folder = TemporaryFolder()
    try world.publish(in: folder.path)
    let differing = world.files.map(\.name).filter { name in
      let made = readFile(folder.path(name)).map(ContentHash.init(of:))
      let committed = readFile(committedFolder + "/" + name).map(ContentHash.init(of:))
      return made == nil || made != committed
    }
    #expect(differing == [], "run Scripts/make-geodata and commit, or undo the change")
  }

  @Test func `everything together stays under four megabytes`() {
    #expect(world.files.reduce(0) { $0 + $1.bytes.count } < 4_000_000)
  }

  @Test func `nothing else lies in the folder`() {
    let known = Set(world.files.map(\.name)).union([
      "README.md", "campagne.yml", "comments/tx_c2s.md", "comments/219510101.md",
      // made from the text file by Scripts/make-partner-cases.py, whose workbooks are not ours
      "recu/C2S_2025-invente.xlsx",
    ])
    let found = listFolder(committedFolder).flatMap { name in
      FilePath.isFolder(committedFolder + "/" + name)
        ? listFolder(committedFolder + "/" + name).map { "\(name)/\($0)" } : [name]
    }
    #expect(
      Set(found).subtracting(known).filter {
        !$0.hasPrefix("sortie") && !$0.hasPrefix(".maille") && !$0.hasSuffix(".maille-index")
      } == [])
  }

  /// The census and its dictionary keep INSEE's names; the dictionary says it inside.
  @Test func `every file says that it is invented, by its name or inside`() {
    let silent = world.files.map(\.name).filter {
      !$0.contains("invent") && !decoded(bytes($0)).lowercased().contains("invent")
        && $0 != "base-ic-evol-struct-pop-2022.CSV"
    }
    #expect(silent == [])
    #expect(decoded(bytes("meta_base-ic-evol-struct-pop-2022.CSV")).contains("commune inventée"))
    let readme = decoded(readFile(committedFolder + "/README.md") ?? [])
    #expect(readme.lowercased().contains("inventées"))
    #expect(world.files.filter { !readme.contains($0.name) }.map(\.name) == [])
  }
}
