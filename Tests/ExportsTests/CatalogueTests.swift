import TestSupport
import Testing

@testable import Exports

@Suite struct CatalogueTests {
  private let town = Town(counts: [30, 4, 40], population: [100, 100, 100])

  @Test func `every file is described with its size, its hash and the mention`() throws {
    let folder = try town.exporter(threshold: 11).published([.csv, .geojson, .gpkg, .datapackage])
    let package = folder.text("datapackage.json")
    let sums = folder.text("SHA256SUMS").split(separator: "\n")
    for name in ["essai.csv", "essai_communes.csv", "essai.geojson", "essai.gpkg"] {
      let hash = try #require(sums.first { $0.hasSuffix("  \(name)") }).prefix(64)
      #expect(package.contains("sha256:\(hash)"))
      #expect(package.contains("\"bytes\":\(folder.read(name)?.count ?? 0)"))
    }
    for name in [
      "datapackage.json", "dcat.jsonld", "LISEZMOI.txt", "csv-metadata.json", "iso19139.xml",
    ] {
      #expect(folder.text(name).contains(town.notice.mention), "\(name)")
      #expect(sums.contains { $0.hasSuffix("  \(name)") })
    }
  }

  @Test func `the columns are explained in French`() throws {
    let text = try town.exporter().published([.datapackage]).text("LISEZMOI.txt")
    #expect(text.contains("code_iris (code (texte)) : Code de l’IRIS"))
    #expect(text.contains("c : Secret statistique"))
    let all: Set<Exporter.Format> = [.csv, .geojson, .gpkg, .xlsx, .datapackage]
    #expect(!(try town.exporter().published(all).text("LISEZMOI.txt").contains(" : document")))
  }

  @Test(.enabled(if: Peer.isPresent("frictionless")))
  func `frictionless validates the package and its tables`() throws {
    let folder = try town.exporter(threshold: 11).published([.csv, .geojson, .gpkg, .datapackage])
    let text = Peer.output("cd \(folder.path) && frictionless validate datapackage.json")
    #expect(!text.contains("INVALID") && text.contains("VALID"))
  }

  @Test(.enabled(if: Peer.isPresent("python3")))
  func `the documents are JSON`() throws {
    let folder = try town.exporter().published([.csv, .datapackage])
    for name in ["datapackage.json", "dcat.jsonld", "csv-metadata.json"] {
      #expect(Peer.output("python3 -m json.tool \(folder.path(name))").hasPrefix("{"))
    }
  }

  /// What a reader by the letter of CSVW asks: as many columns as the file has, the first title of each
  /// standing in its header.
  @Test func `the description of a CSV names its columns in their order`() throws {
    let folder = try town.exporter(threshold: 11).published([.csv, .datapackage])
    let text = folder.text("csv-metadata.json")
    for name in ["essai.csv", "essai_communes.csv"] {
      let table = try #require(
        text.pieces(from: "\"url\":\"\(name)\"", to: "\"primaryKey\"").first)
      let columns = table.pieces(from: "{\"name\":\"", to: "\",").map { $0.dropFirst(9) }
      let header = folder.text(name).prefix { $0 != "\r\n" }.split(separator: ";")
      #expect(columns == header.map { $0.filter { $0 != "\"" } }[...].map { Substring($0) })
      #expect(table.contains("\"titles\":{\"fr\":[\"\(columns[0])\","))
    }
  }

  /// OWSLib reads ISO 19139 for the catalogues of the OGC.
  @Test func `a catalogue reads title, mention, place and system`() throws {
    let check = "from owslib.iso import MD_Metadata"
    guard Peer.output("/usr/bin/python3 -c '\(check)' && echo oui") == "oui\n" else { return }
    let folder = try town.exporter(threshold: 11).published([.csv, .datapackage])
    let script = """
      from owslib.iso import MD_Metadata; from owslib.etree import etree
      m = MD_Metadata(etree.parse('iso19139.xml')); i = m.identificationinfo[0]; b = i.bbox
      print(m.identifier, '|', i.title, '|', i.uselimitation[0], '|', m.referencesystem.code, '|',
        i.date[0].type, '|', float(b.minx) < float(b.maxx) < 10, 45 < float(b.miny) < 47, '|',
        m.dataquality.lineage, '|', m.contact[0].role, m.hierarchy)
      """
    folder.write(script, to: "lire.py")
    let read = Peer.output("cd \(folder.path) && /usr/bin/python3 -W ignore lire.py")
    #expect(
      read == """
        abs-essai | Indicateurs par IRIS, abs-essai | \(town.notice.mention) | EPSG:2154 | revision \
        | True True | \(town.notice.mention) ; IGN–INSEE, IRIS 2024 ; INSEE, RP2022 | pointOfContact \
        dataset

        """)
    #expect(Peer.output("xmllint --noout \(folder.path("iso19139.xml")) && echo oui") == "oui\n")
  }
}
