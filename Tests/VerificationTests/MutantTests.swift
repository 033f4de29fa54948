import CSQLite
import Diagnostics
import Files
import Layers
import TestSupport
import Testing
import Verification

/// A sound folder, damaged in one way at a time: each damage is found, and by its own name.
@Suite struct MutantTests {
  /// What `maille run` writes about the invented town, read once.
  private static let sound: [String: [UInt8]] = {
    let folder = TemporaryFolder()
    folder.copy(projectFolder + "/Geodata", to: "geodata")
    let run = Command("maille").run(["run", "geodata/campagne.yml"], in: folder.path)
    precondition(run.status == 0, run.messages)
    return read(folder.path("geodata/sortie/current"), prefix: "")
  }()

  private static func read(_ path: String, prefix: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in listFolder(path) {
      let inside = read("\(path)/\(name)", prefix: "\(prefix)\(name)/")
      if inside.isEmpty {
        files[prefix + name] = readFile("\(path)/\(name)")
      } else {
        files.merge(inside) { first, _ in first }
      }
    }
    return files
  }

  private func codes(
    keepingSums: Bool = false, pages: Bool = false,
    _ damage: (inout [String: [UInt8]]) throws -> Void
  ) throws -> Set<String> {
    var files = Self.sound
    try damage(&files)
    if !keepingSums { files = files.filter { !$0.key.hasSuffix("SHA256SUMS") } }
    if !keepingSums && !pages { files = files.filter { !$0.key.hasPrefix("atlas/") } }
    if pages {
      files = files.filter {
        ["atlas/i-tx_c2s_g.html", "atlas/i-tx_c2s_g.png", Self.table].contains($0.key)
      }
    }
    let folder = TemporaryFolder()
    for (name, bytes) in files {
      try FilePath.makeFolder(FilePath.folder(of: folder.path(name)))
      folder.write(bytes, to: name)
    }
    return Set(
      try Verdict.of(Deliverable(at: folder.path)).problems.groups.compactMap(\.first.first?.code))
  }

  /// Replaces the first occurrence in the first file whose name ends so.
  private func replace(
    _ old: String, by new: String, in ending: String, of files: inout [String: [UInt8]]
  ) throws {
    let name = try #require(
      files.keys.filter { $0.hasSuffix(ending) }.sorted().first { file in
        !ending.hasSuffix("html") || file.hasSuffix("i-tx_c2s_g.html")
      })
    let text = String(decoding: files[name] ?? [], as: UTF8.self)
    let range = try #require(text.firstRange(of: old), "\(old) in \(name)")
    files[name] = Array((text[..<range.lowerBound] + new + text[range.upperBound...]).utf8)
  }

  @Test func `what run writes is sound`() throws {
    #expect(try codes(keepingSums: true) { _ in } == [])
  }

  @Test func `a mention is found whatever signs it has`() throws {
    let folder = TemporaryFolder()
    folder.copy(projectFolder + "/Geodata", to: "geodata")
    let text = String(decoding: folder.read("geodata/campagne.yml") ?? [], as: UTF8.self)
    let line = try #require(text.pieces(from: "  mention: ", to: "\n").first)
    let awkward = "  mention: 'Source d''essai & \"CPAM\" <21> : 100 %'"
    folder.write(text.replacing(line, with: awkward), to: "geodata/campagne.yml")
    let run = Command("maille").run(["run", "geodata/campagne.yml"], in: folder.path)
    #expect(run.status == 0, "\(run.messages)")
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let code: String
    var testDescription: String { "\(file): \(code)" }
  }

  private static let mention = "Source CPAM inventée – Analyse"

  @Test(
    arguments: [
      Damage(file: "2026.csv", old: mention, new: "Source", code: "no-mention"),
      Damage(file: "_excel.csv", old: mention, new: "Source", code: "no-mention"),
      Damage(file: "_communes.csv", old: mention, new: "Source", code: "no-mention"),
      Damage(file: "2026.csv", old: "219510101;", new: "21951101;", code: "bad-code"),
      Damage(file: "geojson", old: "\"219510101\"", new: "219510101", code: "bad-code"),
      Damage(file: "2026.csv", old: "219510102", new: "219510101", code: "repeated-code"),
      Damage(
        file: "geojson", old: "\"tx_c2s_st\": \"\"", new: "\"tx_c2s_st\": \"c\"",
        code: "withheld-value"),
      Damage(
        file: "geojson", old: "\"tx_c2s_st\": \"\"", new: "\"tx_c2s_st\": \"z\"",
        code: "unknown-status"),
      Damage(
        file: "geojson", old: "\"type\": \"FeatureCollection\"", new: "\"t", code: "unreadable"),
      Damage(file: "LISEZMOI.txt", old: mention, new: "Source", code: "no-mention"),
      Damage(file: "qml", old: " (5)\"", new: " (6)\"", code: "legend"),
      Damage(file: "qml", old: ", '') = 'c'", new: ", '') != 'c'", code: "legend"),
      Damage(file: "datapackage.json", old: "\"sha256:", new: "\"sha256:0", code: "catalogue"),
      Damage(
        file: "dcat.jsonld", old: "checksumValue\":\"", new: "checksumValue\":\"0",
        code: "catalogue"),
    ])
  func `a damaged text is refused`(damage: Damage) throws {
    let codes = try codes { try replace(damage.old, by: damage.new, in: damage.file, of: &$0) }
    #expect(codes.contains("verification." + damage.code), "\(codes)")
  }

  private static let table = "abs-aubervelle-2026.csv"

  @Test(arguments: [
    Damage(
      file: "html", old: "data-st=\"c\"", new: "data-st=\"c\" data-v=\"4\"", code: "withheld-value"),
    Damage(
      file: "html", old: ">secret</td>", new: ">secret (4)</td>", code: "withheld-value"),
    Damage(
      file: "html", old: " : secret</title>", new: " : 4,1 %</title>", code: "withheld-value"),
    Damage(
      file: "html", old: " data-st=\"\" data-v=\"", new: " data-st=\"n\" data-v=\"",
      code: "formats-differ"),
    Damage(file: "html", old: " data-v=\"", new: " data-v=\"1", code: "formats-differ"),
    Damage(file: "html", old: "> (8)</tspan>", new: "> (7)</tspan>", code: "legend"),
    Damage(
      file: "html", old: "<main", new: "<img src=\"http://a/b.png\"><main", code: "reaches-out"),
    Damage(
      file: "html", old: "href=\"p-", new: "href=\"javascript:alert(1)//", code: "reaches-out"),
    Damage(file: "html", old: "<style>", new: "<style>@import 'a';", code: "reaches-out"),
    Damage(file: "html", old: "<script>", new: "<script>fetch('a');", code: "reaches-out"),
    Damage(
      file: "html", old: "default-src 'none'", new: "default-src *", code: "reaches-out"),
  ])
  func `a damaged page is refused`(damage: Damage) throws {
    let codes = try codes(pages: true) {
      try replace(damage.old, by: damage.new, in: damage.file, of: &$0)
    }
    #expect(codes.contains("verification." + damage.code), "\(codes)")
  }

  @Test func `a figure without its mention is refused, even on a page that has it`() throws {
    let codes = try codes(pages: true) { files in
      let name = "atlas/i-tx_c2s_g.html"
      let text = String(decoding: files[name] ?? [], as: UTF8.self)
      let figure = try #require(text.pieces(from: "<svg class=\"figure\"", to: "</svg>").first)
      let bare = figure.replacing("Source CPAM", with: "Source")
      files[name] = Array(text.replacing(figure, with: bare).utf8)
    }
    #expect(codes == ["verification.no-mention"])
  }

  /// One IRIS shows 40, the other is withheld; of the indicator « y » nothing is shown.
  @Test(arguments: [
    ("x;x;;moran-contiguite;0.4", ""), ("x;x;010040001;lisa-contiguite;0.4", ""),
    ("x;x;010040002;lisa-contiguite;0.4", "withheld-value"),
    ("y;y;;moran-contiguite;0.4", "withheld-value"),
    ("z;z;010040001;lisa-contiguite;0.4", "formats-differ"),
    ("x;x;010040009;lisa-contiguite;0.4", "formats-differ"),
  ])
  func `an analysis of what is not shown is refused`(line: String, code: String) throws {
    let folder = TemporaryFolder()
    folder.write(
      """
      code_iris;x_n;x_st;y_n;y_st;mill_num;geo;source\r
      010040001;40;;;c;2025;2024;S\r
      010040002;;c;;c;2025;2024;S\r\n
      """, to: "a.csv")
    folder.write(
      """
      analyse;colonnes;zone;methode;valeur;mill_num;geo;source\r
      \(line);2025;2024;S\r\n
      """, to: "a_analyses.csv")
    let found = try Verdict.of(Deliverable(at: folder.path)).problems.groups
    #expect(
      found.compactMap(\.first.first?.code) == (code.isEmpty ? [] : ["verification.\(code)"]))
  }

  /// Each format that says to its readers that they hold a working document.
  @Test(arguments: [
    "i-tx_c2s_g.html", "iso19139.xml", "LISEZMOI.txt", "csv-metadata.json", ".gpkg", ".xlsx",
  ])
  func `a stamp left in a publication is found`(ending: String) throws {
    let folder = TemporaryFolder()
    for (name, bytes) in Self.sound where name.hasSuffix(ending) || name == Self.table {
      folder.write(bytes, to: FilePath.name(of: name))
    }
    let codes = { (isWork: Bool?) in
      let verdict = try Verdict.of(Deliverable(at: folder.path), isWorkingDocument: isWork)
      return Set(verdict.problems.groups.compactMap(\.first.first?.code))
    }
    #expect(try codes(false) == ["verification.stamp-left"])
    #expect(try codes(true) == [] && codes(nil) == [])
  }

  /// The texts of a saved picture of the figure: one left out or altered at a time.
  @Test(arguments: [
    ("", "", ""), ("Title", "", "summary"), ("Source", "Source", "no-mention"),
    ("Copyright", "", "no-mention"), ("Description", "De 1,0 %", "summary"),
    ("Comment", "", "no-stamp"),
  ])
  func `each text of a picture is read`(keyword: String, words: String, code: String) throws {
    let page = "atlas/i-tx_c2s_g.html"
    let text = String(decoding: Self.sound[page] ?? [], as: UTF8.self)
    let told = try #require(text.pieces(from: "<desc id=\"f-tx_c2s_g-d\">", to: "</desc>").first)
    let mention =
      "Source CPAM inventée – Analyse des Besoins Sociaux du CCAS d’Aubervelle-sur-Sorlaine"
    var texts = [
      "Title": "C2S", "Source": mention, "Copyright": mention, "Comment": "NE PAS DIFFUSER",
      "Description": String(told.dropFirst("<desc id=\"f-tx_c2s_g-d\">".count)),
    ]
    if !keyword.isEmpty { texts[keyword] = words.isEmpty ? nil : words }
    let found = try codes(pages: true) { files in
      files[page.replacing("html", with: "png")] = Self.picture(saying: texts)
    }
    #expect(found == (code.isEmpty ? [] : ["verification.\(code)"]))
  }

  /// A PNG of no size with some texts.
  ///
  /// - Source: PNG, second edition, 5.3 and 11.3.4.5
  private static func picture(saying texts: [String: String]) -> [UInt8] {
    let chunk = { (type: String, content: [UInt8]) -> [UInt8] in
      let length = (0..<4).reversed().map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
      return length + Array(type.utf8) + content + [0, 0, 0, 0]
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + texts.sorted { $0.key < $1.key }.flatMap {
        chunk("iTXt", Array($0.key.utf8) + [0, 0, 0, 0, 0] + Array($0.value.utf8))
      } + chunk("IEND", [])
  }

  @Test func `a missing, changed or added file is refused`() throws {
    #expect(
      try codes(keepingSums: true) { $0["LISEZMOI.txt"] = nil } == ["verification.absent-file"])
    #expect(
      try codes(keepingSums: true) { $0["LISEZMOI.txt"]?.append(10) } == ["verification.checksum"])
    #expect(
      try codes(keepingSums: true) { $0["liste.txt"] = $0["LISEZMOI.txt"] }
        == ["verification.unlisted-file"])
  }

  @Test(arguments: [
    ("UPDATE indicateurs_iris SET source = 'x' WHERE fid = 1", "no-mention"),
    ("UPDATE indicateurs_iris SET tx_c2s_st = 'c' WHERE fid = 1", "withheld-value"),
    ("UPDATE indicateurs_iris SET tx_c2s_n = tx_c2s_n + 1 WHERE fid = 1", "formats-differ"),
    ("UPDATE indicateurs_iris SET tx_c2s_n = NULL WHERE fid = 1", "blank"),
    ("UPDATE indicateurs_iris SET geo = NULL", "no-vintage"),
    ("UPDATE indicateurs_iris SET code_iris = '21951' WHERE fid = 1", "bad-code"),
    ("DELETE FROM indicateurs_iris WHERE fid = 1", "formats-differ"),
    ("UPDATE communes SET tx_c2s_n = 1", "formats-differ"),
    ("UPDATE communes SET source = 'x'", "no-mention"),
    ("UPDATE non_localises SET tx_c2s_st = 'c'", "withheld-value"),
    ("UPDATE layer_styles SET f_table_catalog = NULL", "no-style"),
    ("UPDATE layer_styles SET useAsDefault = 0", "no-style"),
    ("DELETE FROM gpkg_contents WHERE table_name = 'layer_styles'", "no-style"),
    ("UPDATE layer_styles SET styleQML = replace(styleQML, ' (5)\"', ' (6)\"')", "legend"),
    ("UPDATE gpkg_metadata SET metadata = replace(metadata, 'Source CPAM', 'x')", "no-mention"),
    ("DELETE FROM gpkg_metadata", "no-mention"),
    (
      """
      UPDATE qgis_projects SET content = replace(CAST(content AS TEXT), '536f75726365204350414d', \
      '536f75726365204350424d')
      """, "no-mention"
    ),
  ])
  func `a damaged GeoPackage is refused`(statement: String, code: String) throws {
    let found = try codes { files in
      let name = try #require(files.keys.first { $0.hasSuffix(".gpkg") })
      files[name] = try altered(files[name] ?? [], by: statement)
    }
    #expect(found.contains("verification." + code), "\(found)")
  }

  @Test(arguments: [
    ("sharedStrings.xml", mention, "Source", "no-mention"),
    ("sharedStrings.xml", "<t>219510101</t>", "<t>21951101</t>", "bad-code"),
    ("sharedStrings.xml", "<t>c</t>", "<t>z</t>", "unknown-status"),
    ("sharedStrings.xml", "<t>mill_num</t>", "<t>x</t>", "no-vintage"),
    ("worksheets/sheet1.xml", "Source CPAM", "Source", "no-mention"),
    ("worksheets/sheet1.xml", "<v>351</v>", "<v>352</v>", "formats-differ"),
    ("worksheets/sheet2.xml", "<v>3765</v>", "<v>3766</v>", "formats-differ"),
    ("workbook.xml", "name=\"IRIS\"", "name=\"X\"", "unreadable"),
  ])
  func `a damaged workbook is refused`(
    part: String, old: String, new: String, code: String
  ) throws {
    let found = try codes { files in
      let name = try #require(files.keys.first { $0.hasSuffix(".xlsx") })
      files[name] = try rezipped(files[name] ?? [], "xl/" + part) { text in
        let range = try #require(text.firstRange(of: old), "\(old) in \(part)")
        return String(text[..<range.lowerBound] + new + text[range.upperBound...])
      }
    }
    #expect(found.contains("verification." + code), "\(found)")
  }

  /// A code kept as a number has lost its zero, or will.
  @Test func `a workbook whose codes are numbers is refused`() throws {
    let found = try codes { files in
      let name = try #require(files.keys.first { $0.hasSuffix(".xlsx") })
      files[name] = try rezipped(files[name] ?? [], "xl/worksheets/sheet1.xml") { text in
        let cell = try #require(text.pieces(from: "<c r=\"A2\"", to: "</c>").first)
        return text.replacing(cell, with: "<c r=\"A2\"><v>219510101</v>")
      }
    }
    #expect(found.contains("verification.bad-code"), "\(found)")
  }

  private func rezipped(
    _ bytes: [UInt8], _ part: String, _ change: (String) throws -> String
  ) throws -> [UInt8] {
    let folder = TemporaryFolder()
    let archive = ArchiveFile(try MappedFile(folder.write(bytes, to: "a.xlsx")))
    let names = try archive.names()
    var members = try archive.extracted(Set(names))
    members[part] = Array(try change(String(decoding: members[part] ?? [], as: UTF8.self)).utf8)
    return storedZip(names.map { ($0, members[$0] ?? []) })
  }

  @Test func `a map torn, wound or crossed is refused`() throws {
    let square = { (ring: String) in
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": \
      {"code_iris": "010040001", "mill_num": "2025", "geo": "2024", "source": "S"}, \
      "geometry": {"type": "MultiPolygon", "coordinates": [[[\(ring)]]]}}, {"type": "Feature", \
      "properties": {"code_iris": "010040002", "mill_num": "2025", "geo": "2024", "source": "S"}, \
      "geometry": {"type": "MultiPolygon", "coordinates": \
      [[[[1,0],[2,0],[2,1],[1,1],[1,0]]]]}}]}
      """
    }
    let codes = { (ring: String) in
      let folder = TemporaryFolder()
      folder.write(square(ring), to: "a.geojson")
      return Set(
        try Verdict.of(Deliverable(at: folder.path)).problems.groups.compactMap(\.first.first?.code)
      )
    }
    #expect(try codes("[0,0],[1,0],[1,1],[0,1],[0,0]") == [])
    #expect(try codes("[0,0],[0,1],[1,1],[1,0],[0,0]") == ["verification.winding"])
    #expect(try codes("[0,0],[1.1,0],[1.1,1],[0,1],[0,0]") == ["verification.torn"])
    #expect(
      try codes("[0,0],[1,0],[0.2,1],[0.9,1],[0,0]").contains("verification.invalid-shape"))
  }

  private func altered(_ bytes: [UInt8], by statement: String) throws -> [UInt8] {
    let folder = TemporaryFolder()
    let path = folder.write(bytes, to: "a.gpkg")
    var database: OpaquePointer?
    #expect(sqlite3_open(path, &database) == SQLITE_OK)
    // the index's triggers call functions that plain SQLite does not have
    for layer in ["indicateurs_iris", "communes"] {
      for name in ["insert", "update1", "update2", "update3", "update4", "delete"] {
        sqlite3_exec(database, "DROP TRIGGER rtree_\(layer)_geom_\(name)", nil, nil, nil)
      }
    }
    #expect(sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(database)
    return folder.read("a.gpkg") ?? []
  }
}
