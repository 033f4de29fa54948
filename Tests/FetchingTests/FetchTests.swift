import Fetching
import References
import TestSupport
import Testing

/// The whole command against a server of this machine.
@Suite struct FetchTests {
  @Test func `what a commune needs is downloaded, stored and goes together`() {
    let depot = Depot()
    let server = depot.server
    let iris = sevenZip([
      ("CONTOURS-IRIS_3-0_GPKG_LAMB93_FXX-2024/iris.gpkg", geodata("contours-iris-inventes.gpkg"))
    ])
    server.serve("/LAMB93_FXX.7z", iris)
    server.serve("/LAMB93_FXX.7z.md5", Array((md5(of: iris) + "  iris.7z\n").utf8))
    server.serve("/rp.zip", depot.zip)
    server.serve("/adresses-21.csv.gz", gzipped(geodata("adresses-21-inventees.csv")))
    server.serve("/v_commune_2024.csv", geodata("v_commune_2024-inventees.csv"))
    server.serve("/v_mvt_commune_2024.csv", geodata("v_mvtcommune_2024-inventees.csv"))
    server.serve("/hexasmal/raw", geodata("laposte_hexasmal-inventees.csv"))
    depot.write([
      "contours\t2024\t2024\t\(server.address("/{systeme}_{territoire}.7z"))\t{adresse}.md5",
      "recensement\t2024\tRP2022\t\(server.address("/rp.zip"))\t",
      "adresses\t*\t*\t\(server.address("/adresses-{departement}.csv.gz"))\t",
      "communes\t2024\t2024\t\(server.address("/v_commune_2024.csv"))\t",
      "mouvements\t2024\t2024\t\(server.address("/v_mvt_commune_2024.csv"))\t",
      "codes-postaux\t*\t*\t\(server.address("/hexasmal/raw"))\t",
    ])
    let kinds = ["contours", "recensement", "adresses", "communes", "mouvements", "codes-postaux"]
    let run = depot.run(
      ["references", "telecharger", "--commune", "21951", "--vintage", "2024"]
        + kinds.flatMap { ["--only", $0] })
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.split(separator: "\n").count == 6)
    let check = depot.run(["references", "check"])
    #expect(check.output.contains("base d’adresses 2026-07-15 va avec"))
    #expect(check.output.contains("les 35 codes sont les mêmes"))
    #expect(server.requests.allSatisfy { $0.fields["user-agent"]?.hasPrefix("Maille/") == true })
    #expect(depot.folder.names == ["b", "poste"])
    #expect(!listFolder(depot.folder.path("b")).contains(".telechargements"))
  }

  @Test func `a stored vintage is not asked for again`() {
    let depot = Depot()
    depot.server.serve("/rp.zip", depot.zip)
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.server.requests.count == 1)
  }

  @Test func `a dry run asks for nothing and writes nothing`() {
    let depot = Depot()
    let run = depot.fetch("--a-blanc", "--only", "recensement")
    #expect(run.output == "à télécharger : recensement RP2022 \(depot.server.address("/rp.zip"))\n")
    #expect(depot.server.requests.isEmpty)
    #expect(listFolder(depot.folder.path("b")) == ["adresses-officielles.tsv"])
  }

  @Test func `a redirect is followed`() {
    let depot = Depot()
    depot.server.serve("/rp.zip", .init(status: 302, location: "/ailleurs.zip"))
    depot.server.serve("/ailleurs.zip", depot.zip)
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.stored == depot.zip)
  }

  private func md5(of bytes: [UInt8]) -> String {
    let folder = TemporaryFolder()
    let run = output(of: "md5sum", [folder.write(bytes, to: "a")])
    return run.map { String($0.output.prefix(32)) } ?? ""
  }
}
