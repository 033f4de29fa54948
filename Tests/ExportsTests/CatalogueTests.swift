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
    for name in ["datapackage.json", "dcat.jsonld", "LISEZMOI.txt"] {
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
    for name in ["datapackage.json", "dcat.jsonld"] {
      #expect(Peer.output("python3 -m json.tool \(folder.path(name))").hasPrefix("{"))
    }
  }
}
