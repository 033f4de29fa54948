import Glibc
import TestSupport
import Testing

/// The pictures of the README: drawn anew from the invented town at each run, kept by `RECORD=1`.
@Suite(.serialized) struct PictureTests {
  private static let folder: TemporaryFolder = {
    let folder = TemporaryFolder()
    folder.copy(projectFolder + "/Geodata", to: "Geodata")
    let run = Command("maille").run(["run", "Geodata/campagne.yml"], in: folder.path)
    precondition(run.status == 0, run.messages)
    return folder
  }()

  private static let mostBytes = 300_000

  /// The pixels of a PNG, across and down; `nil` for another file.
  ///
  /// - Source: PNG, second edition, 11.2.2
  private func size(_ bytes: [UInt8]) -> [Int]? {
    guard bytes.count > 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    return [16, 20].map { place in bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
  }

  /// Whether what was drawn is a picture like the one that is kept.
  private func check(_ drawn: [UInt8], against name: String) throws {
    let place = "\(projectFolder)/.github/\(name)"
    if getenv("RECORD") != nil, let file = fopen(place, "w") {
      fwrite(drawn, 1, drawn.count, file)
      fclose(file)
    }
    let kept = try #require(readFile(place), "\(place)")
    #expect(kept.count < Self.mostBytes && drawn.count < Self.mostBytes)
    // an empty page of this size has a tenth of the bytes
    #expect(drawn.count * 2 > kept.count, "\(drawn.count) bytes, \(kept.count) kept")
    #expect(size(drawn) != nil && size(drawn) == size(kept))
    let readme = String(decoding: readFile(projectFolder + "/README.md") ?? [], as: UTF8.self)
    #expect(readme.contains("(.github/\(name))"))
  }

  @Test func `the atlas is drawn by a browser`() throws {
    let picture = Self.folder.path("atlas.png")
    let page = "file://" + Self.folder.path("Geodata/sortie/current/atlas/i-tx_c2s.html")
    let options = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
      "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=" + Self.folder.path("profil"), "--window-size=1100,1400",
      "--screenshot=" + picture, page,
    ]
    guard output(of: "chromium", options) != nil else { return }
    try check(try #require(readFile(picture)), against: "atlas.png")
  }

  @Test func `the page of the GeoPackage is drawn by QGIS`() throws {
    guard access("/usr/lib/python3/dist-packages/qgis/core/__init__.py", R_OK) == 0 else {
      let note = "MAILLE: PyQGIS absent, contrôle par un tiers sauté\n"
      write(STDERR_FILENO, note, note.utf8.count)
      return
    }
    let package = Self.folder.path("Geodata/sortie/current/abs-aubervelle-2026.gpkg")
    let run = output(
      of: "bash", [projectFolder + "/Scripts/check-qgis", package, Self.folder.path("qgis")])
    #expect(run?.status == 0, "\(run?.output ?? "")")
    let picture = try #require(readFile(Self.folder.path("qgis/tx_c2s.png")))
    try check(picture, against: "qgis.png")
  }
}
