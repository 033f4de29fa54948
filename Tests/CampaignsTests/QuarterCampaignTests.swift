import TestSupport
import Testing

/// The invented town with its quarters beside the IRIS, whose sums bind two nested indicators.
@Suite struct QuarterCampaignTests {
  /// What is withheld for another's sake must be able to be small too: a quarter's sum and the larger
  /// indicator leave little room, and more is withheld for it.
  @Test func `quarters over nested indicators are released, with their certificate`() {
    let folder = town()
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == 0, "\(run.messages)")
    #expect(Command("maille").run(["audit", "sortie"], in: folder.path).status == 0)
  }

  /// Districts drawn across IRIS: a quarter of whole IRIS is their sum, whatever else cuts them, and has
  /// its rate.
  @Test func `drawn districts beside quarters are released, with their certificate`() {
    let folder = town(
      zonings: """

          - { id: qpv, title: Districts, file: qpv.geojson, contours: true, code: code }
        """)
    let districts = [
      (4.716848, 47.71003, 4.723754, 47.713386), (4.716417, 47.694654, 4.723436, 47.698081),
    ]
    let features = districts.enumerated().map { number, box in
      """
      {"type":"Feature","properties":{"code":"D\(number)"},"geometry":{"type":"Polygon","coordinates":\
      [[[\(box.0),\(box.1)],[\(box.2),\(box.1)],[\(box.2),\(box.3)],[\(box.0),\(box.3)],[\(box.0),\(box.1)]]]}}
      """
    }
    folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}",
      to: "qpv.geojson")
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == 0, "\(run.messages)")
    #expect(Command("maille").run(["audit", "sortie"], in: folder.path).status == 0)
    let quarters = String(
      decoding: folder.read("sortie/current/abs-aubervelle-2026_quartiers.csv") ?? [],
      as: UTF8.self)
    let cut = quarters.split(separator: "\n").first { $0.hasPrefix("quartiers;Q04;") } ?? ""
    #expect(cut.split(separator: ";", omittingEmptySubsequences: false).dropFirst(4).first != "")
  }

  private func town(zonings: String = "") -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Geodata", to: ".")
    let map = String(decoding: folder.read("contours-iris-inventes.geojson") ?? [], as: UTF8.self)
    let codes = map.split(separator: "\"code_iris\": \"").dropFirst().map { String($0.prefix(9)) }
      .filter { $0.hasPrefix("21951") }
    let rows = codes.map { "\($0);Q\($0.dropFirst(5).prefix(2))\r\n" }
    folder.write("IRIS;Q\r\n" + rows.joined(), to: "quartiers.csv")
    let text = String(decoding: folder.read("campagne.yml") ?? [], as: UTF8.self)
    let outputs = text.split(separator: "\n").last { $0.hasPrefix("outputs:") } ?? ""
    folder.write(
      text.replacing(
        outputs,
        with: """
          zonings:
            - { id: quartiers, title: Quartiers, file: quartiers.csv, iris: IRIS, code: Q }\(zonings)
          outputs: { formats: [geojson], folder: sortie }
          """), to: "campagne.yml")
    return folder
  }
}
