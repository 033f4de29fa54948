import Diagnostics
import Files
import Glibc
import References
import TestSupport
import Testing

/// The folder and its catalogue.
@Suite struct LibraryTests {
  private let folder = TemporaryFolder()

  private func library() throws -> Library { try Library(folder.path("bibliotheque")) }

  private func add(
    _ content: String, as name: String, _ change: (inout Library.AddRequest) -> Void = { _ in }
  ) throws -> Library.Addition {
    var library = try library()
    var request = Library.AddRequest()
    change(&request)
    return try library.add(folder.write(content, to: name), request)
  }

  private var catalogue: String {
    String(decoding: folder.read("bibliotheque/catalogue.tsv") ?? [], as: UTF8.self)
  }

  @Test func `a file is copied under its kind, vintage and place, with its terms`() throws {
    let entry = try add(OfficialFiles.ban23, as: "ban-2026-07.csv").entry
    #expect(entry.path == "adresses/2026-07/21/ban-2026-07.csv")
    #expect(folder.read("bibliotheque/\(entry.path)") == Array(OfficialFiles.ban23.utf8))
    let hash = ContentHash(of: Array(OfficialFiles.ban23.utf8)).hexadecimal
    #expect(
      catalogue.split(separator: "\n").last
        == "adresses\t2026-07\tBAN, 23 colonnes\t21\t1\tadresses/2026-07/21/ban-2026-07.csv\t\(hash)\tLicence Ouverte 2.0\tBase Adresse Nationale, 2026-07\t"
    )
    #expect(try library().entries == [entry])
  }

  @Test func `the same file twice changes nothing`() throws {
    _ = try add(OfficialFiles.communes, as: "v_commune_2024.csv")
    let before = catalogue
    let again = try add(OfficialFiles.communes, as: "autre-nom-2024.csv")
    guard case .known = again else {
      Issue.record("stored twice")
      return
    }
    #expect(catalogue == before)
  }

  @Test func `whatever the order, the catalogue is the same`() throws {
    let files = [
      ("v_commune_2024.csv", OfficialFiles.communes), ("rp.csv", OfficialFiles.census(2022)),
      ("ban-2026.csv", OfficialFiles.ban23), ("iris-2024.geojson", OfficialFiles.contours()),
    ]
    let catalogues = try [files, files.reversed()].map { files -> [UInt8]? in
      let folder = TemporaryFolder()
      var library = try Library(folder.path("b"))
      for (name, content) in files {
        _ = try library.add(folder.write(content, to: name), Library.AddRequest())
      }
      return folder.read("b/catalogue.tsv")
    }
    #expect(catalogues[0] != nil)
    #expect(catalogues[0] == catalogues[1])
  }

  @Test func `a rival is refused, then takes the place if asked`() throws {
    let first = try add(OfficialFiles.communes, as: "v_commune_2024.csv").entry
    let other = OfficialFiles.communes + "COM,21232,27,21,21D,213,0,X,X,X,2199,\n"
    let problem = #expect(throws: Problem.self) {
      try add(other, as: "corrige_2024.csv")
    }
    #expect(problem?.code == "references.competing")
    let second = try add(other, as: "corrige_2024.csv") { $0.replaces = true }.entry
    #expect(try library().entries == [second])
    #expect(folder.read("bibliotheque/\(first.path)") == nil)
  }

  @Test func `files of one name and two contents stand side by side`() throws {
    mkdir(folder.path("GE"), 0o755)
    let plain = try add(OfficialFiles.contours(), as: "iris-2024.geojson").entry
    let zip = storedZip([("IRIS-GE/iris-2024.geojson", Array(OfficialFiles.contours().utf8))])
    var library = try library()
    _ = try library.add(folder.write(zip, to: "GE/iris-2024.geojson"), Library.AddRequest())
    #expect(try self.library().entries.count == 2)
    #expect(folder.read("bibliotheque/\(plain.path)") == Array(OfficialFiles.contours().utf8))
  }

  @Test func `a rehearsal writes nothing`() throws {
    let entry = try add(OfficialFiles.ban23, as: "ban-2026-07.csv") { $0.isRehearsal = true }.entry
    #expect(entry.kind == .addresses)
    #expect(folder.names == ["ban-2026-07.csv"])
  }

  @Test func `what was announced as something else is refused`() throws {
    let problem = #expect(throws: Problem.self) {
      try add(OfficialFiles.ban23, as: "ban-2026-07.csv") { $0.expected = .contours }
    }
    #expect(problem?.code == "references.unexpected-kind")
  }

  @Test func `while another process changes the library, it waits`() throws {
    _ = try add(OfficialFiles.communes, as: "v_commune_2024.csv")
    let lock = open(folder.path("bibliotheque/.verrou"), O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let problem = #expect(throws: Problem.self) {
      try add(OfficialFiles.census(2022), as: "rp.csv")
    }
    #expect(problem?.outcome == .temporary)
  }

  /// What a hand may have done to the only line of a catalogue, by the number of its cell.
  @Test(arguments: [
    (0, "tout"), (1, "hier"), (4, "beaucoup"), (5, "../../etc/passwd"), (5, "/etc/passwd"),
    (5, "a//b"), (5, "a | b"), (5, ""), (6, "0123"), (6, String(repeating: "G", count: 64)),
  ])
  func `an edited catalogue cannot lead out of the library`(cell: Int, value: String) throws {
    _ = try add(OfficialFiles.communes, as: "v_commune_2024.csv")
    var lines = catalogue.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    lines[1][cell] = value
    let text = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
    folder.write(text, to: "bibliotheque/catalogue.tsv")
    let problem = #expect(throws: Problem.self) { try library() }
    #expect(problem?.code == "references.bad-catalogue")
    #expect(problem?.place.line == 2)
  }
}
